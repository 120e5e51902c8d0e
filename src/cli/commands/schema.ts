import { resolve } from 'node:path';
import { editorSchemas } from '../../build/editor-schemas.ts';
import { hasErrors } from '../../diagnostics/report.ts';
import { diskStore } from '../../io/disk-store.ts';
import { type Context, UsageError } from '../context.ts';
import { printDiagnostics } from '../report.ts';

/** `lectern schema`: writes the schemas for editors. Returns whether all layouts could be read. */
export async function schemaCommand(context: Context, options: { readonly out: string }): Promise<boolean> {
  const { schemas, diagnostics } = await editorSchemas(context.readers);
  printDiagnostics(context, diagnostics);
  await writeSchemas(resolve(context.root, options.out), schemas);
  for (const name of schemas.keys()) context.terminal.say(`  ${context.terminal.good('✓')} ${options.out}/${name}`);
  return !hasErrors(diagnostics);
}

/** Writes schema files into a folder, which is made when it is not there. Errors: {@link UsageError} when that is not allowed. */
export async function writeSchemas(folder: string, schemas: ReadonlyMap<string, string>): Promise<void> {
  const store = diskStore(folder);
  for (const [name, text] of schemas) {
    const fault = await store.write(name, new TextEncoder().encode(text));
    if (fault !== undefined) throw new UsageError(`The schemas cannot be written to "${folder}": ${fault}.`);
  }
}

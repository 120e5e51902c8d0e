import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { editorSchemas } from '../../build/editor-schemas.ts';
import { hasErrors } from '../../diagnostics/report.ts';
import type { Context } from '../context.ts';
import { printDiagnostics } from '../report.ts';

/** `lectern schema`: writes the schemas for editors. Returns whether all layouts could be read. */
export async function schemaCommand(context: Context, options: { readonly out: string }): Promise<boolean> {
  const { schemas, diagnostics } = await editorSchemas(context.readers);
  printDiagnostics(context, diagnostics);
  await writeSchemas(resolve(context.root, options.out), schemas);
  for (const name of schemas.keys()) context.terminal.say(`  ${context.terminal.good('✓')} ${options.out}/${name}`);
  return !hasErrors(diagnostics);
}

/** Writes schema files into a folder, which is made when it is not there. */
export async function writeSchemas(folder: string, schemas: ReadonlyMap<string, string>): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [name, text] of schemas) await writeFileAtomic(join(folder, name), text, { fsync: false });
}

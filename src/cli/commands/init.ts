import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { editorSchemas } from '../../build/editor-schemas.ts';
import { type Context, UsageError } from '../context.ts';
import { writeSchemas } from './schema.ts';

/** Names that npm or editors would take for their own if they had their dot in the package. */
const dotted: Readonly<Record<string, string>> = { gitignore: '.gitignore', vscode: '.vscode' };

/** `lectern init`: writes a project that builds at once. Errors: {@link UsageError} when the folder has something in it. */
export async function initCommand({ terminal, packageRoot, readers }: Context, dir: string): Promise<boolean> {
  const folder = resolve(dir);
  if ((await namesIn(folder)).length > 0) throw new UsageError(`The folder "${dir}" is not empty: name a new one.`);
  const starter = join(packageRoot, 'templates', 'starter');
  for (const path of await filesBelow(starter)) {
    const [first = '', ...rest] = path.split('/');
    const target = join(folder, dotted[first] ?? first, ...rest);
    await mkdir(dirname(target), { recursive: true });
    await copyFile(join(starter, path), target);
  }
  await writeSchemas(join(folder, 'schemas'), (await editorSchemas(readers)).schemas);
  terminal.say(`${terminal.good('✓')} A course project is in ${terminal.strong(dir)}. Next:`);
  terminal.say(`  cd ${dir}\n  lectern build`);
  return true;
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw new UsageError(`"${folder}" cannot be used as a folder.`);
  }
}

/** Paths of all files below a folder, with forward slashes, sorted. */
async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return paths.map((path) => path.slice(folder.length + 1).replaceAll('\\', '/')).sort();
}

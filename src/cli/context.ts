import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { decode } from '../1-parse/index.ts';
import { DefinitionReader } from '../build/definitions.ts';
import { LibraryReader } from '../build/library-reader.ts';
import type { CourseReaders } from '../build/load-course.ts';
import { SourceReader } from '../build/source-reader.ts';
import { diskFiles } from '../io/disk-files.ts';
import { sharpImages } from '../io/images.ts';
import { builtInPrefix } from '../model/ports.ts';
import { createTerminal, type Terminal } from './terminal.ts';

/** What every command works with. */
export interface Context {
  /** The folder that holds `content/`. */
  readonly root: string;
  /** The folder of Lectern itself. */
  readonly packageRoot: string;
  readonly version: string;
  readonly env: NodeJS.ProcessEnv;
  readonly terminal: Terminal;
  readonly readers: CourseReaders;
}

/** A command was called in a way that it does not understand. */
export class UsageError extends Error {}

/** Settles folders and readers. Errors: throws {@link UsageError} when the root is no folder. */
export async function createContext(options: { readonly root?: string }): Promise<Context> {
  const root = resolve(options.root ?? '.');
  if (!existsSync(root)) throw new UsageError(`There is no folder "${options.root}".`);
  const packageRoot = findPackageRoot(dirname(fileURLToPath(import.meta.url)));
  const files = diskFiles(root, packageRoot);
  const sources = new SourceReader(files, decode);
  const { version } = JSON.parse(await readFile(join(packageRoot, 'package.json'), 'utf8')) as { version: string };
  return {
    root,
    packageRoot,
    version,
    env: process.env,
    terminal: createTerminal(process.env, process.stdout, process.stderr),
    readers: {
      files,
      images: sharpImages(),
      sources,
      library: new LibraryReader(files, sources, root === packageRoot),
      definitions: new DefinitionReader(),
    },
  };
}

/** The nearest folder above with the themes: the same whether the code runs bundled or from source. */
function findPackageRoot(from: string): string {
  for (let folder = from; folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json')) && existsSync(join(folder, 'themes'))) return folder;
  }
  throw new Error('The themes and templates that belong to Lectern are missing: the installation is not complete.');
}

/** A path for messages: built-in files are named by their place in the package. */
export function displayPath(path: string): string {
  return path.startsWith(builtInPrefix) ? `lectern/${path.slice(builtInPrefix.length)}` : path;
}

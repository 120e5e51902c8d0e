import { readdir, readFile, realpath } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { builtInPrefix, type FileRead, type Files } from '../model/ports.ts';

/**
 * Files on disk. Paths are relative to the project, or start with {@link builtInPrefix}.
 * A path whose real place (links followed) is outside of the folder it has to be in reads as `outside`.
 */
export function diskFiles(projectRoot: string, builtInRoot: string): Files {
  const locate = (path: string): string =>
    path.startsWith(builtInPrefix) ? join(builtInRoot, path.slice(builtInPrefix.length)) : resolve(projectRoot, path);
  return {
    async read(path, within) {
      try {
        const place = locate(path);
        if (within !== undefined && !(await isInside(place, locate(within)))) return { kind: 'outside' };
        return { kind: 'file', bytes: await readFile(place) };
      } catch (error) {
        return fault(error);
      }
    },
    async list(folder) {
      try {
        const entries = await readdir(locate(folder), { withFileTypes: true });
        return entries.map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name)).sort();
      } catch {
        return [];
      }
    },
  };
}

async function isInside(place: string, folder: string): Promise<boolean> {
  // The path as written is looked at first: a missing file outside is outside, not missing.
  const written = relative(folder, place);
  if (leaves(written)) return false;
  const real = relative(await realpath(folder), await realpath(place));
  return !leaves(real);
}

const leaves = (path: string): boolean => path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path);

function fault(error: unknown): FileRead {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') return { kind: 'missing' };
  if (code === 'EISDIR') return { kind: 'unreadable', reason: 'it is a folder' };
  if (code === 'EACCES' || code === 'EPERM') return { kind: 'unreadable', reason: 'you have no permission to read it' };
  return { kind: 'unreadable', reason: error instanceof Error ? error.message.replace(/,.*$/, '') : String(error) };
}

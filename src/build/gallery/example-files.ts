import { builtInPrefix, type FileRead, type Files } from '../../model/ports.ts';

/** The folder of what the examples in contracts refer to, as if it were that of a course. */
export const examplesFolder = 'templates/examples';

/**
 * The files of examples, found as templates are: in the course, then in the project, then among those that come with
 * Lectern; the first one wins, file by file. Other paths than those in {@link examplesFolder} are missing.
 */
export function exampleFiles(files: Files, courseFolder?: string): Files {
  const roots = [...(courseFolder === undefined ? [] : [`${courseFolder}/`]), '', builtInPrefix];
  return {
    async read(path): Promise<FileRead> {
      let outside: FileRead | undefined;
      for (const root of roots) {
        const read = await files.read(`${root}${path}`, `${root}${examplesFolder}`);
        if (read.kind === 'outside') outside ??= read;
        else if (read.kind !== 'missing') return read;
      }
      return outside ?? { kind: 'missing' };
    },
    async list(folder) {
      const names = await Promise.all(roots.map((root) => files.list(`${root}${folder}`)));
      return [...new Set(names.flat())].sort();
    },
  };
}

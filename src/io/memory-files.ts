import type { Files } from '../model/ports.ts';

/** Files kept in memory, for tests and for other sources than a disk: path → text or bytes. */
export function memoryFiles(files: Readonly<Record<string, string | Uint8Array>>): Files {
  return {
    async read(path, within) {
      const place = normalize(path);
      if (within !== undefined && !place.startsWith(`${within}/`)) return { kind: 'outside' };
      const content = files[place];
      if (content === undefined) return { kind: 'missing' };
      return { kind: 'file', bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content };
    },
    async list(folder) {
      const names = new Set<string>();
      for (const path of Object.keys(files)) {
        if (!path.startsWith(`${folder}/`)) continue;
        const [name = '', rest] = path.slice(folder.length + 1).split(/\/(.*)/s);
        names.add(rest === undefined ? name : `${name}/`);
      }
      return [...names].sort();
    },
  };
}

function normalize(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

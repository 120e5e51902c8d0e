import { mkdir, readFile, rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { Store } from '../model/store.ts';

/** An output folder on disk. Files are written beside their place and then moved there. */
export function diskStore(root: string): Store {
  const read = async (path: string): Promise<Uint8Array | undefined> => {
    try {
      return await readFile(join(root, path));
    } catch {
      return undefined;
    }
  };
  return {
    read,
    async write(path, bytes) {
      // An unchanged file keeps its date: tools that copy what is new have less to do.
      const before = await read(path);
      if (before && Buffer.from(before).equals(bytes)) return undefined;
      try {
        await mkdir(dirname(join(root, path)), { recursive: true });
        await writeFileAtomic(join(root, path), Buffer.from(bytes), { fsync: false });
        return undefined;
      } catch (error) {
        return error instanceof Error ? error.message.replace(/,.*$/, '') : String(error);
      }
    },
    async remove(path) {
      await rm(join(root, path), { force: true });
      for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) {
        try {
          await rmdir(join(root, folder));
        } catch {
          return; // There is something else in it.
        }
      }
    },
  };
}

/** A store for trying things out: what is written is forgotten. */
export function noStore(): Store {
  return { read: async () => undefined, write: async () => undefined, remove: async () => undefined };
}

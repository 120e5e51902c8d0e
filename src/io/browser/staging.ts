/** Fills folders so that others see them complete or not at all. */
import { mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const prefix = '.partial-';
const abandonedMs = 24 * 60 * 60 * 1000;

/**
 * Runs a task with a temporary folder inside of another one, on the same disk, and removes it afterwards.
 * Folders that interrupted runs left there more than a day ago are removed as well.
 * Errors: throws what the task throws, and when the folder cannot be written to.
 */
export async function withStaging<Result>(folder: string, task: (staging: string) => Promise<Result>): Promise<Result> {
  await mkdir(folder, { recursive: true });
  await removeAbandoned(folder);
  const staging = await mkdtemp(join(folder, prefix));
  try {
    return await task(staging);
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

/**
 * Moves a filled folder to its place. When another run was there first, its folder stays if it is `complete`;
 * what an earlier version or a full disk left broken is replaced.
 */
export async function publish(filled: string, place: string, complete: () => Promise<boolean>): Promise<void> {
  await mkdir(dirname(place), { recursive: true });
  for (let attempt = 1; ; attempt += 1) {
    try {
      await rename(filled, place);
      return;
    } catch (error) {
      if (!isOccupied(error) || attempt === 3) throw error;
    }
    if (await complete()) return;
    // Another run may do the same at this moment, and be first.
    await rename(place, `${filled}-replaced-${attempt}`).catch(() => {});
  }
}

async function removeAbandoned(folder: string): Promise<void> {
  for (const name of (await readdir(folder)).filter((entry) => entry.startsWith(prefix))) {
    const path = join(folder, name);
    const changedMs = await stat(path).then(
      (found) => found.mtimeMs,
      () => Date.now(),
    );
    if (Date.now() - changedMs > abandonedMs) await rm(path, { recursive: true, force: true });
  }
}

function isOccupied(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  // Windows says EPERM for a rename onto a folder.
  return code === 'ENOTEMPTY' || code === 'EEXIST' || code === 'EPERM';
}

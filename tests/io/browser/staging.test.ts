import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { publish, withStaging } from '../../../src/io/browser/staging.ts';

let root: string;
let place: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'lectern-staging-'));
  place = join(root, 'browser');
});
afterEach(() => rm(root, { recursive: true }));

async function fill(content: string, complete: boolean): Promise<void> {
  await withStaging(root, async (staging) => {
    const filled = join(staging, 'filled');
    await mkdir(filled);
    await writeFile(join(filled, 'file'), content);
    await publish(filled, place, async () => complete);
  });
}

it('leaves nothing but the filled folder', async () => {
  await fill('content', true);
  expect(await readdir(root)).toEqual(['browser']);
});

it('lets the first of several runs win', async () => {
  await Promise.all(['a', 'b', 'c'].map((content) => fill(content, true)));
  expect(await readdir(root)).toEqual(['browser']);
  expect(await readFile(join(place, 'file'), 'utf8')).toMatch(/^[abc]$/);
});

it('replaces a folder that is not complete', async () => {
  await mkdir(place);
  await writeFile(join(place, 'half'), '');
  await fill('whole', false);
  expect(await readdir(place)).toEqual(['file']);
  expect(await readdir(root)).toEqual(['browser']);
});

it('leaves nothing of a run that fails', async () => {
  const failing = withStaging(root, async (staging) => {
    await writeFile(join(staging, 'file'), '');
    throw new Error('The disk is full.');
  });
  await expect(failing).rejects.toThrow('The disk is full.');
  expect(await readdir(root)).toEqual([]);
});

it('removes what runs that were interrupted left behind, but nothing of those still going on', async () => {
  await mkdir(join(root, '.partial-old'));
  await utimes(join(root, '.partial-old'), 0, 0);
  await mkdir(join(root, '.partial-new'));
  await fill('content', true);
  expect(await readdir(root)).toEqual(['.partial-new', 'browser']);
});

import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { AssetLoader } from '../../src/3-resolve/assets.ts';
import { diskFiles } from '../../src/io/disk-files.ts';
import { sharpImages } from '../../src/io/images.ts';
import { memoryFiles } from '../../src/io/memory-files.ts';
import type { Files } from '../../src/model/ports.ts';

const span = { file: 'content/db/01.yaml', start: 3, end: 9 };
const bytes = (...values: readonly (number | string)[]) =>
  Buffer.concat(
    values.map((value) => (typeof value === 'string' ? Buffer.from(value, 'latin1') : Buffer.from([value]))),
  );

const svg = (content: string) =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3">${content}</svg>`);
const pixels = sharp({ create: { width: 40, height: 30, channels: 3, background: '#2443ac' } });

const images = {
  'a.svg': svg('<path d="M0 0h4v3z"/>'),
  'a.png': await pixels.clone().png().toBuffer(),
  'a.jpg': await pixels.clone().jpeg().toBuffer(),
  'a.JPEG': await pixels.clone().jpeg().toBuffer(),
  'a.gif': await pixels.clone().gif().toBuffer(),
  'a.webp': await pixels.clone().webp().toBuffer(),
  'a.avif': await pixels.clone().avif().toBuffer(),
};

async function load(files: Files, path: string) {
  const { value, diagnostics } = await new AssetLoader(files, sharpImages(), 'content/db').load(path, span);
  expect(diagnostics.every((diagnostic) => diagnostic.span === span)).toBe(true);
  return { value, codes: diagnostics.map(({ code }) => code), hints: diagnostics.map(({ hint }) => hint) };
}

describe('an image', () => {
  const files = memoryFiles(
    Object.fromEntries(Object.entries(images).map(([name, content]) => [`content/db/figures/${name}`, content])),
  );

  it.each(Object.entries(images))('is loaded when it is what its name says: %s', async (name, content) => {
    const { value } = await load(files, `figures/${name}`);
    expect(value?.bytes).toEqual(content);
    expect(value?.mediaType).toBe(
      `image/${name.replace('a.', '').toLowerCase().replace('jpg', 'jpeg').replace('svg', 'svg+xml')}`,
    );
  });

  it.each([
    ['a.png', '<svg></svg>'],
    ['a.svg', '<html><script></script></html>'],
    ['a.jpg', ''],
    ['a.webp', 'RIFF'],
    ['a.html', '<svg>'],
    ['a.js', 'x'],
    ['a', '<svg>'],
  ])('is refused when it is not: %s', async (name, content) => {
    expect((await load(memoryFiles({ [`content/db/${name}`]: content }), name)).codes).toEqual([
      'asset/unsupported-type',
    ]);
  });

  it('is looked for near its name', async () => {
    expect(await load(files, 'figures/b.png')).toMatchObject({
      codes: ['asset/missing'],
      hints: [expect.stringContaining('figures/a.png')],
    });
  });

  it.each([
    'https://a.b/c.png',
    'HTTP://a.b/c.png',
    '//a.b/c.png',
    'file:///etc/passwd',
    'data:image/svg+xml,<svg/>',
    'javascript:alert(1)',
    '/etc/passwd',
    '\\\\server\\a.png',
    '../other/a.png',
    'figures/../../other/a.png',
  ])('cannot lie outside of the course: %s', async (path) => {
    expect((await load(files, path)).codes).toEqual(['asset/outside']);
  });

  it('is read once', async () => {
    let reads = 0;
    const read: Files['read'] = (...args) => {
      reads += 1;
      return files.read(...args);
    };
    const loader = new AssetLoader({ ...files, read }, sharpImages(), 'content/db');
    await Promise.all([loader.load('figures/a.png', span), loader.load('figures/a.png', span)]);
    expect(reads).toBe(1);
  });

  it('of pixels has its size, and is as it was', async () => {
    const { value } = await load(files, 'figures/a.webp');
    expect(value).toMatchObject({ kind: 'picture', widthPx: 40, heightPx: 30, savedBytes: 0 });
  });

  it.each([
    ['a.png', images['a.png'].subarray(0, 60), 'asset/damaged'],
    ['a.jpg', bytes(0xff, 0xd8, 0xff), 'asset/damaged'],
    ['a.svg', svg('<g>'), 'asset/svg-invalid'],
    ['a.svg', svg('<image href="photo.jpg"/>'), 'asset/svg-lost'],
    ['a.svg', svg('<text>A 🤖</text>'), 'asset/svg-emoji'],
  ])('is refused when it cannot be shown as it is: %s', async (name, content, code) => {
    const { value, codes } = await load(memoryFiles({ [`content/db/${name}`]: content }), name);
    expect([value, codes]).toEqual([undefined, [code]]);
  });

  it('that moves or runs is shown as it stands, with a warning', async () => {
    const moving = svg('<circle r="1"><animate attributeName="r" to="2"/></circle>');
    const { value, codes } = await load(memoryFiles({ 'content/db/a.svg': moving }), 'a.svg');
    expect([value?.kind, codes]).toEqual(['drawing', ['asset/svg-inert']]);
  });
});

describe('an image on disk', () => {
  const root = mkdtempSync(join(tmpdir(), 'lectern-assets-'));
  afterAll(() => rmSync(root, { recursive: true }));
  mkdirSync(join(root, 'content/db/figures'), { recursive: true });
  mkdirSync(join(root, 'content/other'), { recursive: true });
  for (const place of ['content/db/figures', 'content/other', '.'])
    writeFileSync(join(root, place, 'a.png'), images['a.png']);
  const link = (to: string, from: string) => symlinkSync(to, join(root, 'content/db', from));
  link('figures/a.png', 'inside.png');
  link('../other/a.png', 'neighbour.png');
  link(join(root, 'a.png'), 'above.png');
  link('../other', 'folder');
  link('nowhere.png', 'broken.png');
  link('loop.png', 'loop.png');

  it.each([
    ['figures/a.png', []],
    ['inside.png', []],
    ['neighbour.png', ['asset/outside']],
    ['above.png', ['asset/outside']],
    ['folder/a.png', ['asset/outside']],
    ['broken.png', ['asset/missing']],
    ['loop.png', ['file/unreadable']],
    ['figures', ['file/unreadable']],
  ])('%s', async (path, codes) => {
    expect((await load(diskFiles(root, root), path)).codes).toEqual(codes);
  });
});

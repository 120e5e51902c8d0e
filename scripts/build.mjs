// Bundles the command and the player into dist/, and puts the names of emoji there. Packages stay outside: they are loaded when a command needs them.
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { emojiNameFiles } from './emoji-names.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');

const { build } = await import('esbuild').catch(() => {
  // Installed as a dependency the package comes with dist/, and without the tools that make it.
  process.exit(0);
});

const shared = { absWorkingDir: root, outdir: 'dist', bundle: true, write: false, logLevel: 'warning' };
const inBrowsers = { ...shared, minify: true, target: ['chrome110', 'firefox115', 'safari16.4'] };
const bundles = await Promise.all([
  build({
    ...shared,
    entryPoints: { lectern: 'src/cli/main.ts' },
    splitting: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    chunkNames: 'chunks/[name]-[hash]',
    banner: { js: '#!/usr/bin/env node' },
  }),
  build({ ...inBrowsers, entryPoints: { player: 'src/player/player.ts' }, format: 'iife' }),
  build({ ...inBrowsers, entryPoints: { player: 'src/player/player.css' } }),
]);
const names = (await emojiNameFiles()).map(({ name, contents }) => ({
  path: join(dist, 'emoji-names', name),
  contents,
}));
const files = [...bundles.flatMap(({ outputFiles }) => outputFiles), ...names];

// Each file is put in its place as a whole, chunks before what loads them: the command can be running meanwhile.
const folders = [dist, join(dist, 'chunks'), join(dist, 'emoji-names')];
for (const folder of folders) await mkdir(folder, { recursive: true });
for (const { path, contents } of files.sort((a, b) => b.path.length - a.path.length)) {
  await writeFile(`${path}.${process.pid}`, contents, { mode: path.endsWith('lectern.js') ? 0o755 : 0o644 });
  await rename(`${path}.${process.pid}`, path);
}
const current = new Set(files.map(({ path }) => path));
for (const folder of folders) {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isFile() && !current.has(path)) await rm(path, { force: true });
  }
}

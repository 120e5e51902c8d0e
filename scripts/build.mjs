// Bundles the command and the player into dist/. Packages stay outside: they are loaded when a command needs them.
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

const { build } = await import('esbuild').catch(() => {
  // Installed as a dependency the package comes with dist/, and without the tools that make it.
  process.exit(0);
});

await rm(join(root, 'dist'), { recursive: true, force: true });
await build({
  absWorkingDir: root,
  entryPoints: { lectern: 'src/cli/main.ts' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  packages: 'external',
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  chunkNames: 'chunks/[name]-[hash]',
  banner: { js: '#!/usr/bin/env node' },
  logLevel: 'warning',
});
await build({
  absWorkingDir: root,
  entryPoints: { player: 'src/player/player.ts' },
  outdir: 'dist',
  bundle: true,
  minify: true,
  format: 'iife',
  platform: 'browser',
  target: ['chrome110', 'firefox115', 'safari16.4'],
  logLevel: 'warning',
});
await build({
  absWorkingDir: root,
  entryPoints: { player: 'src/player/player.css' },
  outdir: 'dist',
  bundle: true,
  minify: true,
  target: ['chrome110', 'firefox115', 'safari16.4'],
  logLevel: 'warning',
});

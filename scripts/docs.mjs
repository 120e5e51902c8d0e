// npm run docs: writes docs/layouts.md and its pictures anew, from contracts, templates and themes.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { root } from './install.mjs';

await import('./build.mjs');
// In dist, because the code looks for the files of Lectern above the place where it is itself.
const outfile = join(root, 'dist', 'docs.js');
const entryPoints = [join(root, 'scripts', 'docs', 'main.ts')];
await build({
  entryPoints,
  outfile,
  bundle: true,
  packages: 'external',
  format: 'esm',
  platform: 'node',
  logLevel: 'warning',
});
const { writeDocs } = await import(pathToFileURL(outfile).href);
await writeDocs(root);

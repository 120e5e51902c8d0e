// Scripts in TypeScript that use the code of Lectern.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { root } from './install.mjs';

/** Bundles scripts/<name>/main.ts, as the command is bundled, and loads it. */
export async function loadBundled(name) {
  await import('./build.mjs');
  // In dist, because the code looks for the files of Lectern above the place where it is itself.
  const outfile = join(root, 'dist', `${name}.js`);
  const entryPoints = [join(root, 'scripts', name, 'main.ts')];
  await build({
    entryPoints,
    outfile,
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    logLevel: 'warning',
  });
  return import(pathToFileURL(outfile).href);
}

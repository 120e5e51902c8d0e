import { build } from 'esbuild';

/** The player as a deck gets it: bundled for the browsers of the last years. */
export async function bundlePlayer(): Promise<{ readonly script: string; readonly style: string }> {
  const result = await build({
    entryPoints: { script: 'src/player/player.ts', style: 'src/player/player.css' },
    outdir: 'bundle',
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
  });
  const text = (ending: string) => result.outputFiles.find((file) => file.path.endsWith(ending))?.text ?? '';
  return { script: text('script.js'), style: text('style.css') };
}

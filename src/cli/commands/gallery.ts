import { resolve } from 'node:path';
import { type BuiltLook, buildGallery, type GalleryResult } from '../../build/gallery.ts';
import { recordOf } from '../../diagnostics/format.ts';
import { diskStore } from '../../io/disk-store.ts';
import type { Context } from '../context.ts';
import { isGood, printDiagnostics } from '../report.ts';
import { createTools } from '../tools.ts';

interface GalleryOptions {
  readonly theme?: readonly string[];
  readonly size?: readonly string[];
  readonly out: string;
  readonly jobs: number;
  readonly json?: boolean;
  readonly browser?: string;
}

/** `lectern gallery`: shows all layouts in all themes. Returns whether all is well. */
export async function galleryCommand(context: Context, options: GalleryOptions): Promise<boolean> {
  const { terminal, readers } = context;
  const tools = await createTools(context, options);
  try {
    const result = await buildGallery(
      {
        themes: options.theme ?? [],
        sizes: options.size ?? [],
        onLook: ({ name }, done, total) => terminal.progress(`${done}/${total}  ${name}`),
      },
      { ...tools, readers, store: diskStore(resolve(context.root, options.out)) },
    );
    const good = isGood(result.diagnostics);
    if (options.json) printJson(context, result, good);
    else printResult(context, result, options.out);
    return good;
  } finally {
    await tools.browser.close();
  }
}

function printResult(context: Context, { diagnostics, looks, artifacts }: GalleryResult, out: string): void {
  const { terminal } = context;
  printDiagnostics(context, diagnostics);
  for (const { name, slides } of looks.filter(({ ok }) => ok)) {
    terminal.say(`  ${terminal.good('✓')} ${name}  ${slides} slides`);
  }
  if (artifacts.some(({ path }) => path === 'index.html')) {
    terminal.say(`Open ${terminal.strong(`${out}/index.html`)}`);
  }
}

function printJson(
  { terminal, readers }: Context,
  { diagnostics, looks, ...result }: GalleryResult,
  ok: boolean,
): void {
  const document = {
    ok,
    diagnostics: diagnostics.map((diagnostic) => recordOf(diagnostic, readers.sources.texts)),
    looks: looks.map(record),
    ...result,
  };
  terminal.out(JSON.stringify(document, null, 2));
}

const record = ({ look, slides, files, ok }: BuiltLook) => ({
  theme: look.theme,
  size: look.size,
  course: look.shelf.course ?? null,
  layouts: look.layouts,
  slides,
  files,
  ok,
});

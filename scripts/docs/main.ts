import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exportSheet } from '../../src/7-export/index.ts';
import { sheetWords } from '../../src/build/gallery/words.ts';
import { createContext } from '../../src/cli/context.ts';
import { createTools } from '../../src/cli/tools.ts';
import { hashes, type LayoutDocs, layoutDocs, page, pictureFolder } from './layouts.ts';
import { hashesFile } from './pictures.ts';

const widthPx = 640;

/** Writes `docs/layouts.md`, and its pictures when what they show has changed. `root` is the folder of Lectern. */
export async function writeDocs(root: string): Promise<void> {
  const context = await createContext({ root });
  const tools = await createTools(context, { jobs: 1 });
  try {
    const docs = await layoutDocs(context.readers, tools);
    await writeFile(join(root, page), docs.text);
    console.log(`${page}: ${docs.pictures.length} pictures`);
    if (await isCurrent(root, docs)) return;
    const { value: sheet, diagnostics } = await exportSheet(
      docs.rendered,
      sheetWords(docs.shown, docs.rendered.slides),
      tools,
    );
    if (!sheet) throw new Error(JSON.stringify(diagnostics, undefined, 2));
    const tiles = sheet.tiles.slice(0, docs.pictures.length);
    const cut = await context.readers.images.cut(sheet.png, tiles, widthPx);
    await rm(join(root, pictureFolder), { recursive: true, force: true });
    await mkdir(join(root, pictureFolder), { recursive: true });
    for (const [at, { file }] of docs.pictures.entries()) {
      await writeFile(join(root, pictureFolder, file), cut[at] ?? '');
    }
    await writeFile(join(root, hashes), hashesFile(docs.pictures));
    console.log(`${pictureFolder}: ${cut.reduce((sum, { length }) => sum + length, 0)} bytes`);
  } finally {
    await tools.browser.close();
  }
}

/** Whether all pictures are there and show what they should: on another machine their bytes would differ for nothing. */
async function isCurrent(root: string, { pictures }: LayoutDocs): Promise<boolean> {
  const names = await readdir(join(root, pictureFolder)).catch((): string[] => []);
  const known = await readFile(join(root, hashes), 'utf8').catch(() => '');
  return known === hashesFile(pictures) && pictures.every(({ file }) => names.includes(file));
}

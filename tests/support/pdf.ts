import { inflateSync } from 'node:zlib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What a reader finds in a PDF. */
export interface PdfFacts {
  readonly pages: number;
  /** Width and height of each page, in points. */
  readonly sizes: readonly (readonly [number, number])[];
  readonly texts: readonly string[];
  readonly info: Readonly<Record<string, unknown>>;
  readonly outline: readonly string[];
  readonly isTagged: boolean;
  readonly language: string | undefined;
  /** Names of the fonts, without the prefix of a subset. */
  readonly fonts: readonly string[];
}

/** Reads a PDF with pdf.js. */
export async function readPdf(bytes: Uint8Array): Promise<PdfFacts> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false });
  const document = await task.promise;
  try {
    const metadata = await document.getMetadata();
    const info = metadata.info as Record<string, unknown>;
    const marks = await document.getMarkInfo();
    const outline = (await document.getOutline()) ?? [];
    const sizes: [number, number][] = [];
    const texts: string[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
      sizes.push([right - left, top - bottom]);
      const { items } = await page.getTextContent();
      texts.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''));
    }
    return {
      pages: document.numPages,
      sizes,
      texts,
      info,
      outline: outline.map(({ title }) => title),
      isTagged: marks?.Marked === true,
      language: typeof info.Language === 'string' ? info.Language : undefined,
      fonts: [
        ...new Set(
          [...plainBytes(bytes).matchAll(/\/BaseFont\s*\/(?:[A-Z]{6}\+)?([\w-]+)/g)].map(([, name]) => name ?? ''),
        ),
      ].sort(),
    };
  } finally {
    await task.destroy();
  }
}

/** All bytes of a PDF as Latin-1 text, with its compressed streams opened. */
export function plainBytes(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes);
  const raw = buffer.toString('latin1');
  const opened: string[] = [];
  for (const { index, 0: mark } of raw.matchAll(/stream\r?\n/g)) {
    const start = index + mark.length;
    const end = raw.indexOf('endstream', start);
    try {
      opened.push(inflateSync(buffer.subarray(start, end)).toString('latin1'));
    } catch {
      // Not a compressed stream: it is in the raw text already.
    }
  }
  return [raw, ...opened].join('\n');
}

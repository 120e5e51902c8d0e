/** Questions to a PDF. */
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What tests want to know of a PDF. */
export interface PdfFacts {
  /** Width and height in points, page by page. */
  readonly pageSizes: readonly (readonly [number, number])[];
  readonly text: string;
  readonly title: unknown;
  /** Each once, without the prefix of a subset. */
  readonly fonts: readonly string[];
  /** On the first page. */
  readonly images: number;
}

/** Reads a PDF. Throws when it is not one. */
export async function readPdf(bytes: Uint8Array): Promise<PdfFacts> {
  // pdf.js takes over what it is given, and refuses buffers of Node.
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const pdf = await task.promise;
  const pageSizes: (readonly [number, number])[] = [];
  let text = '';
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
    pageSizes.push([right - left, top - bottom]);
    for (const item of (await page.getTextContent()).items) if ('str' in item) text += item.str;
  }
  const { fnArray } = await (await pdf.getPage(1)).getOperatorList();
  const { info } = await pdf.getMetadata();
  await task.destroy();
  return {
    pageSizes,
    text,
    title: 'Title' in info ? info.Title : undefined,
    fonts: fontNames(Buffer.from(bytes).toString('latin1')),
    images: fnArray.filter((operation) => operation === OPS.paintImageXObject).length,
  };
}

function fontNames(pdf: string): readonly string[] {
  return [...new Set([...pdf.matchAll(/\/BaseFont \/(?:[A-Z]{6}\+)?(\S+)/g)].map((match) => match[1] ?? ''))];
}

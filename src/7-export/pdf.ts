import type { PDFDocument, PDFObject } from '@cantoo/pdf-lib';
import type { Person } from '../model/course.ts';

/** What a PDF says about itself. All text is plain. */
export interface PdfInfo {
  readonly title: string;
  readonly people: readonly Person[];
  readonly subject: string;
  readonly keywords: readonly string[];
  readonly language: string;
  /** Written as the date of creation and of change, so that the same course gives the same bytes. */
  readonly date: Date;
  /** For each page its title, or nothing when it goes on with the page before. */
  readonly outline: readonly (string | undefined)[];
}

/**
 * Finishes a PDF as the browser printed it: title, author, subject, keywords, language and fixed dates, an outline with
 * an entry a title. Tags stay as they are, with numbers of their own.
 * Shape: as many pages as `outline` is long; throws otherwise, because slides and pages have come apart.
 * Source: ISO 32000-2, sections 12.3.3 (outline), 14.3.3 (information).
 */
export async function finishPdf(printed: Uint8Array, info: PdfInfo): Promise<Uint8Array> {
  const { PDFDocument, PDFHexString, PDFName, PDFNumber, PDFNull } = await import('@cantoo/pdf-lib');
  const document = await PDFDocument.load(printed, { updateMetadata: false });
  const pages = document.getPages();
  if (pages.length !== info.outline.length) {
    throw new Error(`The PDF of "${info.title}" has ${pages.length} pages for ${info.outline.length} slides.`);
  }
  document.setTitle(info.title, { showInWindowTitleBar: true });
  document.setAuthor(info.people.map(({ name }) => name).join(', '));
  document.setSubject(info.subject);
  document.setKeywords([...info.keywords]);
  document.setCreator('Lectern');
  document.setProducer('Lectern');
  document.setCreationDate(info.date);
  document.setModificationDate(info.date);
  document.setLanguage(info.language);
  await numberElements(document);

  const { context, catalog } = document;
  const outline = context.nextRef();
  const named = pages.flatMap((page, at) => {
    const title = info.outline[at];
    return title === undefined ? [] : [{ page, title }];
  });
  const entries = named.map(() => context.nextRef());
  named.forEach(({ page, title }, at) => {
    const entry = context.obj({
      Title: PDFHexString.fromText(title),
      Parent: outline,
      Dest: [page.ref, PDFName.of('XYZ'), PDFNull, PDFNull, PDFNull],
      ...(entries[at - 1] ? { Prev: entries[at - 1] } : {}),
      ...(entries[at + 1] ? { Next: entries[at + 1] } : {}),
    });
    context.assign(entries[at] as (typeof entries)[number], entry);
  });
  const [first] = entries;
  const last = entries.at(-1);
  if (first && last) {
    const root = { Type: 'Outlines', First: first, Last: last, Count: PDFNumber.of(entries.length) };
    context.assign(outline, context.obj(root));
    catalog.set(PDFName.of('Outlines'), outline);
  }
  return document.save({ useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false });
}

/** How Chrome writes the number of a node: with so many digits, by which the names in the tree of ids are sorted. */
const nodeId = /^node(\d{8,})$/;

/**
 * Numbers the elements of a tagged PDF that others refer to, such as the heads of a table, from 1 on. Chrome numbers the nodes of
 * all documents that its process has shown, so that a PDF would depend on what was printed or measured before it.
 * Their order stays, and with it that of the tree of ids. Source: ISO 32000-2, sections 14.7.2 (`ID`, `IDTree`), 14.8.5.7 (`Headers`).
 */
async function numberElements({ context }: PDFDocument): Promise<void> {
  const { PDFArray, PDFDict, PDFString } = await import('@cantoo/pdf-lib');
  const found: { readonly number: number; readonly replace: (id: string) => void }[] = [];
  const visit = (object: PDFObject, replace: (by: PDFObject) => void): void => {
    if (object instanceof PDFDict) {
      for (const [key, value] of object.entries()) visit(value, (by) => object.set(key, by));
    } else if (object instanceof PDFArray) {
      for (const [at, value] of object.asArray().entries()) visit(value, (by) => object.set(at, by));
    } else if (object instanceof PDFString) {
      const [, digits] = nodeId.exec(object.asString()) ?? [];
      if (digits) found.push({ number: Number(digits), replace: (id) => replace(PDFString.of(id)) });
    }
  };
  for (const [reference, object] of context.enumerateIndirectObjects()) {
    visit(object, (by) => context.assign(reference, by));
  }
  const numbers = [...new Set(found.map(({ number }) => number))].sort((a, b) => a - b);
  const ranks = new Map(numbers.map((number, at) => [number, at + 1]));
  for (const { number, replace } of found) replace(`node${String(ranks.get(number)).padStart(8, '0')}`);
}

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
 * an entry a title. Tags stay as they are.
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

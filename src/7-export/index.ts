import { done, failed, type Outcome } from '../diagnostics/outcome.ts';
import { contextText, type Deck } from '../model/deck.ts';
import { withoutEmoji } from '../model/emoji.ts';
import type { Browser, Fonts, ShowJob } from '../model/ports.ts';
import type { Expanded, Rendered } from '../model/rendered.ts';
import { familyOf } from './choose-fonts.ts';
import { cssString, escapeHtml } from './escape.ts';
import { markdownFile } from './markdown.ts';
import { deckPage, type Link, type PrintPageInput, printPage } from './page.ts';
import { pageInput } from './page-input.ts';
import { finishPdf } from './pdf.ts';
import { notShown } from './printing.ts';

export { lowResolution } from './coarse.ts';
export { exportGalleryPage, exportSheet, type Sheet } from './gallery.ts';
export type { GalleryEntry } from './gallery-page.ts';
export { manifestEntry, manifestFile, readManifest } from './manifest.ts';
export { notShown } from './printing.ts';
export type { SheetWords } from './sheet.ts';
export { exportCoursePage, exportIndexPage, type SiteCourse, type SiteDeck } from './site-pages.ts';

/** The script and style sheet that make a page a presentation. */
export interface Player {
  readonly script: string;
  readonly style: string;
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The Marp Markdown of a deck with its notes. Cannot fail. */
export function exportMarkdown(expanded: Expanded): Uint8Array {
  return encode(markdownFile(expanded));
}

/** The page of a deck with the player. Errors: font/not-found, font/missing-glyph. */
export async function exportHtml(
  rendered: Rendered,
  neighbours: { readonly previous: Deck | undefined; readonly next: Deck | undefined },
  { fonts, player }: { readonly fonts: Fonts; readonly player: Player },
): Promise<Outcome<Uint8Array>> {
  const { deck, slides } = rendered;
  const { labels } = deck;
  const courseTitle = withoutEmoji(contextText(deck, 'course', 'title'));
  const notes = slides.map((slide) => slide.notes);
  const neighbourTitles = [neighbours.previous, neighbours.next].map((other) => withoutEmoji(other?.title ?? ''));
  const titles = [withoutEmoji(deck.title), courseTitle, ...neighbourTitles].map(escapeHtml);
  const aroundSlides = [...notes, ...Object.values(labels), ...titles].join(' ');
  const { value: input, diagnostics } = await pageInput(rendered, fonts, aroundSlides);
  if (!input) return failed(diagnostics);
  // Decks of a course lie in folders beside each other: course/lesson/section.
  const link = ({ path, title }: Deck): Link => ({
    href: `../${path.split('/').slice(1).join('/')}.html`,
    title: withoutEmoji(title),
  });
  const page = deckPage({
    ...input,
    title: withoutEmoji(deck.title),
    courseTitle,
    slides: slides.map((slide) => ({ ...slide, title: withoutEmoji(slide.title) })),
    fontFamily: `${cssString(familyOf(deck, 'font-body'))}, var(--text-fallbacks)`,
    labels,
    player,
    links: {
      course: { href: '../index.html', title: courseTitle },
      ...(neighbours.previous ? { previous: link(neighbours.previous) } : {}),
      ...(neighbours.next ? { next: link(neighbours.next) } : {}),
    },
  });
  return done(encode(page), diagnostics);
}

/** The document by which slides are measured: what is printed, with the lines of the Markdown on it. Errors: font/*. */
export async function measurePage(rendered: Rendered, fonts: Fonts): Promise<Outcome<ShowJob>> {
  const { value: input, diagnostics } = await pageInput(rendered, fonts, '');
  if (!input) return failed(diagnostics);
  const slides = rendered.slides.map((slide) => ({ ...slide, html: slide.traced }));
  return done(showJob(rendered.deck, { ...input, slides }), diagnostics);
}

/**
 * The PDF of a deck, printed by the browser and finished with title, outline and dates.
 * Errors: font/*, browser/missing, browser/failed, deck/external-request.
 */
export async function exportPdf(
  rendered: Rendered,
  { fonts, browser, date }: { readonly fonts: Fonts; readonly browser: Browser; readonly date: Date },
): Promise<Outcome<Uint8Array>> {
  const { deck, slides } = rendered;
  const { value: input, diagnostics } = await pageInput(rendered, fonts, '');
  if (!input) return failed(diagnostics);
  const printed = await browser.print(showJob(deck, input));
  if (printed.kind !== 'printed') return failed([...diagnostics, notShown(deck, printed)]);
  const info = {
    title: input.title,
    people: deck.course.people,
    subject: `${contextText(deck, 'lesson', 'title')} – ${input.courseTitle}`,
    keywords: deck.course.keywords,
    language: deck.course.language,
    date,
    outline: slides.map(({ title, continues }) => (continues ? undefined : title)),
  };
  return done(await finishPdf(printed.pdf, info), diagnostics);
}

function showJob({ id, theme }: Deck, input: PrintPageInput): ShowJob {
  const { widthPx, heightPx } = theme.size;
  return { deck: id, html: printPage(input), widthPx, heightPx };
}

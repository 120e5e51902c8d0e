import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { done, failed, type Outcome } from '../diagnostics/outcome.ts';
import { diagnose } from '../diagnostics/report.ts';
import { contextText, type Deck } from '../model/deck.ts';
import { withoutEmoji } from '../model/emoji.ts';
import type { Browser, CutOff, Fonts } from '../model/ports.ts';
import type { Expanded, Rendered } from '../model/rendered.ts';
import { bodyFamily } from './choose-fonts.ts';
import { tooCoarse } from './coarse.ts';
import { cssString, escapeHtml } from './escape.ts';
import { markdownFile } from './markdown.ts';
import { deckPage, type Link, printPage } from './page.ts';
import { pageInput } from './page-input.ts';
import { finishPdf } from './pdf.ts';
import { notShown } from './printing.ts';

export { exportGalleryPage, exportSheet, type Sheet } from './gallery.ts';
export type { GalleryEntry } from './gallery-page.ts';
export { manifestEntry, manifestFile, readManifest } from './manifest.ts';
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
    fontFamily: `${cssString(bodyFamily(deck))}, var(--text-fallbacks)`,
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

/**
 * The PDF of a deck, printed by the browser and finished with title, outline and dates.
 * Errors: font/*, fit/overflow (the PDF is there all the same), browser/missing, browser/failed, deck/external-request;
 * warning: asset/low-resolution.
 */
export async function exportPdf(
  rendered: Rendered,
  { fonts, browser, date }: { readonly fonts: Fonts; readonly browser: Browser; readonly date: Date },
): Promise<Outcome<Uint8Array>> {
  const { deck, slides } = rendered;
  const { value: input, diagnostics } = await pageInput(rendered, fonts, '');
  if (!input) return failed(diagnostics);
  const { widthPx, heightPx } = deck.theme.size;
  const printed = await browser.print({ deck: deck.id, html: printPage(input), widthPx, heightPx });
  if (printed.kind !== 'printed') return failed([...diagnostics, notShown(deck, printed)]);
  const info = {
    title: input.title,
    people: deck.course.people,
    subject: `${contextText(deck, 'lesson', 'title')} – ${input.courseTitle}`,
    keywords: deck.course.keywords,
    language: deck.course.language,
    date,
    outline: slides.map(({ title }) => title),
  };
  const cutOff = printed.cutOff.map((cut) => overflow(rendered, cut));
  const coarse = printed.coarse.map((image) => tooCoarse(rendered, image));
  return { value: await finishPdf(printed.pdf, info), diagnostics: [...diagnostics, ...cutOff, ...coarse] };
}

function overflow({ deck, slides }: Rendered, { slide, rightPx, bottomPx }: CutOff): Diagnostic {
  const shown = slides[slide];
  const span = deck.slides.find(({ id }) => id === shown?.id)?.span;
  const edges = [
    ...(bottomPx > 0 ? [`${bottomPx} px too high`] : []),
    ...(rightPx > 0 ? [`${rightPx} px too wide`] : []),
  ];
  const message = `The slide "${shown?.title}" cuts off what is on it: its content is ${edges.join(' and ')}.`;
  return diagnose('fit/overflow', span, message, 'Say it in fewer words, or spread it over two slides.');
}

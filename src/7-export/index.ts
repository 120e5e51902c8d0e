import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { done, failed, type Outcome } from '../diagnostics/outcome.ts';
import { diagnose, hasErrors } from '../diagnostics/report.ts';
import { contextText, type Deck } from '../model/deck.ts';
import type { Browser, Fonts, NotShown, ShowJob } from '../model/ports.ts';
import type { Expanded, Rendered } from '../model/rendered.ts';
import { embedFonts } from './fonts.ts';
import { markdownFile } from './markdown.ts';
import { deckPage, type Link, type PrintPageInput, printPage } from './page.ts';
import { finishPdf } from './pdf.ts';

export { lowResolution } from './coarse.ts';
export { manifestEntry, manifestFile, readManifest } from './manifest.ts';
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
  const { theme, labels } = deck;
  const courseTitle = contextText(deck, 'course', 'title');
  const notes = slides.map((slide) => slide.notes);
  const aroundSlides = [...notes, ...Object.values(labels), deck.title, courseTitle].join(' ');
  const { value: input, diagnostics } = await pageInput(rendered, fonts, aroundSlides);
  if (!input) return failed(diagnostics);
  // Decks of a course lie in folders beside each other: course/lesson/section.
  const link = ({ path, title }: Deck): Link => ({ href: `../${path.split('/').slice(1).join('/')}.html`, title });
  const page = deckPage({
    ...input,
    fontFamily: theme.fonts.find((family) => theme.tokens.get('font-body')?.includes(family)) ?? '',
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
  if (printed.kind !== 'printed') return failed([...diagnostics, reportNotShown(deck, printed)]);
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

/** Why the browser shows nothing of a deck. Errors: browser/missing, browser/failed, deck/external-request. */
export function reportNotShown(deck: Deck, why: NotShown): Diagnostic {
  switch (why.kind) {
    case 'failed': {
      const message = `The browser could not print the deck "${deck.id}": ${why.reason}`;
      return diagnose('browser/failed', deck.section.title.span, message, 'Run `lectern doctor`.');
    }
    case 'blocked': {
      const message = `The deck "${deck.id}" asks for what is not inside it: ${why.urls.slice(0, 3).join(', ')}`;
      const hint = 'Put what is asked for into the course folder, and write its path there.';
      return diagnose('deck/external-request', deck.section.title.span, message, hint);
    }
    case 'no-browser': {
      const message = `PDFs cannot be printed: ${why.reason}`;
      return diagnose('browser/missing', undefined, message, 'Run `lectern doctor --fix` to get a browser.');
    }
  }
}

async function pageInput(rendered: Rendered, fonts: Fonts, moreHtml: string): Promise<Outcome<PrintPageInput>> {
  const { deck, slides, audience } = rendered;
  const html = slides.map((slide) => slide.html).join('') + moreHtml;
  const embedded = await embedFonts({ deck, html, css: rendered.css }, fonts);
  if (!embedded.value || hasErrors(embedded.diagnostics)) return failed(embedded.diagnostics);
  const { fontCss, css } = embedded.value;
  const input: PrintPageInput = {
    audience,
    slides,
    css,
    fontCss,
    title: deck.title,
    courseTitle: contextText(deck, 'course', 'title'),
    language: deck.course.language,
    people: deck.course.people,
    keywords: deck.course.keywords,
    description: `${contextText(deck, 'lesson', 'title')} – ${contextText(deck, 'course', 'title')}`,
    size: deck.theme.size,
  };
  return done(input, embedded.diagnostics);
}

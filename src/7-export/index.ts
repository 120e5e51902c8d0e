import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { done, failed, type Outcome } from '../diagnostics/outcome.ts';
import { diagnose, hasErrors } from '../diagnostics/report.ts';
import { contextText, type Deck } from '../model/deck.ts';
import { withoutEmoji } from '../model/emoji.ts';
import type { Browser, CutOff, Fonts } from '../model/ports.ts';
import type { Expanded, Rendered } from '../model/rendered.ts';
import { bodyFamily } from './choose-fonts.ts';
import { tooCoarse } from './coarse.ts';
import { cssString, escapeHtml } from './escape.ts';
import { embedFonts } from './fonts.ts';
import { markdownFile } from './markdown.ts';
import { deckPage, type Link, type PrintPageInput, printPage } from './page.ts';
import { finishPdf } from './pdf.ts';

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
  switch (printed.kind) {
    case 'printed': {
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
    case 'failed': {
      const message = `The browser could not print the deck "${deck.id}": ${printed.reason}`;
      return failed([
        ...diagnostics,
        diagnose('browser/failed', deck.section.title.span, message, 'Run `lectern doctor`.'),
      ]);
    }
    case 'blocked': {
      const message = `The deck "${deck.id}" asks for what is not inside it: ${printed.urls.slice(0, 3).join(', ')}`;
      const hint = 'Put what is asked for into the course folder, and write its path there.';
      return failed([...diagnostics, diagnose('deck/external-request', deck.section.title.span, message, hint)]);
    }
    case 'no-browser':
      return failed([
        ...diagnostics,
        diagnose(
          'browser/missing',
          undefined,
          `PDFs cannot be printed: ${printed.reason}`,
          'Run `lectern doctor --fix` to get a browser.',
        ),
      ]);
  }
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

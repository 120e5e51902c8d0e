import type { Person } from '../model/course.ts';
import type { Labels } from '../model/library.ts';
import type { Rendered, RenderedSlide } from '../model/rendered.ts';
import type { SlideSize } from '../model/theme.ts';
import { htmlDocument } from './document.ts';
import { escapeHtml, escapeJson } from './escape.ts';
import { label, type Words } from './language.ts';

/** What a deck's printed document is made of. `slides` is never empty. */
export interface PrintPageInput extends Pick<Rendered, 'audience' | 'css'> {
  readonly slides: readonly RenderedSlide[];
  /** Plain text. */
  readonly title: string;
  /** Plain text; ends the title of the page. */
  readonly courseTitle: string;
  /** BCP 47 tag. */
  readonly language: string;
  readonly people: readonly Person[];
  readonly keywords: readonly string[];
  /** Plain text; empty for none. */
  readonly description: string;
  readonly size: SlideSize;
  /** `@font-face` rules with the fonts inside. */
  readonly fontCss: string;
}

/** What a deck's page is made of. */
export interface DeckPageInput extends PrintPageInput {
  /** Families of `fontCss` as CSS, for the buttons and words around the slides. */
  readonly fontFamily: string;
  readonly labels: Labels;
  /** `src/player`, bundled: a script that runs as it is, and its style sheet. */
  readonly player: { readonly script: string; readonly style: string };
  readonly links: DeckLinks;
}

/** The ways on from a deck. */
export interface DeckLinks {
  readonly course: Link;
  readonly previous?: Link;
  readonly next?: Link;
}

/** A relative address with the plain text that it leads under. */
export interface Link {
  readonly href: string;
  readonly title: string;
}

/**
 * The page of a deck: slides, notes for the instructor, the player, fonts and all.
 * Works from a file, without network and, as one slide below the other, without script. Cannot fail.
 */
export function deckPage(input: DeckPageInput): string {
  const words: Words = input;
  const slides = input.slides.map((slide, index) => slideElement(slide, index, input, words));
  return htmlDocument({
    ...input,
    title: pageTitle(input),
    styles: [input.fontCss, input.css, sizeCss(input.size, input.fontFamily), input.player.style],
    script: input.player.script,
    body: `<main class="lectern-deck">
<header class="lectern-header">
<p><a href="${escapeHtml(input.links.course.href)}">${escapeHtml(input.links.course.title)}</a></p>
<h1 class="lectern-deck-title">${escapeHtml(input.title)}</h1>
</header>
${slides.join('\n')}
${linksElement(input.links, words)}
</main>
<script type="application/json" id="lectern-data">${dataBlock(input)}</script>`,
  });
}

/** The document that is printed to PDF: the same slides, one a page of exactly their size, without player. Cannot fail. */
export function printPage(input: PrintPageInput): string {
  const { widthPx, heightPx } = input.size;
  return htmlDocument({
    ...input,
    title: pageTitle(input),
    styles: [
      input.fontCss,
      input.css,
      // The last slide must not ask for a page after it. Chrome leaves backgrounds out unless told otherwise.
      `@page{size:${widthPx}px ${heightPx}px;margin:0}
html,body{margin:0}
.marpit{width:${widthPx}px;height:${heightPx}px;overflow:hidden;break-after:page;break-inside:avoid}
.marpit:last-child{break-after:auto}
*,::before,::after{-webkit-print-color-adjust:exact;print-color-adjust:exact}`,
    ],
    body: input.slides
      .map((slide) => `<div class="marpit" id="${escapeHtml(slide.id)}">${slide.html}</div>`)
      .join('\n'),
  });
}

function pageTitle(input: PrintPageInput): string {
  return `${input.title} · ${input.courseTitle}`;
}

/** The slide's address and name are on the outside: the theme's rules need Marp's elements directly in one another. */
function slideElement(slide: RenderedSlide, index: number, input: DeckPageInput, words: Words): string {
  const values = { number: index + 1, total: input.slides.length, title: slide.title };
  const name = label(words, slide.title === '' ? 'player-position-untitled' : 'player-position', values);
  const notes =
    input.audience === 'instructor' && slide.notes !== ''
      ? `<aside class="lectern-notes" aria-label="${escapeHtml(label(words, 'player-notes'))}">${slide.notes}</aside>`
      : '';
  return `<div class="lectern-slide" id="${escapeHtml(slide.id)}" role="group" aria-label="${escapeHtml(name)}"><div class="marpit">${slide.html}</div>${notes}</div>`;
}

function linksElement(links: DeckLinks, words: Words): string {
  const link = (key: string, rel: string, to: Link | undefined) =>
    to ? [`<a${rel} href="${escapeHtml(to.href)}">${escapeHtml(label(words, key, { title: to.title }))}</a>`] : [];
  return `<nav class="lectern-links" aria-label="${escapeHtml(label(words, 'player-links'))}">
<p class="lectern-end">${escapeHtml(label(words, 'player-end'))}</p>
${[
  ...link('player-previous-section', ' rel="prev"', links.previous),
  ...link('player-course', '', links.course),
  ...link('player-next-section', ' rel="next"', links.next),
].join('\n')}
</nav>`;
}

/** What the player needs to know and cannot see; it is read by `src/player/deck.ts`. Planned minutes are the instructor's. */
function dataBlock(input: DeckPageInput): string {
  const instructor = input.audience === 'instructor';
  return escapeJson({
    audience: input.audience,
    widthPx: input.size.widthPx,
    heightPx: input.size.heightPx,
    slides: input.slides.map(({ title, minutes }) => ({
      title,
      ...(instructor && minutes !== undefined && { minutes }),
    })),
    labels: Object.fromEntries(
      Object.entries(input.labels)
        .filter(([key]) => key.startsWith('player-'))
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
  });
}

/** What the player's style sheet cannot know. A paper size cannot be a variable. */
function sizeCss({ widthPx, heightPx }: SlideSize, fontFamily: string): string {
  return `:root{--lectern-width:${widthPx};--lectern-height:${heightPx};--lectern-font:${fontFamily}}
@page{size:${widthPx}px ${heightPx}px;margin:0}`;
}

import type { Audience, Deck } from './deck.ts';
import type { Span } from './source.ts';

/** Marp Markdown of a deck for one audience. */
export interface Expanded {
  readonly deck: Deck;
  readonly audience: Audience;
  readonly markdown: string;
  /** For each line of `markdown`, where the author wrote what stands there. */
  readonly lines: readonly (Span | undefined)[];
  /** First line and line after the last of each slide, as indexes into `lines`. */
  readonly slideLines: readonly { readonly start: number; readonly end: number }[];
  /** The slides that this audience sees, as indexes into the deck's. */
  readonly slides: readonly number[];
  /** Notes of each slide as Markdown; empty strings for none, and for all of them in a public deck. */
  readonly notes: readonly string[];
  /** What only the engine can judge. */
  readonly embeds: readonly Embed[];
}

/** A piece in a language of its own: TeX, a programming language, a chart, a diagram. */
export interface Embed {
  readonly kind: 'formula' | 'code' | 'chart' | 'diagram';
  readonly text: string;
  /** The programming language, for code. */
  readonly language: string;
  readonly display: boolean;
  readonly span: Span;
  /** Where each line of a formula stands, when it has several and the file writes them as they are. */
  readonly lines?: readonly Span[];
}

/** Slides as HTML, with the style sheet that they need. */
export interface Rendered {
  readonly deck: Deck;
  readonly audience: Audience;
  readonly markdown: string;
  readonly slides: readonly TracedSlide[];
  readonly css: string;
}

export interface RenderedSlide {
  readonly id: string;
  /** Plain text of the first heading. */
  readonly title: string;
  /** `<div class="slide"><section>…</section></div>` */
  readonly html: string;
  /** HTML; empty for none. */
  readonly notes: string;
  readonly minutes?: number;
  /** Goes on with the slide before it, under the same heading. */
  readonly continues?: true;
}

/** A slide whose parts can be traced back to the Markdown. */
export interface TracedSlide extends RenderedSlide {
  /** `html` with attributes `data-line` on its blocks: the line that each begins on, in the Markdown of the slide, from 0. */
  readonly traced: string;
  /** The line of the deck's Markdown that `data-line` counts from. */
  readonly firstLine: number;
}

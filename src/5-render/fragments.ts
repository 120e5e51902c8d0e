import type { Deck } from '../model/deck.ts';
import type { EmojiSet, Engine } from '../model/ports.ts';
import type { Embed } from '../model/rendered.ts';
import { loadPictures, withPictures } from './emoji.ts';
import { Figures, imageAddresses } from './figures.ts';
import { formulaFaces, formulaRules } from './formula-css.ts';
import { withoutLines } from './line-marks.ts';
import { needsOf } from './needs.ts';

/** Pieces of a page that are no slides. */
export interface Fragments {
  /** As many as were given, in order; empty for empty ones. */
  readonly html: readonly string[];
  /** The rules that formulas in them need, with the fonts that these name; empty where there are none. */
  readonly formulaCss: string;
  /** Emoji without a picture, which stay characters. */
  readonly unknown: readonly string[];
}

/**
 * Renders pieces of Markdown that belong on no slide: notes, texts of the course page. Each is rendered as if it were a
 * slide, and then taken out of it. `name` is what ids in them begin with: no other fragments of the page have it.
 * Cannot fail.
 */
export async function renderFragments(
  fragments: readonly { readonly markdown: string; readonly embeds: readonly Embed[] }[],
  { theme, assets, course }: Pick<Deck, 'theme' | 'assets' | 'course'>,
  name: string,
  engine: Engine,
  emoji: EmojiSet,
): Promise<Fragments> {
  if (fragments.every(({ markdown }) => markdown === '')) {
    return { html: fragments.map(() => ''), formulaCss: '', unknown: [] };
  }
  const markdown = fragments.map((fragment) => `${fragment.markdown}\n`).join('\n---\n\n');
  const needs = needsOf(fragments.flatMap(({ embeds }) => embeds));
  const { slides, css } = await engine.render({ markdown, theme, images: imageAddresses(assets), needs });
  const html = slides.map((slide) =>
    withoutLines(slide.html)
      .replace(/^<section[^>]*>/, '')
      .replace(/<\/section>$/, '')
      .trim(),
  );
  const { pictures, missing } = await loadPictures(html, course.language, emoji);
  const figures = new Figures(assets, name, theme);
  return {
    html: html.map((part) => figures.place(withPictures(part, pictures))),
    formulaCss: needs.formulas ? `${formulaFaces(css)}\n${formulaRules(css)}` : '',
    unknown: missing,
  };
}

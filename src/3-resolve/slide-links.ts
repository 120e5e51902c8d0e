import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { diagnose } from '../diagnostics/report.ts';
import { suggestOne } from '../diagnostics/suggest.ts';
import type { DeckSlide } from '../model/deck.ts';
import { inlinesIn, inlinesInBlock } from './inlines.ts';

/**
 * Checks that links to slides of the same deck lead somewhere: `#its-id`, or `#3` by number, from 1; a `/2` behind it
 * opens so many steps. Errors: link/unknown-slide.
 */
export function checkSlideLinks(slides: readonly DeckSlide[]): readonly Diagnostic[] {
  const ids = slides.map(({ id }) => id);
  const texts = slides.flatMap(({ fields, notes }) => [
    ...Object.values(fields).flatMap(inlinesIn),
    ...notes.flatMap(inlinesInBlock),
  ]);
  return texts.flatMap((inline) => {
    if (inline.kind !== 'link' || !inline.href.startsWith('#')) return [];
    const [, name = ''] = /^#(.*?)(\/\d+)?$/.exec(inline.href) ?? [];
    if (ids.includes(decoded(name)) || (/^\d+$/.test(name) && Number(name) >= 1 && Number(name) <= slides.length))
      return [];
    const message = `The link "${inline.href}" leads to no slide of this deck.`;
    const hint = suggestOne(name, ids, 'Give the slide that it is to lead to an "id", and link to #that-id.');
    return [diagnose('link/unknown-slide', inline.span, message, hint)];
  });
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

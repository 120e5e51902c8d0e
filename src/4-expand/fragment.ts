import type { Field } from '../model/deck.ts';
import type { Embed } from '../model/rendered.ts';
import { Embeds } from './embeds.ts';
import { encodeBlocks, listMarks } from './encode-blocks.ts';
import { encodeInline } from './encode-inline.ts';
import { foldLines } from './fold-lines.ts';

/** A text on a page that is no slide, as Markdown. */
export interface Fragment {
  readonly markdown: string;
  readonly embeds: readonly Embed[];
}

/** Writes a text of the course as Markdown, its paragraphs as running text. Empty for fields that are no texts. Cannot fail. */
export function expandFragment(field: Field | undefined): Fragment {
  const embeds = new Embeds();
  if (field?.kind === 'blocks')
    return { markdown: encodeBlocks(foldLines(field.content), listMarks(false), embeds), embeds: embeds.all };
  if (field?.kind === 'inline') return { markdown: encodeInline(field.content, embeds), embeds: embeds.all };
  return { markdown: '', embeds: [] };
}

import type { Field, NamedAsset } from '../model/deck.ts';
import type { Block, Inline } from '../model/text.ts';
import { inlinesIn, inlinesInBlock } from './inlines.ts';

/** Every image that a field shows, as a field of its own or within Markdown. */
export function assetsIn(field: Field): readonly NamedAsset[] {
  switch (field.kind) {
    case 'asset':
      return [field];
    case 'list':
      return field.items.flatMap(assetsIn);
    case 'map':
      return Object.values(field.entries).flatMap(assetsIn);
    default:
      return inlinesIn(field).flatMap(imageOf);
  }
}

/** Every image within a block. */
export function assetsInBlock(block: Block): readonly NamedAsset[] {
  return inlinesInBlock(block).flatMap(imageOf);
}

const imageOf = (inline: Inline): readonly NamedAsset[] =>
  inline.kind === 'image' ? [{ path: inline.path, span: inline.span }] : [];

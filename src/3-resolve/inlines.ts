import type { Field } from '../model/deck.ts';
import type { Block, Inline } from '../model/text.ts';

/** Every piece of inline content in a field, also within others, in the order of the text. */
export function inlinesIn(field: Field): readonly Inline[] {
  switch (field.kind) {
    case 'list':
      return field.items.flatMap(inlinesIn);
    case 'map':
      return Object.values(field.entries).flatMap(inlinesIn);
    case 'inline':
      return withChildren(field.content);
    case 'blocks':
      return field.content.flatMap(inlinesInBlock);
    default:
      return [];
  }
}

/** The same for a block. */
export function inlinesInBlock(block: Block): readonly Inline[] {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return withChildren(block.children);
    case 'list':
      return block.items.flat().flatMap(inlinesInBlock);
    case 'quote':
      return block.blocks.flatMap(inlinesInBlock);
    case 'table':
      return [block.head, ...block.rows].flat().flatMap(withChildren);
    default:
      return [];
  }
}

function withChildren(inlines: readonly Inline[]): readonly Inline[] {
  return inlines.flatMap((inline) => ('children' in inline ? [inline, ...withChildren(inline.children)] : [inline]));
}

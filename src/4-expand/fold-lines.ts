import type { Block, Inline } from '../model/text.ts';

/** The same blocks as running text: a paragraph goes on behind the end of a line, which on slides is a break. Cannot fail. */
export function foldLines(blocks: readonly Block[]): readonly Block[] {
  return blocks.map((block) => {
    switch (block.kind) {
      case 'paragraph':
        return { ...block, children: block.children.map(foldInline) };
      case 'list':
        return { ...block, items: block.items.map(foldLines) };
      case 'quote':
        return { ...block, blocks: foldLines(block.blocks) };
      default:
        return block;
    }
  });
}

function foldInline(inline: Inline): Inline {
  if (inline.kind === 'break' && inline.isSoft) return { kind: 'text', text: ' ' };
  return 'children' in inline ? { ...inline, children: inline.children.map(foldInline) } : inline;
}

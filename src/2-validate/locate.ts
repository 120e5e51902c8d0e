import type { Span } from '../model/source.ts';
import { entryOf, type MapNode, type Tree } from '../model/tree.ts';

/** The node under a JSON pointer (RFC 6901), or the nearest one above it. */
export function nodeAt(tree: Tree, pointer: string): Tree {
  let node = tree;
  for (const step of steps(pointer)) {
    const next =
      node.kind === 'map' ? entryOf(node, step)?.value : node.kind === 'list' ? node.items[Number(step)] : undefined;
    if (!next) return node;
    node = next;
  }
  return node;
}

/** The last step of a pointer as an author would name it: a field, or "item 3 of …". */
export function nameOf(pointer: string): string {
  const path = steps(pointer);
  const last = path.at(-1);
  if (last === undefined) return 'This file';
  if (!/^\d+$/.test(last)) return `The field "${last}"`;
  const list = path.at(-2);
  return list === undefined || /^\d+$/.test(list)
    ? `Item ${Number(last) + 1}`
    : `Item ${Number(last) + 1} of "${list}"`;
}

/** Where a message about a value as a whole points: for a mapping its first line, not all that is in it. */
export function headSpan(node: Tree): Span {
  if (node.kind === 'list') return node.items[0] ? headSpan(node.items[0]) : node.span;
  if (node.kind === 'scalar') return node.span;
  const [first] = node.entries;
  if (!first) return node.span;
  return { ...first.keySpan, end: first.value.kind === 'scalar' ? first.value.span.end : first.keySpan.end };
}

/** The place of a key in a mapping. */
export function keySpan(map: MapNode, key: string): Span {
  return entryOf(map, key)?.keySpan ?? headSpan(map);
}

function steps(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

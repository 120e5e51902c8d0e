import type { Span } from '../model/source.ts';
import { entryOf, type MapNode, type Tree } from '../model/tree.ts';

/** The node under a JSON pointer (RFC 6901), or the nearest one above it. */
export function nodeAt(tree: Tree, pointer: string): Tree {
  let node = tree;
  for (const step of steps(pointer)) {
    const next = childAt(node, step);
    if (!next) return node;
    node = next;
  }
  return node;
}

/** A place as an author would name it: a field, or "item 3 of …". */
export function nameOf(tree: Tree, pointer: string): string {
  const path = steps(pointer);
  let name = 'this file';
  let node: Tree | undefined = tree;
  for (const [at, step] of path.entries()) {
    const isItem: boolean = node?.kind === 'list';
    const owner = at === 0 || node === undefined ? '' : ` of ${name.replace(/^the field /, '')}`;
    name = isItem ? `item ${Number(step) + 1}${owner}` : `the field "${step}"`;
    node = node && childAt(node, step);
  }
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** Where a message about a value as a whole points: for a mapping of several lines to its first field. */
export function headSpan(node: Tree): Span {
  if (node.kind === 'scalar') return node.span;
  const last = node.kind === 'list' ? node.items.at(-1) : node.entries.at(-1)?.value;
  // What is written in brackets ends behind its last part, and is pointed at from bracket to bracket.
  if (!last || node.span.end > endOf(last)) return node.span;
  if (node.kind === 'list') return node.items[0] ? headSpan(node.items[0]) : node.span;
  const [first] = node.entries;
  if (!first) return node.span;
  return { ...first.keySpan, end: first.value.kind === 'scalar' ? first.value.span.end : first.keySpan.end };
}

/** The place of a key in a mapping. */
export function keySpan(map: MapNode, key: string): Span {
  return entryOf(map, key)?.keySpan ?? headSpan(map);
}

function childAt(node: Tree, step: string): Tree | undefined {
  if (node.kind === 'map') return entryOf(node, step)?.value;
  return node.kind === 'list' ? node.items[Number(step)] : undefined;
}

function endOf(node: Tree): number {
  const last = node.kind === 'list' ? node.items.at(-1) : node.kind === 'map' ? node.entries.at(-1)?.value : undefined;
  return Math.max(node.span.end, last?.span.end ?? 0);
}

function steps(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

import type { Span } from './source.ts';

/** A YAML document with positions, free of the YAML package's own classes. */
export type Tree = MapNode | ListNode | ScalarNode;

/** A mapping, in the order of the file; its keys are unique. */
export interface MapNode {
  readonly kind: 'map';
  readonly entries: readonly MapEntry[];
  readonly span: Span;
}

export interface MapEntry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: Tree;
}

export interface ListNode {
  readonly kind: 'list';
  readonly items: readonly Tree[];
  readonly span: Span;
}

/** A string, number, boolean or null. */
export interface ScalarNode {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
  /** A number as the author wrote it: 1.10 is not 1.1. */
  readonly written?: string;
  readonly span: Span;
  /** Where each line of a literal block (`|`) starts in the file, so that a place in the text can be found again. */
  readonly lineStarts?: readonly number[];
}

/** The entry of a mapping with this key. */
export function entryOf(map: MapNode, key: string): MapEntry | undefined {
  return map.entries.find((entry) => entry.key === key);
}

/** The value of a mapping under this key. */
export function childOf(map: MapNode, key: string): Tree | undefined {
  return entryOf(map, key)?.value;
}

/** The text under this key, when it is a string. */
export function textOf(map: MapNode, key: string): string | undefined {
  const value = childOf(map, key);
  return value?.kind === 'scalar' && typeof value.value === 'string' ? value.value : undefined;
}

/**
 * The first place in the texts of a tree where a piece of text stands. Alternative texts are left out: they are not drawn.
 * Letters count as the same whether their accents are part of them or not.
 */
export function findText(tree: Tree, ...pieces: readonly string[]): Span | undefined {
  if (tree.kind === 'scalar') {
    if (typeof tree.value !== 'string') return undefined;
    const { value } = tree;
    const [first] = pieces
      .map((piece) => ({ at: value.indexOf(piece), length: piece.length }))
      .filter(({ at }) => at >= 0)
      .sort((a, b) => a.at - b.at);
    if (first) return spanWithin(tree, first.at, first.length);
    const composed = value.normalize('NFC');
    return pieces.some((piece) => composed.includes(piece)) ? tree.span : undefined;
  }
  const parts =
    tree.kind === 'list' ? tree.items : tree.entries.filter(({ key }) => key !== 'alt').map(({ value }) => value);
  for (const part of parts) {
    const found = findText(part, ...pieces);
    if (found) return found;
  }
  return undefined;
}

/** The tree as plain data, positions left out. */
export function plain(tree: Tree): unknown {
  switch (tree.kind) {
    case 'map':
      return Object.fromEntries(tree.entries.map((entry) => [entry.key, plain(entry.value)]));
    case 'list':
      return tree.items.map(plain);
    case 'scalar':
      return tree.value;
  }
}

/** Where a piece of a literal block stands in the file; the whole text where the file writes it in another way. */
export function spanWithin({ value, span, lineStarts }: ScalarNode, at: number, length: number): Span {
  const before = String(value).slice(0, at);
  const lineStart = lineStarts?.[before.split('\n').length - 1];
  if (lineStart === undefined) return span;
  const start = lineStart + at - (before.lastIndexOf('\n') + 1);
  return { file: span.file, start, end: start + length };
}

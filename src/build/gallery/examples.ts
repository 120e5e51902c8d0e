import { parse } from '../../1-parse/index.ts';
import type { Contract } from '../../model/contract.ts';
import { childOf, type MapNode } from '../../model/tree.ts';

/** An example of a contract as a slide of a lesson. */
export interface Example {
  /** Unique in a gallery: `chart`, `chart.2`, `chart.invert`. */
  readonly id: string;
  readonly layout: string;
  /** Counts the examples of the layout from 1. */
  readonly number: number;
  readonly variant?: string;
  /** The fields, where the contract has them, so that faults are reported there. */
  readonly node: MapNode;
  /** The same as the contract has it, word by word. */
  readonly source: MapNode;
}

/** The examples of a contract, in its order. */
export function examplesOf({ layout, source }: Contract): readonly Example[] {
  const tree = parse(source).value;
  const examples = tree?.kind === 'map' ? childOf(tree, 'examples') : undefined;
  const slides = examples?.kind === 'list' ? examples.items.filter((item) => item.kind === 'map') : [];
  return slides.map((node, index) => ({
    id: index === 0 ? layout : `${layout}.${index + 1}`,
    layout,
    number: index + 1,
    node: withLayout(node, layout),
    source: node,
  }));
}

/** An example with its layout, and without an id of its own, which another example may have as well. */
function withLayout(node: MapNode, layout: string): MapNode {
  const [first] = node.entries;
  const span = first ? { ...first.keySpan, end: first.value.span.end } : node.span;
  const entry = { key: 'layout', keySpan: span, value: { kind: 'scalar', value: layout, span } as const };
  return { ...node, entries: [entry, ...node.entries.filter(({ key }) => key !== 'id' && key !== 'layout')] };
}

/** Layouts on which a variant says something; for a variant that is not listed, those of `others`. */
const telling: Readonly<Record<string, readonly string[]>> = {
  compact: ['bullets', 'content', 'table', 'references'],
  emphasis: ['section', 'statement', 'quote', 'bullets', 'cards', 'steps'],
  invert: ['bullets', 'definition', 'code', 'table', 'chart', 'diagram', 'figure', 'equation'],
  'line-numbers': ['code'],
};
const others = ['title', 'bullets', 'code'];

/** First examples of layouts again, as the variants of a theme show them. */
export function variantExamples(examples: readonly Example[], variants: readonly string[]): readonly Example[] {
  const first = new Map(examples.filter(({ number }) => number === 1).map((example) => [example.layout, example]));
  return variants.flatMap((variant) =>
    (telling[variant] ?? others).flatMap((layout) => {
      const example = first.get(layout);
      return example
        ? [{ ...example, id: `${layout}.${variant}`, variant, node: withVariant(example.node, variant) }]
        : [];
    }),
  );
}

function withVariant(node: MapNode, variant: string): MapNode {
  const [first] = node.entries;
  const span = first?.value.span ?? node.span;
  const entry = { key: 'class', keySpan: span, value: { kind: 'scalar', value: variant, span } as const };
  return { ...node, entries: [...node.entries.filter(({ key }) => key !== 'class'), entry] };
}

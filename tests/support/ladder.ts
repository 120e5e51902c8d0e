import type { Contract, Schema } from '../../src/model/contract.ts';

/** Words that occur once each, so that none can get lost unseen. */
class Words {
  #count = 0;
  readonly all: string[] = [];

  /** So many words, of which some are long. */
  take(count: number): string {
    const words = Array.from({ length: count }, () => {
      this.#count += 1;
      return `w${this.#count}${'x'.repeat((this.#count * 7) % 11)}z`;
    });
    this.all.push(...words);
    return words.join(' ');
  }
}

/** A lesson of slides with ever more on them, and the words that they have to show. */
export interface Ladder {
  readonly lesson: object;
  readonly words: readonly string[];
  /** Titles of slides that hold more than any way of setting them could show. */
  readonly hopeless: readonly string[];
}

/** Slides with little, much and far too much on them, of every kind that can grow. */
export function ladder(): Ladder {
  const words = new Words();
  const list = <T>(count: number, item: (at: number) => T): readonly T[] =>
    Array.from({ length: count }, (_, at) => item(at));
  const named = (count: number) => list(count, () => ({ title: words.take(1), text: words.take(7) }));
  const rows = (count: number, columns: number, each: number) =>
    list(count, () => list(columns, () => words.take(each)));
  const slides = [
    ...[1, 5, 20, 60, 200].map((count) => ({
      layout: 'bullets',
      title: `Bullets ${count}`,
      lead: words.take(3),
      items: list(count, () => words.take(5)),
      minutes: 3,
      notes: 'One.\n\nTwo.',
    })),
    {
      layout: 'bullets',
      title: 'Nested',
      items: list(8, () => ({ text: words.take(4), items: list(3, () => words.take(5)) })),
    },
    ...[1, 8, 20].map((count) => ({ layout: 'cards', title: `Cards ${count}`, items: named(count) })),
    ...[4, 20].map((count) => ({ layout: 'steps', title: `Steps ${count}`, items: named(count) })),
    ...[4, 20].map((count) => ({
      layout: 'timeline',
      title: `Timeline ${count}`,
      items: list(count, (at) => ({ when: String(1900 + at), title: words.take(1), text: words.take(6) })),
    })),
    {
      layout: 'table',
      title: 'Long table',
      columns: list(3, () => words.take(1)),
      rows: rows(30, 3, 2),
      caption: words.take(5),
    },
    {
      layout: 'table',
      title: 'Wide table',
      columns: list(12, (at) => `C${at}`),
      rows: list(30, () => list(12, (at) => String(at * 7))),
    },
    {
      layout: 'comparison',
      title: 'Comparison',
      options: ['A', 'B', 'C'],
      rows: list(14, () => ({ criterion: words.take(1), values: list(3, () => words.take(2)) })),
    },
    {
      layout: 'code',
      title: 'Long code',
      language: 'text',
      'line-numbers': true,
      highlight: '6-9',
      code: list(70, () => words.take(3)).join('\n'),
    },
    { layout: 'content', title: 'Prose', body: list(9, () => words.take(28)).join('\n\n') },
    {
      layout: 'content',
      title: 'Mixed',
      body: `Intro:\n\n- ${words.take(3)}\n- ${words.take(3)}\n\n### Heading\n\n${words.take(40)}\n\n| a | b |\n|---|---|\n${list(10, () => `| ${words.take(1)} | ${words.take(3)} |`).join('\n')}`,
    },
    { layout: 'content', title: 'Long words', body: list(4, (at) => `${'a'.repeat(40 + at * 30)}`).join(' ') },
    {
      layout: 'content',
      title: 'No spaces',
      body: list(40, (at) => `한국어${'가나다라마바사'.slice(at % 7)}`).join(''),
    },
    {
      layout: 'bullets',
      title: 'Right to left',
      items: list(24, (at) => `نص عربي ${'طويل '.repeat(1 + (at % 9))}`),
    },
    { layout: 'equation', title: 'Equation', formula: list(16, (at) => `x_{${at}}`).join(' + ') },
    {
      layout: 'references',
      title: 'References',
      items: list(16, (at) => ({ authors: words.take(2), year: String(2000 + at), title: words.take(7) })),
    },
    { layout: 'summary', items: list(12, () => words.take(9)), next: words.take(4) },
    {
      layout: 'image-text',
      title: 'Tall',
      image: 'tall.svg',
      alt: 'A tower',
      body: list(4, () => `- ${words.take(5)}`).join('\n'),
    },
    { layout: 'figure', title: 'Flat', image: 'flat.svg', alt: 'A line' },
    { layout: 'code', title: 'Wide code', language: 'text', code: list(4, () => 'abcdefgh '.repeat(20)).join('\n') },
    {
      layout: 'two-column',
      title: 'Two columns',
      left: { body: list(60, () => '- item').join('\n') },
      right: { body: 'Text' },
    },
    { layout: 'statement', text: list(120, () => 'many words').join(' ') },
  ];
  const lesson = { title: 'Ladder', sections: [{ title: 'Ladder', slides }] };
  return { lesson, words: words.all, hopeless: ['Wide code', 'Two columns', 'many words'] };
}

/** Drawings of an awkward shape. */
export const ladderFiles: Readonly<Record<string, string>> = {
  'tall.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 1000"><path d="M0 0H100V1000H0Z"/></svg>',
  'flat.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 100"><path d="M0 0H1000V100H0Z"/></svg>',
};

/**
 * The first example of every layout with other words in its texts: so many in each, and so many items where the contract lets
 * Lectern divide them.
 */
export function grown(
  contracts: readonly Contract[],
  sizes: readonly (readonly [items: number, words: number])[],
): Ladder {
  const words = new Words();
  const slides = sizes.flatMap(([items, each]) =>
    contracts.map(({ layout, schema }) => {
      const [example] = schema.examples ?? [];
      return { layout, ...(grow(example, { ...schema, splits: false }, items, each, words) as object) };
    }),
  );
  return { lesson: { title: 'Ladder', sections: [{ title: 'Ladder', slides }] }, words: words.all, hopeless: [] };
}

function grow(value: unknown, schema: Schema, items: number, each: number, words: Words): unknown {
  if (Array.isArray(value)) {
    const most = typeof schema.maxItems === 'number' ? schema.maxItems : items;
    const count = schema.splits ? Math.min(items, most) : value.length;
    const inner = (schema.anyOf ?? schema.oneOf)?.find(({ type }) => type === 'array') ?? schema;
    return Array.from({ length: count }, (_, at) =>
      grow(value[at % value.length], inner.items ?? {}, items, each, words),
    );
  }
  if (typeof value === 'object' && value !== null) {
    const { properties = {} } = (schema.anyOf ?? schema.oneOf)?.find(({ type }) => type === 'object') ?? schema;
    // Rows that stand out may not be there any more.
    const kept = Object.entries(value).filter(([key, part]) => key !== 'highlight' || typeof part === 'string');
    const entries = kept.map(([key, part]) => [key, grow(part, properties[key] ?? {}, items, each, words)]);
    return Object.fromEntries(entries);
  }
  if (typeof value !== 'string') return value;
  const { format, pattern, splits } = (schema.anyOf ?? schema.oneOf)?.find(({ type }) => type === 'string') ?? schema;
  // What is a formula, a number or an address has to stay one.
  if (pattern !== undefined || /[$\\]|^\d+$/.test(value)) return value;
  if (format === 'inline') return words.take(each);
  if (format === 'markdown')
    return Array.from({ length: splits ? Math.ceil(items / 3) : 1 }, () => words.take(each * 2)).join('\n\n');
  return value;
}

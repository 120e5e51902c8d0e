import fc from 'fast-check';
import { expect, it } from 'vitest';
import { marpEngine, render } from '../../src/5-render/index.ts';
import type { Deck } from '../../src/model/deck.ts';
import { expectValue, workbench } from '../support/workbench.ts';

const other = '/* @theme other */\n/* @size 16:9 1280px 720px */\n@import "lecture";\nsection { color: teal; }';
const bench = await workbench({ 'themes/other.css': other });

/** Texts that call for each part of the engine, alone and together. */
const parts = {
  plain: 'Words and **words**',
  formula: 'A formula $x^2$\n\n$$\n\\sum_i i\n$$',
  macro: '$\\def\\x{1}\\x$ then $\\text{é}$',
  code: '```python {1}\nprint("x")\n```',
  diagram: '```mermaid\ngraph TD\n  A --> B\n```',
  emoji: 'A 🤖',
};
const mixes = [
  ['plain'],
  ['formula'],
  ['macro'],
  ['code'],
  ['diagram'],
  ['emoji'],
  ['formula', 'code', 'diagram', 'emoji'],
  ['diagram', 'diagram'],
] as const;
const courses = [
  'title: C',
  'title: C\ntheme: other',
  'title: C\ntheme: { base: lecture, tokens: { primary: "#5b21b6" } }',
  'title: C\nlang: ar\ntheme: { base: lecture, size: "4:3" }',
];

async function deckOf(mix: readonly (keyof typeof parts)[], course: string): Promise<Deck> {
  const body = mix.map((part) => parts[part]).join('\n\n');
  const slides = [{ layout: 'content', title: 'T', body, notes: body }];
  const [deck] = expectValue(
    await bench.decks(JSON.stringify({ title: 'L', sections: [{ title: 'S', slides }] }), course),
  );
  if (!deck) throw new Error('There is no deck.');
  return deck;
}

const decks = await Promise.all(
  mixes.flatMap((mix, at) => [deckOf(mix, courses[at % 4] ?? ''), deckOf(mix, courses[(at + 1) % 4] ?? '')]),
);
const alone = await Promise.all(decks.map((deck) => bytesOf(deck, marpEngine())));

async function bytesOf(deck: Deck, engine: ReturnType<typeof marpEngine>): Promise<string> {
  const { slides, css } = expectValue(await render(expectValue(bench.expand(deck, 'instructor')), engine, bench.emoji));
  return JSON.stringify([slides, css]);
}

it('renders a deck the same, whatever was rendered before it', async () => {
  const orders = fc.array(fc.nat(decks.length - 1), { minLength: 2, maxLength: 6 });
  const engine = marpEngine();
  await fc.assert(
    fc.asyncProperty(orders, async (order) => {
      for (const at of order) expect(await bytesOf(decks[at] as Deck, engine)).toBe(alone[at]);
    }),
    { numRuns: 12, seed: 1 },
  );
});

it('renders decks the same when they are worked on at one time', async () => {
  const engine = marpEngine();
  expect(await Promise.all(decks.map((deck) => bytesOf(deck, engine)))).toEqual(alone);
});

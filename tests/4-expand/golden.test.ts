import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Expanded } from '../../src/model/rendered.ts';
import { expectValue, workbench } from '../support/workbench.ts';

const isUpdate = process.env.UPDATE_GOLDEN === '1';
const folder = join(import.meta.dirname, 'golden');
const figures = 'templates/examples/figures';
const bench = await workbench(
  Object.fromEntries(readdirSync(figures).map((name) => [`figures/${name}`, readFileSync(join(figures, name))])),
);
const layouts = [...bench.contracts.keys()].sort();

describe('the Markdown of', () => {
  it.each(layouts)('the layout %s, with the first example of its contract', async (layout) => {
    const [example] = bench.contracts.get(layout)?.schema.examples ?? [];
    const { markdown, slideLines } = await expanded([{ layout, ...(example as object) }]);
    const [{ start, end } = { start: 0, end: 0 }] = slideLines;
    expectGolden(`${layout}.md`, `${markdown.split('\n').slice(start, end).join('\n')}\n`);
  });

  it('a deck', async () => {
    const slides = [
      { layout: 'section', title: 'First: *one*', class: 'invert' },
      { layout: 'bullets', title: 'Second', reveal: 'items', items: ['a', { text: 'b', items: ['c'] }] },
    ];
    expectGolden('deck.md', (await expanded(slides)).markdown);
  });
});

it('has no file that no layout stands for', () => {
  expect(readdirSync(folder).sort()).toEqual([...layouts, 'deck'].map((name) => `${name}.md`).sort());
});

async function expanded(slides: readonly object[]): Promise<Expanded> {
  const course = 'title: Course\nfooter: A & B\npeople: [{ name: Ada Lovelace }]\n';
  const lesson = JSON.stringify({
    title: 'Lesson',
    objectives: ['Words'],
    sections: [{ title: 'A "section"', icon: '🤖', slides }],
  });
  const [deck] = expectValue(await bench.decks(lesson, course));
  if (!deck) throw new Error('There is no deck.');
  return expectValue(bench.expand(deck));
}

/** Compares a text with the file that says what it should be; `UPDATE_GOLDEN=1` writes the file anew. */
function expectGolden(name: string, text: string): void {
  const file = join(folder, name);
  if (isUpdate) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, text);
  }
  expect(text).toBe(existsSync(file) ? readFileSync(file, 'utf8') : `nothing: ${name} is missing`);
}

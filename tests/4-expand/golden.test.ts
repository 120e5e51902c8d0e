import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Expanded } from '../../src/model/rendered.ts';
import { expectValue, workbench } from '../support/workbench.ts';

const isUpdate = process.env.UPDATE_GOLDEN === '1';
const folder = join(import.meta.dirname, 'golden');
const examples = 'templates/examples';
const names = readdirSync(examples, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(examples, join(entry.parentPath, entry.name)));
const bench = await workbench(Object.fromEntries(names.map((name) => [name, readFileSync(join(examples, name))])));
const layouts = [...bench.contracts.keys()].sort();

describe('the Markdown of', () => {
  it.each(layouts)('the layout %s, with the first example of its contract', async (layout) => {
    expectGolden(`${layout}.md`, await exampleOf(layout, () => true));
  });

  it.each([
    ['table', 'data'],
    ['code', 'file'],
  ])('the layout %s, with what it takes from a file', async (layout, field) => {
    expectGolden(`${layout}-from-file.md`, await exampleOf(layout, (example) => field in example));
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
  const others = ['deck', 'table-from-file', 'code-from-file'];
  expect(readdirSync(folder).sort()).toEqual([...layouts, ...others].map((name) => `${name}.md`).sort());
});

/** The Markdown of the first example of a contract that passes a test. */
async function exampleOf(layout: string, test: (example: object) => boolean): Promise<string> {
  const examples = (bench.contracts.get(layout)?.schema.examples ?? []) as readonly object[];
  const { markdown, slideLines } = await expanded([{ layout, ...examples.find(test) }]);
  const [{ start, end } = { start: 0, end: 0 }] = slideLines;
  return `${markdown.split('\n').slice(start, end).join('\n')}\n`;
}

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

import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { Deck } from '../../src/model/deck.ts';
import { expectValue, picture, workbench } from '../support/workbench.ts';

const bench = await workbench({ 'figures/a.svg': picture, 'figures/b.svg': picture, 'figures/c.svg': picture });
const slide = { layout: 'section', title: 'Words' };

async function decksOf(sections: readonly object[], course?: object, lesson: object = {}) {
  const text = JSON.stringify({ title: 'Lesson', sections, ...lesson });
  return bench.decks(text, course && JSON.stringify({ title: 'Course', ...course }));
}

async function deckOf(section: object, course?: object): Promise<Deck> {
  const [deck] = expectValue(await decksOf([{ title: 'Section', slides: [slide], ...section }], course));
  if (!deck) throw new Error('There is no deck.');
  return deck;
}

const codes = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code }) => code);

describe('a section', () => {
  it('becomes a deck, named after its title or its id', async () => {
    const decks = expectValue(
      await decksOf([
        { title: 'What is **AI**?', slides: [slide] },
        { title: 'Second', id: 'two', slides: [slide] },
        { title: '🤖', slides: [slide] },
      ]),
    );
    expect(decks.map(({ id, path, title }) => [id, path, title])).toEqual([
      ['course/lesson/what-is-ai', 'course/01-lesson/01-what-is-ai', 'What is AI?'],
      ['course/lesson/two', 'course/01-lesson/02-two', 'Second'],
      ['course/lesson/section', 'course/01-lesson/03-section', '🤖'],
    ]);
  });

  it.each([
    ['the same title', ['Joins', 'joins!']],
    ['titles of emoji alone', ['🤖', '🧠']],
    ['titles that are equal once accents are composed', ['café', 'cafe\u0301']],
  ])('cannot be written where another is: %s', async (_, titles) => {
    const { diagnostics } = await decksOf(titles.map((title) => ({ title, slides: [slide] })));
    expect(codes(diagnostics)).toEqual(['deck/same-path']);
  });
});

describe('a slide', () => {
  it('has what every slide can have', async () => {
    const { slides } = await deckOf({
      slides: [
        {
          ...slide,
          id: 'start',
          minutes: 2.5,
          class: 'invert compact',
          audience: 'instructor',
          reveal: 'items',
          fit: 'tighten',
        },
        slide,
      ],
    });
    expect(slides.map(({ fields: _, layout: __, span: ___, ...rest }) => rest)).toEqual([
      {
        id: 'start',
        notes: [],
        images: [],
        minutes: 2.5,
        classes: ['invert', 'compact'],
        audience: 'instructor',
        reveal: true,
        fitLimit: 'tighten',
      },
      { id: 's2', notes: [], images: [], classes: [], audience: 'public', reveal: false, fitLimit: 'split' },
    ]);
  });

  it('has its notes apart from the fields that templates can show', async () => {
    const [first] = (await deckOf({ slides: [{ ...slide, notes: 'Words' }] })).slides;
    expect(first?.notes).toHaveLength(1);
    expect(Object.keys(first?.fields ?? {})).not.toContain('notes');
  });

  it('keeps a number as it was written', async () => {
    const lesson =
      'title: L\nsections: [{ title: S, slides: [{ layout: table, title: T, columns: [a, b], rows: [[1.10, 0x1F]] }] }]';
    const [deck] = expectValue(await bench.decks(lesson));
    const rows = deck?.slides[0]?.fields.rows;
    expect(JSON.stringify(rows)).toContain('"1.10"');
    expect(JSON.stringify(rows)).toContain('"0x1F"');
  });

  it('shows code as it is, but for line breaks of other systems', async () => {
    const code = 'a\r\n\tb  \r\rc\n\n';
    const [first] = (await deckOf({ slides: [{ layout: 'code', title: 'T', language: 'text', code }] })).slides;
    expect(first?.fields.code).toMatchObject({ kind: 'code', text: 'a\n\tb  \n\nc' });
  });
});

describe('images', () => {
  it('are loaded wherever a text that is shown names them', async () => {
    const deck = await deckOf(
      {
        title: '![a](figures/a.svg)',
        slides: [
          {
            layout: 'content',
            title: 'T',
            body: '> - **![b](figures/b.svg)**\n\n| a |\n|---|\n| ![b](figures/b.svg) |',
          },
          { ...slide, notes: '![c](figures/c.svg)' },
        ],
      },
      { footer: '![a](figures/a.svg)' },
    );
    expect([...deck.assets.keys()].sort()).toEqual(['figures/a.svg', 'figures/b.svg', 'figures/c.svg']);
  });

  it('are missed in every place', async () => {
    const missing = (name: string) => `![x](figures/${name}.svg)`;
    const section = {
      title: missing('1'),
      slides: [{ layout: 'content', title: missing('2'), body: missing('3'), notes: missing('4') }],
    };
    const { value, diagnostics } = await decksOf([section], { footer: missing('5') });
    expect(value).toBeUndefined();
    expect(new Set(diagnostics.map(({ message }) => /figures\/(\d)/.exec(message)?.[1]))).toEqual(
      new Set(['1', '2', '3', '4', '5']),
    );
    expect(new Set(codes(diagnostics))).toEqual(new Set(['asset/missing']));
  });
});

it('reads what is around the slides', async () => {
  const { context, footer } = await deckOf({ icon: '🤖' }, { footer: 'A *b*', people: [{ name: 'Ada' }] });
  expect(Object.keys(context)).toEqual(['course', 'lesson', 'section']);
  expect(context.lesson).toMatchObject({ kind: 'map', entries: { number: { kind: 'literal', text: '1' } } });
  expect(context.section).toMatchObject({ entries: { icon: { text: '🤖' }, number: { text: '1' } } });
  expect(JSON.stringify(context)).not.toContain('"slides"');
  expect(footer).toMatchObject({ kind: 'inline' });
});

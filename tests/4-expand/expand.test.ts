import { describe, expect, it } from 'vitest';
import { places } from '../support/marked.ts';
import { expectValue, workbench } from '../support/workbench.ts';

const contract = (fields: string) =>
  `title: X\ndescription: X.\ntype: object\nproperties:\n${fields}\nexamples: [{}]\n`;
const text = '{ type: string, format: inline }';

/** A deck of one slide with a layout of its own. */
async function expandWith(
  template: string,
  slide: object,
  fields = `  text: ${text}`,
  partials: Readonly<Record<string, string>> = {},
) {
  const bench = await workbench({
    'templates/slides/own.hbs': template,
    'templates/slides/own.schema.yaml': contract(fields),
    ...Object.fromEntries(Object.entries(partials).map(([name, part]) => [`templates/partials/${name}.hbs`, part])),
  });
  const lesson = JSON.stringify({ title: 'L', sections: [{ title: 'S', slides: [{ layout: 'own', ...slide }] }] });
  const [deck] = expectValue(await bench.decks(lesson));
  const { value, diagnostics } = deck ? bench.expand(deck) : { value: undefined, diagnostics: [] };
  const { start = 0, end = 0 } = value?.slideLines[0] ?? {};
  return { lesson, diagnostics, slide: value?.markdown.split('\n').slice(start, end).join('\n') };
}

describe('a template', () => {
  it('prints fields the same with two braces and with three, and nothing else of them', async () => {
    const { slide } = await expandWith('{{text}} {{{text}}} {{&text}} {{#each text}}x{{/each}}', { text: '*a* <b>' });
    expect(slide).toBe('*a* &lt;b&gt; *a* &lt;b&gt; *a* &lt;b&gt;');
  });

  it('has helpers for marks, words, images and comparisons', async () => {
    const template =
      '{{bullet}} {{ordinal}} {{label "next"}} {{#if (eq text "a b")}}same{{/if}} {{#if (eq text "b")}}other{{/if}}';
    expect((await expandWith(template, { text: 'a *b*' })).slide).toBe('- 1. Next same');
    expect((await expandWith(template, { text: 'a', reveal: 'items' })).slide).toMatch(/^\* 1\) /);
  });

  it.each([
    ['{{label "nothing"}}', {}],
    ['{{image text "alt"}}', {}],
    ['{{fence text "sql"}}', {}],
    ['{{letter text}}', {}],
    ['{{#each}}{{/each}}', {}],
    ['{{#if}}{{/if}}', {}],
    ['{{> loop}}', { loop: '{{> loop}}' }],
  ])('is told what is wrong with it: %s', async (template, partials) => {
    const { diagnostics } = await expandWith(template, { text: 'a' }, undefined, partials);
    expect(diagnostics.map(({ code, span }) => [code, span?.file])).toEqual([
      ['template/failed', 'content/course/templates/slides/own.hbs'],
    ]);
  });

  it('cannot make a table that leaves out cells', async () => {
    const template = '| a | b |\n|---|---|\n{{#each rows}}\n|{{#each this}} {{this}} |{{/each}}\n{{/each}}\n';
    const fields = `  rows: { type: array, items: { type: array, items: ${text} } }`;
    const fitting = await expandWith(template, { rows: [['1'], ['1', '$|2|$']] }, fields);
    expect(fitting.slide).toBe('| a | b |\n|---|---|\n| 1 |\n| 1 | $\\|2\\|$ |');
    const { diagnostics, lesson } = await expandWith(
      template,
      {
        rows: [
          ['1', '2'],
          ['first', '2', '3'],
        ],
      },
      fields,
    );
    expect(places(diagnostics, lesson)).toEqual(['field/wrong-value: "first"']);
  });
});

describe('letters', () => {
  it('count list entries, and tell which ones a field names', async () => {
    const template = '{{#each items}}{{letter @index}}{{#if (has ../best (letter @index))}}!{{/if}} {{/each}}';
    const fields = `  items: { type: array, items: ${text} }\n  best: { letterOf: items, anyOf: [{ type: string }, { type: array, items: { type: string } }] }`;
    const items = ['x', 'y', 'z'];
    expect((await expandWith(template, { items, best: 'B' }, fields)).slide).toBe('A B! C');
    expect((await expandWith(template, { items, best: ['C', 'A'] }, fields)).slide).toBe('A! B C!');
    expect((await expandWith(template, { items }, fields)).slide).toBe('A B C');
  });
});

describe('fields for the instructor', () => {
  const secret = `{ type: string, format: inline, audience: instructor }`;
  const fields = `  text: ${text}
  secret: ${secret}
  parts: { type: array, items: { anyOf: [${text}, { type: object, properties: { text: ${text}, secret: ${secret} } }] } }
  hidden: { type: array, items: { type: string, format: code, audience: instructor } }
  both: { anyOf: [${secret}, { type: array, items: ${text} }] }`;
  const template =
    '{{text}} {{secret}} {{#each parts}}{{text}} {{secret}} {{/each}}{{#each hidden}}{{fence this "sql"}}{{/each}}{{both}}';
  const slide = {
    text: 'seen',
    secret: 'canary $x$',
    parts: ['a', { text: 'seen too', secret: 'canary' }],
    hidden: ['canary'],
    both: 'canary',
  };

  it('are not in what students get, however deep they lie', async () => {
    const bench = await workbench({
      'templates/slides/own.hbs': template,
      'templates/slides/own.schema.yaml': contract(fields),
    });
    const lesson = { title: 'L', sections: [{ title: 'S', slides: [{ layout: 'own', ...slide }] }] };
    const [deck] = expectValue(await bench.decks(JSON.stringify(lesson)));
    if (!deck) throw new Error('There is no deck.');
    const students = expectValue(bench.expand(deck, 'public'));
    expect(students.markdown).toMatch(/seen +seen too/);
    expect(students.markdown).not.toContain('canary');
    expect(students.embeds).toEqual([]);
    const instructor = expectValue(bench.expand(deck, 'instructor'));
    expect(instructor.markdown.match(/canary/g)).toHaveLength(4);
    expect(instructor.embeds).toHaveLength(2);
  });

  it('take along what has been filled from them', async () => {
    const bench = await workbench({
      'templates/slides/own.hbs': '{{text}}{{#if rows}}{{table columns rows}}{{/if}}',
      'templates/slides/own.schema.yaml': contract(
        `  text: ${text}\n  data: { format: data, audience: instructor }\n  columns: { type: array, items: ${text} }\n  rows: { type: array, items: { type: array, items: ${text} } }`,
      ),
    });
    const slides = [{ layout: 'own', text: 'seen', data: [{ canary: 'canary' }] }];
    const [deck] = expectValue(await bench.decks(JSON.stringify({ title: 'L', sections: [{ title: 'S', slides }] })));
    expect(deck && expectValue(bench.expand(deck, 'instructor')).markdown).toContain('canary');
    expect(deck && expectValue(bench.expand(deck, 'public')).markdown).not.toContain('canary');
  });

  it('make a slide for the instructor when the whole layout is for them', async () => {
    const bench = await workbench({
      'templates/slides/own.hbs': '{{text}}',
      'templates/slides/own.schema.yaml': `audience: instructor\n${contract(fields)}`,
    });
    const slides = [
      { layout: 'own', text: 'canary' },
      { layout: 'section', title: 'Seen' },
    ];
    const [deck] = expectValue(await bench.decks(JSON.stringify({ title: 'L', sections: [{ title: 'S', slides }] })));
    expect(deck && expectValue(bench.expand(deck, 'public')).slides).toEqual([1]);
  });
});

describe('the sections of a lesson', () => {
  const template =
    '{{#each lesson.sections}}[{{number}} {{icon}} {{title}} {{minutes}}{{#if current}}!{{/if}}]{{/each}}';
  const lesson = {
    title: 'L',
    sections: [
      { title: '*One* $x$', icon: '🤖', minutes: 5, slides: [{ layout: 'own' }] },
      { title: 'Canary', slides: [{ layout: 'own', audience: 'instructor' }] },
      { title: 'Three', minutes: 2.5, slides: [{ layout: 'section', title: 'S' }, { layout: 'own' }] },
    ],
  };

  it('are those that the reader can open, with the one that the slide is in', async () => {
    const bench = await workbench({
      'templates/slides/own.hbs': template,
      'templates/slides/own.schema.yaml': contract(`  text: ${text}`),
    });
    const decks = expectValue(await bench.decks(JSON.stringify(lesson)));
    const shown = decks.map((deck) => [
      bench.expand(deck, 'public').value?.markdown.match(/^\[.*$/m)?.[0],
      bench.expand(deck, 'instructor').value?.markdown.match(/^\[.*$/m)?.[0],
    ]);
    expect(shown).toEqual([
      ['[1 🤖 *One* $x$ 5!][3  Three 2.5]', '[1 🤖 *One* $x$ 5!][2  Canary ][3  Three 2.5]'],
      [undefined, '[1 🤖 *One* $x$ 5][2  Canary !][3  Three 2.5]'],
      ['[1 🤖 *One* $x$ 5][3  Three 2.5!]', '[1 🤖 *One* $x$ 5][2  Canary ][3  Three 2.5!]'],
    ]);
  });

  it('concern no deck that does not show them', async () => {
    const bench = await workbench();
    const decks = expectValue(
      await bench.decks(
        JSON.stringify({
          ...lesson,
          sections: lesson.sections.map((section) => ({ ...section, slides: [{ layout: 'section', title: 'S' }] })),
        }),
      ),
    );
    const third = decks[2];
    expect(third && expectValue(bench.expand(third)).embeds).toEqual([]);
  });
});

describe('a deck for students', () => {
  it('has neither notes nor slides for the instructor', async () => {
    const bench = await workbench();
    const slides = [
      { layout: 'section', title: 'One', notes: 'Secret' },
      { layout: 'section', title: 'Hidden', audience: 'instructor' },
      { layout: 'section', title: 'Two', notes: '- a\n\n$x$' },
    ];
    const [deck] = expectValue(await bench.decks(JSON.stringify({ title: 'L', sections: [{ title: 'S', slides }] })));
    if (!deck) throw new Error('There is no deck.');
    const students = expectValue(bench.expand(deck, 'public'));
    expect(students.markdown).not.toMatch(/Secret|Hidden/);
    expect([students.slides, students.notes, students.embeds]).toEqual([[0, 2], ['', ''], []]);
    const instructor = expectValue(bench.expand(deck, 'instructor'));
    expect([instructor.slides, instructor.notes]).toEqual([
      [0, 1, 2],
      ['Secret', '', '- a\n\n$x$'],
    ]);
    expect(instructor.embeds).toHaveLength(1);
  });

  it('is not made when no slide is for them', async () => {
    const bench = await workbench();
    const slides = [{ layout: 'section', title: 'Hidden', audience: 'instructor' }];
    const [deck] = expectValue(await bench.decks(JSON.stringify({ title: 'L', sections: [{ title: 'S', slides }] })));
    expect(deck && bench.expand(deck)).toEqual({ value: undefined, diagnostics: [] });
  });
});

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
    expect((await expandWith(template, { text: 'a *b*' })).slide).toBe('- 1. Next time same');
    expect((await expandWith(template, { text: 'a', reveal: 'items' })).slide).toMatch(/^\* 1\) /);
  });

  it.each([
    ['{{label "nothing"}}', {}],
    ['{{image text "alt"}}', {}],
    ['{{fence text "sql"}}', {}],
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

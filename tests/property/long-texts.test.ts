import { describe, expect, it } from 'vitest';
import { expectValue, picture, workbench } from '../support/workbench.ts';

const bench = await workbench({ 'figures/picture.svg': picture });

/** What makes some Markdown parsers look at the whole text again for every character of it. */
const runs: readonly (readonly [piece: string, times: number])[] = [
  ['<!--', 2000],
  ['$', 2000],
  ['$$', 9000],
  ['$x$ ', 1500],
  ['$a', 9000],
  ['*', 5000],
  ['*a **b', 3000],
  ['_', 19_000],
  ['~~a', 6000],
  ['`', 19_000],
  ['``a`', 4900],
  ['[', 19_000],
  ['![', 9000],
  ['[a](', 4900],
  ['](x)', 4900],
  ['<', 19_000],
  ['<b>', 6600],
  ['<b><i>', 3300],
  ['<a ', 6600],
  ['&', 19_000],
  ['\\', 19_000],
  ['|', 19_000],
  ['|\n|-|\n', 2500],
  ['> ', 9000],
  ['- ', 9000],
  ['1) ', 6000],
  ['- a\n', 4900],
  ['a\n', 9000],
  ['# a\n', 4900],
  ['http://a.b/(', 1600],
  ['a@b.cd ', 2800],
  ['{{', 9000],
  ['🤖', 5000],
  ['e\u0301', 9000],
  ['\u202e', 19_000],
];

describe.each(runs)('%j, %i times', (piece, times) => {
  it.each([
    ['body', { layout: 'content', title: 'Title' }],
    ['title', { layout: 'section' }],
  ])('is read in reasonable time as a %s', async (field, slide) => {
    const text = `x${piece.repeat(times)}`;
    const slides = [
      { ...slide, [field]: text },
      { layout: 'section', title: 'Last' },
    ];
    const lesson = JSON.stringify({ title: 'Lesson', sections: [{ title: 'Section', slides }] });
    const [deck] = expectValue(await bench.decks(lesson));
    const rendered = deck && expectValue(await bench.render(deck));
    expect(rendered?.slides).toHaveLength(2);
  });
});

import { describe, expect, it } from 'vitest';
import { slideSchema } from '../../src/2-validate/index.ts';
import type { Audience } from '../../src/model/deck.ts';
import { textFieldsOf } from '../support/text-fields.ts';
import { expectValue, picture, workbench } from '../support/workbench.ts';

const bench = await workbench({ 'figures/picture.svg': picture });
const fields = [...bench.contracts.values()]
  .flatMap((contract) => textFieldsOf(contract, slideSchema(contract.schema)))
  // Within a fence all lines belong to what is drawn.
  .filter(({ layout, format }) => format !== 'alt' || !/^(chart|diagram)$/.test(layout));

async function expanded(lesson: string, audience: Audience = 'public') {
  const [deck] = expectValue(await bench.decks(lesson));
  if (!deck) throw new Error('There is no deck.');
  return expectValue(bench.expand(deck, audience));
}

describe('the line map', () => {
  it.each(fields.map((field) => [`${field.layout} ${field.path}`, field] as const))('leads to %s', async (_, field) => {
    const text = field.format === 'emoji' ? '🐙' : 'Placeholder';
    const slide = { layout: field.layout, ...(field.slideWith(text) as object) };
    const lesson = JSON.stringify({ title: 'L', sections: [{ title: 'S', slides: [slide] }] });
    const { markdown, lines } = await expanded(lesson, field.isForInstructor ? 'instructor' : 'public');
    const at = markdown.split('\n').findIndex((line) => line.includes(text));
    const span = lines[at];
    const written = lesson.slice(span?.start, span?.end);
    // Where several fields stand on one line, it belongs to the first; an image with its text to the image.
    expect(markdown.split('\n')[at]).toContain(JSON.parse(written));
    expect([`"${text}"`, '"Words"', '"🦊"', '"figures/picture.svg"']).toContain(written);
  });

  it('holds for every line of a text of blocks', async () => {
    const body =
      'First\n\n- second\n\n  ```text\n  third\n  ```\n\n> fourth\n\n$$\nfifth\n$$\n\n| sixth |\n|---|\n| seventh |';
    const lesson = `title: L\nsections:\n  - title: S\n    slides:\n      - layout: two-column\n        title: T\n        left: { body: Words }\n        right:\n          body: |\n${body.replaceAll(/^/gm, '            ')}\n`;
    const { markdown, lines } = await expanded(lesson);
    for (const word of ['First', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh']) {
      const at = markdown.split('\n').findIndex((line) => line.includes(word));
      const span = lines[at];
      expect(lesson.slice(span?.start, span?.end)).toMatch(/^\|\n {12}First[\s\S]*seventh \|$/);
    }
  });

  it('has a place, or none, for every line of the file', async () => {
    const { markdown, lines, slideLines } = await expanded(
      JSON.stringify({
        title: 'L',
        sections: [
          {
            title: 'S',
            slides: [
              { layout: 'section', title: 'A' },
              { layout: 'section', title: 'B' },
            ],
          },
        ],
      }),
    );
    expect(lines).toHaveLength(markdown.split('\n').length);
    const [first, second] = slideLines.map(({ start, end }) => markdown.split('\n').slice(start, end).join('\n'));
    expect(first).toContain('## A');
    expect(second).toContain('## B');
    expect(`${first}${second}`).not.toContain('---');
  });
});

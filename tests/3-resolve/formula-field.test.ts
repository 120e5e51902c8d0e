import { describe, expect, it } from 'vitest';
import { expectValue, lessonFile, workbench } from '../support/workbench.ts';

const bench = await workbench();
const lessonWith = (formula: string): string =>
  `title: L\nsections:\n  - title: S\n    slides:\n      - layout: equation\n        title: T\n        formula: ${formula}\n`;

/** What is read from a formula field, as YAML writes it. */
async function read(formula: string) {
  const [deck] = expectValue(await bench.decks(lessonWith(formula)));
  return deck?.slides[0]?.fields.formula;
}

describe('a formula field', () => {
  it.each([
    ['E = mc^2', 'E = mc^2'],
    ['$E = mc^2$', 'E = mc^2'],
    ['$$E = mc^2$$', 'E = mc^2'],
    ['$$ a \\text{ if $b$ and $c$} $$', 'a \\text{ if $b$ and $c$}'],
    ['a \\text{ if $b$}', 'a \\text{ if $b$}'],
    ['"5 \\\\$"', '5 \\$'],
    [
      '|\n          $$\n          \\begin{align}\n          a &= b\n          \\end{align}\n          $$',
      '\\begin{align}\na &= b\n\\end{align}',
    ],
    ['|\n          a\n\n            + b', 'a\n\n  + b'],
    ['>\n          a\n          + b', 'a + b'],
  ])('is TeX, with dollar signs around it or without: %s', async (written, tex) => {
    expect(await read(written)).toMatchObject({ kind: 'blocks', content: [{ kind: 'formula', tex }] });
  });

  it.each(['$a$, $b$', '$$a$$ and $$b$$'])('may have several of them, as it always could: %s', async (written) => {
    const field = await read(written);
    const formulas = field?.kind === 'inline' ? field.content.filter(({ kind }) => kind === 'formula') : [];
    expect(formulas).toMatchObject([{ tex: 'a' }, { tex: 'b' }]);
  });

  it.each(['$$ $$', '$$$$', '|\n          $$\n          $$'])('has to have something in it: %j', async (written) => {
    const { value, diagnostics } = await bench.decks(lessonWith(written));
    expect(value).toBeUndefined();
    expect(diagnostics).toMatchObject([{ code: 'formula/invalid', span: { file: lessonFile } }]);
  });

  it('is set off, and may have environments that need a line of their own', async () => {
    const [deck] = expectValue(await bench.decks(lessonWith('\\begin{align} a &= b \\\\ c &= d \\end{align}')));
    const rendered = deck && expectValue(await bench.render(deck));
    expect(rendered?.slides[0]?.html).toContain('katex-display');
  });

  it('is found again line by line', async () => {
    const lesson = lessonWith('|\n          $$\n          a &= b \\\\\n            &= c\n          $$');
    const [deck] = expectValue(await bench.decks(lesson));
    const [embed] = (deck && expectValue(bench.expand(deck)).embeds) ?? [];
    expect(embed?.lines?.map(({ start, end }) => lesson.slice(start, end))).toEqual(['a &= b \\\\', '  &= c']);
  });
});

import { describe, expect, it } from 'vitest';
import { checkFormula } from '../../src/5-render/formula.ts';

describe('a formula', () => {
  it.each([
    'x^2',
    '\\frac{a}{b}',
    '\\text{if $x$}',
    '100\\%',
    '\\def\\x{1}\\x',
    '\\newcommand{\\x}{1}\\x',
    'a % note\n+ b',
    'α + é',
  ])('is accepted: %s', async (tex) => {
    expect(await checkFormula(tex, false)).toBeUndefined();
  });

  it.each([
    ['\\frac{a}{', 9],
    ['\\nosuch', 0],
    ['a & b', 2],
    ['x^', 1],
  ])('is refused, with the place: %s', async (tex, at) => {
    const fault = await checkFormula(tex, false);
    expect([fault?.code, fault?.at]).toEqual(['formula/invalid', at]);
  });

  it.each(['{', '\\frac{1}{', 'x^{', '\\text{'])('is refused when it is nested without end: %s', async (piece) => {
    expect((await checkFormula(`${piece.repeat(2500)}x${'}'.repeat(2500)}`, false))?.code).toBe('formula/invalid');
  });

  it('may need a line of its own', async () => {
    const aligned = '\\begin{align}a &= b \\\\ c &= d \\tag{1}\\end{align}';
    expect(await checkFormula(aligned, true)).toBeUndefined();
    expect((await checkFormula(aligned, false))?.code).toBe('formula/invalid');
  });

  it.each([
    '\\href{https://a.b}{x}',
    '\\url{javascript:alert(1)}',
    '\\includegraphics{https://a.b/c.png}',
    '\\htmlId{x}{y}',
    '\\htmlStyle{color: red}{y}',
  ])('reaches nothing outside of itself: %s', async (tex) => {
    expect((await checkFormula(tex, false))?.message).toContain('cannot be used');
  });

  it.each(['\\gdef\\sum{x}', '\\global\\def\\x{1}', '\\xdef\\x{1}'])('changes no other formula: %s', async (tex) => {
    expect((await checkFormula(tex, false))?.message).toContain('all formulas');
  });

  it('does not lose what stands behind a percent sign', async () => {
    expect((await checkFormula('50 % of x', false))?.message).toContain('percent');
  });
});

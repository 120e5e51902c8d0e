import katex from 'katex';
import { describe, expect, it } from 'vitest';
import { layOutFormula } from '../../src/5-render/formula-layout.ts';

const drawn = (tex: string, displayMode = true): string => layOutFormula(katex.renderToString(tex, { displayMode }));

/** What is drawn between two places where a line may end. */
const parts = (tex: string): readonly string[] =>
  drawn(tex)
    .split('<span class="part">')
    .slice(1)
    .map((html) => html.replaceAll(/<[^>]*>|[\s\u200b]/g, ''));

const width = (tex: string): number => Number(/--formula-width:([\d.]+)/.exec(drawn(tex))?.[1]);

describe('a formula on a line of its own', () => {
  it.each([
    ['a = b + c', ['a=', 'b+', 'c']],
    ['a \\le b - c', ['a≤', 'b−', 'c']],
    ['a \\cdot b \\times c', ['a⋅b×c']],
    ['p(x \\mid z) = f(a + b)', ['p(x∣z)=', 'f(a+b)']],
    ['E\\big[a + b\\big] - [c, d)', ['E[a+b]−', '[c,d)']],
    ['A \\mid B', ['A∣B']],
    ['x', ['x']],
  ])('may be broken behind relations, plus and minus outside brackets: %s', (tex, expected) => {
    expect(parts(tex)).toEqual(expected);
  });

  it('keeps all that KaTeX has drawn, in its order', () => {
    const tex = '\\underbrace{a}_{b} = \\sum_{i=1}^n \\frac{x_i}{2} \\tag{1}';
    const plain = katex.renderToString(tex, { displayMode: true });
    expect(drawn(tex).replaceAll(/<[^>]*>/g, '')).toBe(plain.replaceAll(/<[^>]*>/g, ''));
    expect(drawn(tex).match(/<span/g)?.length).toBe((plain.match(/<span/g)?.length ?? 0) + 2);
    expect(drawn(tex).match(/<\/span>/g)?.length).toBe(drawn(tex).match(/<span/g)?.length);
  });

  // Widths that Chromium measures, in units of the font size.
  it.each([
    ['x', 0.57],
    ['a = b + c', 3.9],
    ['\\frac{a + b + c}{d}', 4.0],
    ['\\sum_{i=1}^{n} x_i^2', 2.5],
    ['\\mathbb{E}_{q_\\phi(z \\mid x)}\\big[\\log p_\\theta(x \\mid z)\\big]', 8.9],
    ['\\begin{aligned} a &= b \\\\ &\\quad + c + d \\end{aligned}', 4.9],
  ])('says about how wide it is: %s', (tex, measured) => {
    expect(width(tex)).toBeGreaterThan(measured * 0.85);
    expect(width(tex)).toBeLessThan(measured * 1.25);
  });

  it('is as wide as the wider of its lines', () => {
    expect(width('a + b + c + d \\\\ e')).toBe(width('a + b + c + d'));
  });
});

describe('a formula within a text', () => {
  it('stays as it is', () => {
    expect(drawn('a = b', false)).toBe(katex.renderToString('a = b'));
  });
});

import { describe, expect, it } from 'vitest';
import { onOneLine, scanFormula } from '../../src/3-resolve/formula.ts';

describe('scanFormula', () => {
  it.each([
    ['$x$', 'x'],
    ['$a_1$, then', 'a_1'],
    ['$\\$5$', '\\$5'],
    ['$a\\\\$', 'a\\\\'],
    ['$5 \\cdot 3$', '5 \\cdot 3'],
  ])('finds %j', (text, tex) => {
    expect(scanFormula(text, 0)).toEqual({ tex, display: false, end: tex.length + 2 });
  });

  it.each(['$5 and $6', '$ x$', '$x $', '$', '$$', '$x', '$a$5', 'x$', '$$$$', '$$ $$'])('finds none in %j', (text) => {
    expect(scanFormula(text, 0)).toBeUndefined();
  });

  it('tells a formula that is set off, which may hold single dollar signs', () => {
    const found = scanFormula('a $$ \\text{if $x$} $$ b', 2);
    expect(found).toEqual({ tex: '\\text{if $x$}', display: true, end: 21 });
  });
});

describe('onOneLine', () => {
  it('keeps what comes after a comment', () => {
    expect(onOneLine('a % first\n + b')).toBe('a + b');
    expect(onOneLine('100\\% of\nall')).toBe('100\\% of all');
    expect(onOneLine('a \\\\% note\nb')).toBe('a \\\\b');
    expect(onOneLine('a\\\nb')).toBe('a\\ b');
  });

  it('leaves a comment that nothing comes after, which is reported later', () => {
    expect(onOneLine('50 % of x')).toBe('50 % of x');
  });
});

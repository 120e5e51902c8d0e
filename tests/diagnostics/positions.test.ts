import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Positions } from '../../src/diagnostics/position.ts';

describe('positions in a text', () => {
  it.each([
    ['one\ntwo', 0, 1, 1],
    ['one\ntwo', 3, 1, 4],
    ['one\ntwo', 4, 2, 1],
    ['one\ntwo', 7, 2, 4],
    ['one\n', 4, 2, 1],
    ['', 0, 1, 1],
    ['a\r\nb', 3, 2, 1],
    ['🤖: x', 2, 1, 3],
    ['日本', 1, 1, 2],
  ])('of %j at %i are line %i, column %i', (text, offset, line, column) => {
    expect(new Positions(text).at(offset)).toEqual({ line, column });
  });

  it('outside of the text are those of its ends', () => {
    const positions = new Positions('one\ntwo');
    expect(positions.at(-5)).toEqual({ line: 1, column: 1 });
    expect(positions.at(99)).toEqual({ line: 2, column: 4 });
  });

  it('give lines without their line breaks', () => {
    const positions = new Positions('one\r\ntwo\n\nfour');
    expect([0, 1, 2, 3, 4, 5].map((number) => positions.line(number))).toEqual(['', 'one', 'two', '', 'four', '']);
    expect(positions.lineCount).toBe(4);
  });

  it('lead back to the offset that they come from', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', '\n', '🤖', ' ')), fc.nat(), (parts, at) => {
        const text = parts.join('');
        const offset = at % (text.length + 1);
        const { line, column } = new Positions(text).at(offset);
        const before = text.split('\n').slice(0, line - 1);
        expect(before.reduce((sum, part) => sum + part.length + 1, 0) + column - 1).toBe(offset);
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../src/5-render/code-columns.ts';

describe('the columns of a listing', () => {
  it.each([
    ['', 1],
    ['ab\nabcd\nabc', 4],
    ['ab   \nc', 2],
    ['\tab', 6],
    ['ab\tc', 5],
    ['漢字', 4],
    ['e\u0301', 1],
  ])('are those of its longest line: %j', (code, columns) => {
    expect(columnsOf(code)).toBe(columns);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partition } from '../../src/6-fit/partition.ts';

const none = new Set<number>();
const ones = (count: number): readonly number[] => Array.from({ length: count }, () => 1);

describe('partition', () => {
  it.each([
    ['equal units into equal parts', ones(12), none, 3, [0, 4, 8]],
    ['what is left over to the first parts', ones(11), none, 2, [0, 6]],
    ['heavy units apart', [1, 1, 1, 9, 1, 1, 1], none, 3, [0, 3, 4]],
    ['nothing before a unit that is joined', ones(6), new Set([3, 4]), 2, [0, 2]],
    ['no lone unit into the last part', [1, 1, 1, 6], none, 2, [0, 2]],
    ['as many parts as there can be', ones(3), new Set([1]), 9, [0, 2]],
  ] as const)('puts %s', (_, weights, joined, count, begins) => {
    expect(partition(weights, joined, count)).toEqual(begins);
  });

  it('keeps all units, in order, and what is joined together', () => {
    const weights = fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 30 });
    const joined = fc.array(fc.integer({ min: 1, max: 29 }));
    fc.assert(
      fc.property(weights, joined, fc.integer({ min: 1, max: 12 }), (given, together, count) => {
        const begins = partition(given, new Set(together), count);
        expect(begins[0]).toBe(0);
        expect(begins).toEqual([...new Set(begins)].sort((a, b) => a - b));
        expect(begins.at(-1)).toBeLessThan(given.length);
        expect(begins.slice(1).filter((at) => together.includes(at))).toEqual([]);
        const cuts = given.filter((_, at) => at > 0 && !together.includes(at)).length;
        expect(begins).toHaveLength(Math.min(count, cuts + 1));
      }),
    );
  });
});

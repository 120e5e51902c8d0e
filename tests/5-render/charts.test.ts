import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawChart } from '../../src/5-render/charts/draw.ts';
import { widthOf, wrap } from '../../src/5-render/charts/measure.ts';
import { spread } from '../../src/5-render/charts/spread.ts';
import type { Chart, ChartRow } from '../../src/model/chart.ts';
import { danger, tries } from '../property/danger.ts';
import { attribute, byTag, textOf } from '../support/html.ts';
import { elementsIn } from '../support/slide-html.ts';

const wide = { width: 1120, height: 440, textSize: 26 };
const narrow = { width: 848, height: 380, textSize: 26 };

const bars: Chart = {
  kind: 'bar',
  lang: 'en',
  alt: 'Bars.',
  x: { type: 'category', title: '', scale: 'linear' },
  y: { title: 'Users', unit: '', scale: 'linear' },
  series: ['Users'],
  rows: [
    ['2023', 1200],
    ['2024', 3400],
  ],
};
const lying: Chart = { ...bars, horizontal: true };
const line: Chart = {
  ...bars,
  kind: 'line',
  x: { type: 'number', title: 'Epoch', scale: 'linear' },
  series: ['training', 'validation'],
  rows: [
    [1, 0.9, 0.95],
    [2, 0.5, 0.6],
    [3, 0.25, null],
  ],
};
const points: Chart = { ...line, kind: 'scatter' };
const pie: Chart = {
  ...bars,
  kind: 'pie',
  rows: [
    ['Nitrogen', 78],
    ['Oxygen', 22],
  ],
};
const all = { bars, lying, line, points, pie };

/** The texts of a drawing, each with its lines joined. */
const textsOf = (chart: Chart, room = wide): readonly string[] =>
  byTag(drawChart(chart, room), 'text').map((text) => {
    const lines = text.childNodes.filter((node) => node.nodeName === 'tspan');
    return lines.length === 0 ? textOf(text) : lines.map(textOf).join(' ');
  });

/** The values of an attribute, of all elements that have it. */
const valuesOf = (svg: string, name: string): readonly string[] =>
  elementsIn(svg).flatMap((element) => attribute(element, name) ?? []);

describe.each(Object.entries(all))('a chart: %s', (_, chart) => {
  it('is named by its alternative text', () => {
    const [svg] = byTag(drawChart({ ...chart, alt: 'Less "is" < more & more' }, wide), 'svg');
    expect(svg && attribute(svg, 'role')).toBe('img');
    expect(svg && attribute(svg, 'aria-label')).toBe('Less "is" < more & more');
  });

  it('has its colours and its typeface from the theme, and nothing that could meet another drawing', () => {
    const svg = drawChart(chart, wide);
    for (const color of [...valuesOf(svg, 'fill'), ...valuesOf(svg, 'stroke')]) {
      expect(color).toMatch(/^(none|var\(--(ink|quiet|paper|plot-\w+)\))$/);
    }
    const names = elementsIn(svg).flatMap(({ attrs }) => attrs.map(({ name }) => name));
    expect(names.filter((name) => /^(on\w+|href|src|style|id|font-family)$/.test(name))).toEqual([]);
    expect(svg).not.toMatch(/url\(|<style|<script/);
  });

  it('sets all text in the size that the room asks for', () => {
    expect(new Set(valuesOf(drawChart(chart, narrow), 'font-size'))).toEqual(new Set(['26px']));
  });

  it('is the same again', () => {
    expect(drawChart(chart, wide)).toBe(drawChart(chart, wide));
  });
});

describe('what a chart says', () => {
  it.each([
    ['bars', bars, ['2023', '2024', '1,200', '3,400', 'Users']],
    ['lines', line, ['training', 'validation', 'Epoch', 'Users', '1', '2', '3']],
    ['a pie', pie, ['Nitrogen 78%', 'Oxygen 22%']],
  ])('is all there: %s', (_, chart, expected) => {
    for (const text of expected) expect(textsOf(chart as Chart)).toContain(text);
  });

  it('follows the language of the course', () => {
    expect(textsOf({ ...bars, lang: 'de' })).toContain('3.400');
    expect(textsOf({ ...bars, lang: 'fr' })).toContain('3\u00a0400');
    const share: Chart = { ...pie, y: { title: '', unit: '%', scale: 'linear' } };
    expect(textsOf({ ...share, lang: 'de' })).toContain('Oxygen 22\u00a0%');
    expect(textsOf({ ...share, lang: 'en' })).toContain('Oxygen 22%');
  });

  it('has as many decimals as its values need, or as the author says', () => {
    const halves: Chart = { ...bars, rows: [['a', 1], ['b', 2.5]] }; // biome-ignore format: one table
    expect(textsOf(halves)).toEqual(expect.arrayContaining(['1.0', '2.5']));
    expect(textsOf({ ...halves, y: { ...halves.y, decimals: 2 } })).toEqual(expect.arrayContaining(['1.00', '2.50']));
  });

  it('writes each value with the digits that it has where they are of very different sizes', () => {
    const mixed: Chart = { ...bars, rows: [['a', 540], ['b', 0.34], ['c', 12.5]] }; // biome-ignore format: one table
    expect(textsOf(mixed)).toEqual(expect.arrayContaining(['540', '0.34', '12.5']));
    const shares: Chart = { ...bars, rows: [['a', 99.97], ['b', 0.03], ['c', 8]] }; // biome-ignore format: one table
    expect(textsOf(shares)).toEqual(expect.arrayContaining(['99.97', '0.03', '8.00']));
  });

  it('writes tiny numbers with their power of ten', () => {
    const tiny: Chart = { ...bars, rows: [['a', 3.4e-7], ['b', 2e-6], ['c', 0]] }; // biome-ignore format: one table
    expect(textsOf(tiny)).toEqual(expect.arrayContaining(['3.4E-7', '2E-6', '0']));
  });

  it('writes years as years, and large numbers short', () => {
    const years: Chart = { ...line, series: ['n'], rows: [[1990, 2e6], [2020, 9e9]] }; // biome-ignore format: one table
    expect(textsOf(years)).toContain('2000');
    expect(textsOf(years).some((text) => /^\d+B$/.test(text))).toBe(true);
  });

  it('writes days as days', () => {
    const day = (month: number): number => Date.UTC(2026, month, 1);
    const days: Chart = { ...line, x: { ...line.x, type: 'date' }, series: ['n'], rows: [[day(0), 1], [day(5), 2]] }; // biome-ignore format: one table
    expect(textsOf(days)).toContain('Apr 2026');
  });

  it('shows powers of ten on a logarithmic axis', () => {
    const log: Chart = { ...line, y: { ...line.y, scale: 'log' }, series: ['n'], rows: [[1, 0.02], [2, 900]] }; // biome-ignore format: one table
    expect(textsOf(log)).toEqual(expect.arrayContaining(['0.1', '1', '10', '100']));
  });
});

describe('series', () => {
  const six: Chart = {
    ...line,
    series: ['a', 'b', 'c', 'd', 'e', 'f'],
    rows: [[1, 1, 2, 3, 4, 5, 6], [2, 1, 2, 3, 4, 5, 6]], // biome-ignore format: one table
  };

  it('differ without their colours', () => {
    const drawn = drawChart(six, wide);
    const dashes = new Set(elementsIn(drawn).filter((element) => attribute(element, 'stroke-width') === '4').map((element) => attribute(element, 'stroke-dasharray') ?? '')); // biome-ignore format: one set
    expect(dashes.size).toBe(6);
    const shapes = byTag(drawChart({ ...six, kind: 'scatter' }, wide), 'path').filter((path) => attribute(path, 'stroke') === 'var(--paper)'); // biome-ignore format: one list
    // The first six are those of the legend.
    expect(new Set(shapes.slice(6).map((path) => attribute(path, 'd'))).size).toBe(6);
  });

  it('step back behind the one that is pointed out', () => {
    const colors = valuesOf(drawChart({ ...six, highlight: ['c'] }, wide), 'stroke');
    expect(colors).toContain('var(--plot-3)');
    expect(colors).not.toContain('var(--plot-1)');
    expect(colors).toContain('var(--plot-rest)');
  });
});

describe('a series that is pointed out alone', () => {
  it('has an unbroken line, and the others still differ', () => {
    const three: Chart = { ...line, series: ['a', 'b', 'c'], rows: [[1, 1, 2, 3], [2, 1, 2, 3]], highlight: ['b'] }; // biome-ignore format: one chart
    const drawn = elementsIn(drawChart(three, wide)).filter((element) => attribute(element, 'stroke-width') === '4');
    const dashes = drawn.map(
      (element) => [attribute(element, 'stroke'), attribute(element, 'stroke-dasharray') ?? ''] as const,
    );
    expect(dashes.find(([color]) => color === 'var(--plot-2)')?.[1]).toBe('');
    expect(new Set(dashes.map(([, dash]) => dash)).size).toBe(3);
  });
});

describe('lines', () => {
  const ending = (...ends: readonly number[]): Chart => ({
    ...line,
    series: ends.map((_, at) => `series ${at}`),
    rows: [[1, ...ends.map((_, at) => at * 10)], [2, ...ends]], // biome-ignore format: one table
  });
  /** How far from the left the names of series stand. */
  const namesOf = (chart: Chart): readonly number[] =>
    [...drawChart(chart, wide).matchAll(/<text[^>]*translate\(([\d.]+),[^>]*>series/g)].map(([, x]) => Number(x));

  it('are named at their ends, and in a legend where the ends meet', () => {
    for (const x of namesOf(ending(10, 20, 30))) expect(x).toBeGreaterThan(wide.width * 0.7);
    const together = namesOf(ending(20, 20, 20));
    expect(together[0]).toBeLessThan(wide.width * 0.1);
    expect(together).toHaveLength(3);
  });
});

describe('points', () => {
  const circle: Chart = {
    ...points,
    series: ['n'],
    rows: [[-1, 0], [0, 1], [1, 0], [0, -1]], // biome-ignore format: one table
  };
  const placesOf = (chart: Chart) =>
    [...drawChart(chart, wide).matchAll(/<path transform="translate\(([\d.]+),([\d.]+)\)"/g)].map(([, x, y]) => [Number(x), Number(y)] as const); // biome-ignore format: one list

  it('keep a circle round where the author asks for equal scales', () => {
    const spread = (chart: Chart): number => {
      const places = placesOf(chart);
      const [across, up] = [0, 1].map((axis) => places.map((place) => place[axis] ?? 0)).map((all) => Math.max(...all) - Math.min(...all)); // biome-ignore format: one list
      return (across ?? 0) / (up ?? 1);
    };
    expect(spread(circle)).toBeGreaterThan(1.5);
    expect(spread({ ...circle, equalScales: true })).toBeCloseTo(1, 2);
    const flat: Chart = { ...circle, rows: [[0, 0], [100, 10], [200, 0], [100, -10]] }; // biome-ignore format: one table
    expect(spread({ ...flat, equalScales: true })).toBeCloseTo(10, 1);
  });
});

describe('bars', () => {
  it('never tear a word of their names', () => {
    const names = ['11 others', '3 of them and then some', 'Internationalisation', 'x'];
    for (const horizontal of [undefined, true, false]) {
      const rows = Array.from({ length: 12 }, (_, at): ChartRow => [`${names[at % 4]} ${at}`, at + 1]);
      const texts = textsOf({ ...bars, rows, ...(horizontal === undefined ? {} : { horizontal }) }, narrow);
      for (const [name] of rows) expect(texts).toContain(name);
    }
  });

  it('have their values clear of a line across', () => {
    const near: Chart = { ...bars, rows: [['a', 98], ['b', 100], ['c', 104]], lines: [{ at: 104, text: 'limit' }] }; // biome-ignore format: one table
    for (const chart of [near, { ...near, horizontal: true }]) {
      const svg = drawChart(chart, wide);
      const values = new Map([...svg.matchAll(/<text[^>]*translate\(([\d.]+),([\d.]+)\)[^>]*>(\d+)</g)].map(([, x, y, text]) => [text, [Number(x), Number(y)]])); // biome-ignore format: one list
      const [, x = '', y = ''] = /<line transform="translate\(([\d.]+),([\d.]+)\)"[^>]*stroke-dasharray="6,6"/.exec(svg) ?? []; // biome-ignore format: one match
      for (const text of ['98', '100', '104']) {
        const [left = 0, foot = 0] = values.get(text) ?? [];
        if (chart.horizontal) expect(left > Number(x) || left + widthOf(text, 26) < Number(x)).toBe(true);
        else expect(foot < Number(y) || foot - 18 > Number(y)).toBe(true);
      }
    }
  });

  const long = { ...bars, rows: ['Understanding what code does', 'Waiting for tests', 'Writing'].map((name, at): ChartRow => [`${name} and much more of it`, at + 1]) }; // biome-ignore format: one chart

  it('lie where their names do not fit below them, unless the author wants them to stand', () => {
    const isLying = (chart: Chart): boolean => {
      const [first, second] = byTag(drawChart(chart, narrow), 'path').map((path) => attribute(path, 'd') ?? '');
      return first?.split(/[ ,h]/)[0] === second?.split(/[ ,h]/)[0];
    };
    expect(isLying(long)).toBe(true);
    expect(isLying({ ...long, horizontal: false })).toBe(false);
    expect(isLying(bars)).toBe(false);
  });

  it('begin at zero, also where no value is near', () => {
    const stacked: Chart = { ...bars, stacked: true, series: ['a', 'b'], rows: [['x', 900, 100], ['y', 950, 50]] }; // biome-ignore format: one table
    expect(textsOf(stacked)).toContain('0');
  });
});

describe('labels', () => {
  it('are pushed apart, no further than they must be, and stay between the ends', () => {
    const height = fc.integer({ min: 10, max: 40 });
    const thing = fc.record({ at: fc.integer({ min: 0, max: 400 }), height });
    fc.assert(
      fc.property(fc.array(thing, { maxLength: 8 }), (things) => {
        const places = spread(things, 0, 400);
        const edges = things.map((one, index) => [(places[index] ?? 0) - one.height / 2, (places[index] ?? 0) + one.height / 2] as const).sort(([a], [b]) => a - b); // biome-ignore format: one list
        for (const [index, [low, high]] of edges.entries()) {
          expect(low).toBeGreaterThanOrEqual(-0.001);
          expect(high).toBeLessThanOrEqual(400.001);
          expect(low).toBeGreaterThanOrEqual((edges[index - 1]?.[1] ?? 0) - 0.001);
        }
      }),
      tries(200),
    );
    expect(spread([{ at: 50, height: 20 }, { at: 200, height: 20 }], 0, 400)).toEqual([50, 200]); // biome-ignore format: one call
  });

  it('are divided into lines without losing a letter', () => {
    const folded = (text: string): string => text.replaceAll(/[ \t\n\r]+/g, '');
    fc.assert(
      fc.property(danger, fc.integer({ min: 40, max: 400 }), (text, limit) => {
        const lines = wrap(text, 26, limit);
        expect(folded(lines.join(''))).toBe(folded(text));
        for (const one of lines) expect(widthOf(one, 26) <= limit || [...new Intl.Segmenter('en').segment(one)].length === 1).toBe(true); // biome-ignore format: one check
      }),
      tries(200),
    );
  });
});

it('is a drawing and nothing else, whatever its texts are and wherever its numbers lie', () => {
  const number = fc.option(
    fc.oneof(fc.integer({ min: -5000, max: 5000 }), fc.double({ min: -1e9, max: 1e9, noNaN: true })),
  );
  const kinds = fc.constantFrom(...Object.values(all));
  fc.assert(
    fc.property(
      kinds,
      danger,
      danger,
      fc.uniqueArray(danger, { minLength: 1, maxLength: 8 }),
      fc.array(number, { minLength: 24, maxLength: 24 }),
      fc.constantFrom('en', 'de', 'fr', 'ar', 'ja'),
      (kind, title, unit, names, numbers, lang) => {
        // biome-ignore format: one line of inputs
        const series = kind.kind === 'pie' ? names.slice(0, 1) : names.slice(0, 3);
        const value = (at: number): number | null =>
          kind.kind === 'pie' ? Math.abs(numbers[at] ?? 0) + 1 : (numbers[at] ?? null);
        const rows = names.map(
          (name, at): ChartRow => [
            kind.x.type === 'category' ? name : at,
            ...series.map((_, of) => value(at * 3 + of)),
          ],
        );
        const chart: Chart = {
          ...kind,
          lang,
          alt: title,
          x: { ...kind.x, title },
          y: { ...kind.y, title, unit },
          series,
          rows,
        };
        const svg = drawChart(chart, wide);
        for (const { tagName, attrs } of elementsIn(svg)) {
          expect(tagName).toMatch(/^(svg|g|path|line|text|tspan)$/);
          for (const { name, value: written } of attrs) {
            expect(name).not.toMatch(/^(on|href|src|style|id)/);
            if (name !== 'aria-label') expect(written).not.toMatch(/NaN|Infinity|undefined|url\(/);
          }
        }
      },
    ),
    tries(100),
  );
});

describe('a chart in a language that runs from right to left', () => {
  /** The places of its texts, in pixels from the left. */
  const placesOf = (chart: Chart): ReadonlyMap<string, number> =>
    new Map(
      [...drawChart(chart, wide).matchAll(/<text[^>]*translate\(([\d.]+),[^>]*>([^<]+)</g)].map(
        ([, x = '', text = '']) => [text, Number(x)] as const,
      ),
    );

  it('is seen as in a mirror', () => {
    const [left, right] = [placesOf(bars), placesOf({ ...bars, lang: 'he' })];
    expect(left.get('2023')).toBeLessThan(left.get('2024') ?? 0);
    expect(right.get('2023')).toBeGreaterThan(right.get('2024') ?? wide.width);
    for (const [text, x] of left) expect((right.get(text) ?? 0) + x).toBeCloseTo(wide.width, 0);
  });

  it('keeps axes of numbers as they are in formulas, and pies as the clock runs', () => {
    for (const chart of [line, points, pie]) {
      expect(drawChart({ ...chart, lang: 'he' }, wide)).toBe(drawChart(chart, wide));
    }
  });
});

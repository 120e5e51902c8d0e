import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { drawChart } from '../../src/5-render/charts/draw.ts';
import type { Chart, ChartKind, ChartRow } from '../../src/model/chart.ts';
import { launchBrowser } from '../support/browser.ts';
import { bodyFonts, fontFaces, type LabelFault, labelFaults } from '../support/drawn-labels.ts';
import { openPage } from '../support/open-deck.ts';

let browser: Browser | undefined;
beforeAll(async () => {
  browser = await launchBrowser();
}, 60_000);
afterAll(() => browser?.close());

const rooms = { wide: { width: 1120, height: 440, textSize: 26 }, narrow: { width: 848, height: 380, textSize: 26 } };

/** Names of every length that authors write. */
const names: Readonly<Record<string, (at: number) => string>> = {
  short: (at) => `N ${at}`,
  mixed: (at) => (at % 3 === 0 ? `${at} others` : at % 3 === 1 ? `Group ${at} of all` : `${at}`),
  long: (at) => `${['Understanding requirements', 'Internationalisation', 'Waiting for the tests'][at % 3]} ${at}`,
};

/** Values of every kind that charts have to bear. */
const values: Readonly<Record<string, (at: number) => number>> = {
  plain: (at) => 10 + ((at * 37) % 90),
  negative: (at) => (((at * 37) % 90) - 45) * 1.5,
  below: (at) => -5 - ((at * 37) % 90),
  spread: (at) => [540, 0.34, 12, 3.5][at % 4] ?? 0,
  large: (at) => 1.5e9 * (1 + ((at * 7) % 10)),
  tiny: (at) => 3.4e-7 * (1 + ((at * 7) % 10)),
  same: () => 100,
};

/** What the x axis is of. */
const places: Readonly<Record<string, (at: number) => number>> = {
  number: (at) => at * 25 + 1950,
  date: (at) => Date.UTC(2024, at, 1),
};

function chartsOf(kind: ChartKind): readonly (readonly [id: string, chart: Chart])[] {
  const counts = { bar: [1, 3, 8, 12, 16], pie: [1, 3, 6, 8], line: [2, 6, 12, 24], scatter: [1, 6, 30] }[kind];
  const widths = kind === 'pie' ? [1] : [1, 2, 3, 6];
  return counts.flatMap((count) =>
    widths
      .filter((width) => kind !== 'bar' || width * count <= 48)
      .flatMap((width) =>
        Object.entries(values)
          .filter(([name]) => kind !== 'pie' || !/negative|below/.test(name))
          .flatMap(([valueName, value], number) => {
            const which = Object.entries(kind === 'scatter' ? {} : names);
            const measured = kind === 'line' || kind === 'scatter' ? Object.entries(places) : [];
            // Many long names are refused: see `chart/too-many`.
            const all = [...which, ...measured].filter(([name]) => name !== 'long' || kind !== 'line' || count <= 12);
            // Not each with each: every kind of name with every kind of value would take minutes.
            const [placeName, place] = all[(number + count + width) % all.length] as (typeof all)[number];
            const type = placeName === 'number' || placeName === 'date' ? placeName : 'category';
            const rows = Array.from({ length: count }, (_, at): ChartRow => [place(at), ...Array.from({ length: width }, (_, series) => value(at + series * 5))]); // biome-ignore format: one table
            const chart: Chart = {
              kind,
              lang: number % 2 === 0 ? 'en' : 'de',
              alt: 'A chart.',
              x: { type, title: type === 'number' ? 'Year of the measurement' : '', scale: 'linear' },
              y: {
                title: width === 1 ? 'Share of working time' : '',
                unit: number % 3 === 0 ? 'ms' : '',
                scale: 'linear',
              },
              series: Array.from({ length: width }, (_, at) => (width > 2 ? `${at} series with a name` : `s${at}`)),
              rows,
              ...(kind !== 'pie' && number % 2 === 1 ? { lines: [{ at: value(0), text: 'average of all' }] } : {}),
            };
            return [[`${kind} ${count}×${width} ${placeName} ${valueName}`, chart] as const];
          }),
      ),
  );
}

it.each(['bar', 'line', 'scatter', 'pie'] as const)(
  'no text of a %s covers another or leaves the drawing',
  async (kind) => {
    if (!browser) throw new Error('The browser has not started.');
    const drawn = chartsOf(kind).flatMap(([id, chart], at) =>
      Object.entries(rooms).map(([room, size], second) => {
        const font = bodyFonts[(at + second) % bodyFonts.length];
        const svg = drawChart(chart, size);
        return `<div id="${id} ${room} ${font}" style="width:${size.width}px;font-family:'${font}'">${svg}</div>`;
      }),
    );
    const style = `${fontFaces()} svg { overflow: visible; font-variant-numeric: lining-nums tabular-nums }`;
    const html = `<!doctype html><meta charset="utf-8"><style>${style}</style>${drawn.join('\n')}`;
    const opened = await openPage(browser, { files: { 'index.html': html } });
    try {
      const faults = (await opened.page.evaluate(labelFaults)) as readonly LabelFault[];
      expect(faults.map(({ id, what }) => `${id}: ${what}`)).toEqual([]);
    } finally {
      await opened.close();
    }
  },
  60_000,
);

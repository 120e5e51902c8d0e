import { describe, expect, it } from 'vitest';
import type { Chart } from '../../src/model/chart.ts';
import { expectValue, workbench } from '../support/workbench.ts';

const bench = await workbench({
  'data/long.csv': 'month,city,degrees\n2,Oslo,-4\n1,Oslo,-6\n1,Rome,8\n2,Rome,9\n',
  'data/gaps.csv': 'day;a;b;remark\n2026-01-02;1.5;;x\n2026-01-01;–;2;y\n',
  'templates/slides/raw.hbs': '## {{title}}\n\n```chart\nnot JSON\n```\n',
  'templates/slides/raw.schema.yaml':
    'title: Raw\ndescription: A fence.\ntype: object\nproperties: { title: { type: string, format: inline } }\nexamples: [{ title: T }]\n',
});

async function expanded(...slides: readonly object[]) {
  const lesson = JSON.stringify({ title: 'L', sections: [{ title: 'S', slides }] });
  const [deck] = expectValue(await bench.decks(lesson, 'title: C\nlang: de\n'));
  if (!deck) throw new Error('There is no deck.');
  return expectValue(bench.expand(deck));
}

/** The chart that a slide becomes, as it stands in the Markdown. */
async function chartOf(fields: object): Promise<Chart> {
  const { markdown } = await expanded({ layout: 'chart', title: 'T', alt: 'A', ...fields });
  const [, json = ''] = /```chart\n([\s\S]*?)\n```/.exec(markdown) ?? [];
  return JSON.parse(json) as Chart;
}

describe('a chart in the Markdown', () => {
  it('takes the first column for its x axis, and all others that have numbers', async () => {
    const chart = await chartOf({ kind: 'line', data: 'data/gaps.csv' });
    expect(chart.x.type).toBe('date');
    expect(chart.series).toEqual(['a', 'b']);
    // Sorted by day; an empty cell and a dash are no values.
    expect(chart.rows).toEqual([
      [Date.UTC(2026, 0, 1), null, 2],
      [Date.UTC(2026, 0, 2), 1.5, null],
    ]);
  });

  it('makes a series of each name in a column', async () => {
    const chart = await chartOf({ kind: 'line', data: 'data/long.csv', x: 'month', y: 'degrees', by: 'city' });
    expect(chart.series).toEqual(['Oslo', 'Rome']);
    expect(chart.rows).toEqual([
      [1, -6, 8],
      [2, -4, 9],
    ]);
  });

  it('names its axes by its columns, unless the author does', async () => {
    const data = [{ n: 1, time: 3 }, { n: 2, time: 5 }]; // biome-ignore format: one table
    expect(await chartOf({ kind: 'line', data })).toMatchObject({ x: { title: 'n' }, y: { title: 'time' } });
    expect(await chartOf({ kind: 'line', data, 'x-title': 'size', 'y-title': 'ms' })).toMatchObject({
      x: { title: 'size' },
      y: { title: 'ms' },
    });
  });

  it('knows the language of the course, and keeps texts as they are written', async () => {
    const name = '``` **a** <b> {{x}} \u2028 \ufeff ✓';
    const chart = await chartOf({ kind: 'bar', data: [{ n: name, v: 1 }, { n: 'b', v: 2 }] }); // biome-ignore format: one chart
    expect(chart.lang).toBe('de');
    expect(chart.rows[0]?.[0]).toBe(name.replace(/[\u2028\ufeff]/g, (found) => found).trim());
  });

  it('has equal scales where its author asks for them and its axes can', async () => {
    const data = [{ n: 1, v: 3 }, { n: 2, v: 5 }]; // biome-ignore format: one table
    const slide = { layout: 'chart', title: 'T', alt: 'A', kind: 'scatter', data, 'equal-scales': true };
    expect((await chartOf(slide)).equalScales).toBe(true);
    for (const wrong of [
      { kind: 'line' },
      { 'x-scale': 'log' },
      { 'y-min': 0 },
      {
        data: [
          { n: '2026-01-01', v: 1 },
          { n: '2026-01-02', v: 2 },
        ],
      },
    ]) {
      // biome-ignore format: one list
      const lesson = JSON.stringify({ title: 'L', sections: [{ title: 'S', slides: [{ ...slide, ...wrong }] }] });
      const [deck] = expectValue(await bench.decks(lesson));
      expect(deck && bench.expand(deck).diagnostics.map(({ code }) => code)).toEqual(['chart/unused-option']);
    }
  });

  it('is there only for decks that have one', async () => {
    const { embeds } = await expanded({ layout: 'section', title: 'T' });
    expect(embeds).toEqual([]);
  });
});

describe('a fence that a template writes by itself', () => {
  it('stays code where it is no chart', async () => {
    const data = [{ n: 'a', v: 1 }, { n: 'b', v: 2 }]; // biome-ignore format: one table
    const { deck } = await expanded({ layout: 'raw', title: 'T' }, { layout: 'chart', title: 'T', alt: 'A', kind: 'bar', data }); // biome-ignore format: one call
    const [raw, drawn] = expectValue(await bench.render(deck)).slides;
    expect(raw?.html).toContain('not JSON');
    expect(raw?.html).not.toContain('<svg');
    expect(drawn?.html).toContain('<svg class="plot"');
  });
});

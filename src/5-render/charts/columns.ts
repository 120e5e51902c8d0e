import type { Chart } from '../../model/chart.ts';
import { lineHeight, widthOf } from './measure.ts';
import type { Writer } from './numbers.ts';
import type { Plot } from './plot.ts';
import { ink, type Label, type Look, labels, look as lookOf, paper } from './shapes.ts';
import type { Shapes } from './vega.ts';

/** A bar, by its ends on the value axis and its sides on the other one, in pixels. */
export interface Bar {
  readonly start: number;
  readonly end: number;
  readonly side: number;
  readonly thickness: number;
  readonly value: number;
  readonly color: string;
}

/** Where the bars are, on any two axes: side by side in the step of their row, or on top of each other. */
export function barsOf(
  chart: Chart,
  at: readonly number[],
  step: number,
  value: (number: number) => number,
  looks: readonly Look[],
  isBack: (series: string, place?: string | number) => boolean,
): readonly Bar[] {
  const side = chart.stacked ? 1 : looks.length;
  const thickness = Math.min((step * 0.74) / side, 120);
  return chart.rows.flatMap(([place, ...values], row) => {
    const sums = { up: 0, down: 0 };
    return values.flatMap((number, series): Bar[] => {
      if (number === null) return [];
      const way = number < 0 ? 'down' : 'up';
      const base = chart.stacked ? sums[way] : 0;
      sums[way] += number;
      const middle = (at[row] ?? 0) + (chart.stacked ? 0 : (series - (side - 1) / 2) * thickness);
      const color = lookOf(series, isBack(chart.series[series] ?? '', place)).color;
      return [
        {
          start: value(base),
          end: value(base + number),
          side: middle - thickness / 2,
          thickness,
          value: number,
          color,
        },
      ];
    });
  });
}

/** Bars are framed in the colour of the paper, so that those that touch can be told apart without their colour. */
export const frame = { stroke: paper, strokeWidth: 2 };

/** Whether each bar is wide enough for its value: then the values need no axis. */
export function saysValuesItself(chart: Chart, plot: Plot, writer: Writer, textSize: number): boolean {
  const texts = writer.values(chart.rows.flatMap(([, ...values]) => values.filter((value) => value !== null)));
  const room = plot.place.step * (chart.series.length === 1 ? 0.9 : 0.74 / chart.series.length);
  return !chart.stacked && texts.every((text) => widthOf(text, textSize) <= room);
}

/** Where the value of a bar stands: beyond its end, and beyond lines across that would run through it. */
function clear(end: number, way: 1 | -1, lines: readonly number[], textSize: number): number {
  const half = lineHeight(textSize) * 0.55;
  let y = end + way * half;
  for (const line of [...lines].sort((a, b) => (a - b) * way)) {
    if (Math.abs(line - y) < half * 0.8) y = line + way * half;
  }
  return y;
}

/** Standing bars, each with its value when there is a writer for it. */
export function columns(
  chart: Chart,
  plot: Plot,
  writer: Writer | undefined,
  looks: readonly Look[],
  isBack: (series: string, place?: string | number) => boolean,
  textSize: number,
): readonly Shapes[] {
  const bars = barsOf(chart, plot.place.at, plot.place.step, plot.value, looks, isBack);
  const texts = writer?.values(bars.map(({ value }) => value)) ?? [];
  return [
    {
      type: 'rect',
      items: bars.map(({ start, end, side, thickness, color }) => ({
        x: side,
        width: thickness,
        y: Math.min(start, end),
        y2: Math.max(start, end),
        fill: color,
        ...frame,
      })),
    },
    labels(
      texts.map((text, at): Label => {
        const { end = 0, side = 0, thickness = 0, value = 0 } = bars[at] ?? {};
        const y = clear(
          end,
          value < 0 ? 1 : -1,
          (chart.lines ?? []).map((line) => plot.value(line.at)),
          textSize,
        );
        return { lines: [text], x: side + thickness / 2, y, align: 'center', color: ink };
      }),
      textSize,
    ),
  ];
}

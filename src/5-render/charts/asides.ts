import type { Chart } from '../../model/chart.ts';
import { emphasis } from './emphasis.ts';
import { lineHeight, widest, wrap } from './measure.ts';
import type { Plot } from './plot.ts';
import { ink, type Label, type Look, labels, quiet, rules, symbols } from './shapes.ts';
import { spread } from './spread.ts';
import type { Shapes } from './vega.ts';

/** What is written at the end of a line: the name of its series, or what a line across the chart means. */
export interface Aside {
  readonly lines: readonly string[];
  /** The series that it names; none for a line across. */
  readonly series?: number;
  readonly value: number;
  readonly isStrong: boolean;
}

/** Names stand at the ends of lines, where the eye looks for them, in place of a legend. */
export function asidesOf(chart: Chart, limit: number, textSize: number): readonly Aside[] {
  const isNamed = chart.kind === 'line' && chart.series.length > 1;
  const isBack = emphasis(chart);
  return [
    ...(isNamed ? chart.series : []).map((name, series) => {
      const last = chart.rows.map((row) => row[series + 1]).findLast((value) => typeof value === 'number');
      const isStrong = chart.highlight !== undefined && !isBack(name);
      return { lines: wrap(name, textSize, limit), series, value: Number(last ?? 0), isStrong };
    }),
    ...(chart.lines ?? []).map(({ at, text }) => ({ lines: wrap(text, textSize, limit), value: at, isStrong: false })),
  ];
}

/** The room that asides take beside a plot; 0 without any. */
export function widthOfAsides(asides: readonly Aside[], textSize: number): number {
  const lines = asides.flatMap((aside) => aside.lines);
  return lines.length === 0 ? 0 : widest(lines, textSize) + textSize * 1.5;
}

/** The asides of a plot, apart from each other; one that had to move is led back to its line. */
export function asideShapes(
  chart: Chart,
  plot: Plot,
  asides: readonly Aside[],
  looks: readonly Look[],
  textSize: number,
): readonly Shapes[] {
  const row = lineHeight(textSize);
  const wanted = asides.map(({ value, lines }) => ({ at: plot.value(value), height: lines.length * row }));
  const placed = spread(wanted, 0, plot.bottom + row);
  const x = plot.right + textSize * 1.3;
  const moved = asides.flatMap(({ value }, at): (readonly [number, number, number, number])[] => {
    const [from, to] = [plot.value(value), placed[at] ?? 0];
    return Math.abs(from - to) < textSize * 0.4 ? [] : [[plot.right + textSize * 0.45, from, x - textSize * 0.2, to]];
  });
  const ends = asides.flatMap(({ series = -1, value }): readonly Shapes[] => {
    const look = looks[series];
    const isAtEnd = typeof chart.rows.at(-1)?.[series + 1] === 'number';
    return look && isAtEnd ? [symbols([[plot.right, plot.value(value)]], look, textSize * 9)] : [];
  });
  const texts = asides.map(({ lines, isStrong, series }, at): Label => {
    const color = series === undefined || isStrong || chart.highlight === undefined ? ink : quiet;
    return { lines, x, y: placed[at] ?? 0, align: 'left', color, weight: isStrong ? 700 : 400 };
  });
  return [rules(moved, quiet, 1.5), ...ends, labels(texts, textSize)];
}

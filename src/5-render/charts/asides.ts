import type { Chart } from '../../model/chart.ts';
import { emphasis } from './emphasis.ts';
import { limitFor, lineHeight, widest, wrap } from './measure.ts';
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

/** With `hasNames`, names stand at the ends of lines, where the eye looks for them, in place of a legend. */
export function asidesOf(chart: Chart, hasNames: boolean, width: number, textSize: number): readonly Aside[] {
  const isNamed = hasNames && chart.series.length > 1;
  const texts = [...(isNamed ? chart.series : []), ...(chart.lines ?? []).map(({ text }) => text)];
  const limit = limitFor(texts, textSize, width * 0.26, width * 0.4);
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

/** Where asides stand: beside the field, clear of what is above and below it. */
function placesOf(asides: readonly Aside[], plot: Plot, textSize: number): readonly number[] {
  const wanted = asides.map(({ value, lines }) => ({
    at: plot.value(value),
    height: lines.length * lineHeight(textSize),
  }));
  return spread(wanted, plot.top - textSize * 0.7, plot.bottom + textSize * 0.5);
}

/** Whether lines end so close to each other that one cannot see which name belongs to which of them. */
export function isCrowded(asides: readonly Aside[], plot: Plot, textSize: number): boolean {
  const row = lineHeight(textSize);
  const places = placesOf(asides, plot, textSize);
  const ends = asides.filter(({ series }) => series !== undefined).map(({ value }) => plot.value(value));
  const areTogether = ends.some((end, at) => ends.slice(at + 1).some((other) => Math.abs(end - other) < row * 0.3));
  const areFar = asides.some(({ value, series }, at) => {
    return series !== undefined && Math.abs(plot.value(value) - (places[at] ?? 0)) > row * 1.5;
  });
  const height = asides.reduce((sum, { lines }) => sum + lines.length * row, 0);
  return areTogether || areFar || height > plot.bottom - plot.top + textSize * 1.2;
}

/** The asides of a plot, apart from each other; one that had to move is led back to its line. */
export function asideShapes(
  chart: Chart,
  plot: Plot,
  asides: readonly Aside[],
  looks: readonly Look[],
  textSize: number,
): readonly Shapes[] {
  const placed = placesOf(asides, plot, textSize);
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

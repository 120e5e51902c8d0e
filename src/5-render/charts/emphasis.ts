import type { Chart } from '../../model/chart.ts';
import { type Look, look } from './shapes.ts';

/**
 * Which parts of a chart step back behind those that the author points out. A series steps back when other series are
 * named, a place on the x axis when other places are.
 */
export function emphasis({
  highlight = [],
  series,
  rows,
}: Chart): (series: string, place?: string | number) => boolean {
  const namesSeries = highlight.some((name) => series.includes(name));
  const namesPlaces = highlight.some((name) => rows.some(([place]) => String(place) === name));
  return (name, place) =>
    (namesSeries && !highlight.includes(name)) ||
    (namesPlaces && place !== undefined && !highlight.includes(String(place)));
}

/**
 * How each series looks. One that is pointed out alone has an unbroken line: broken lines look weaker. It changes with
 * the first, so that no two are alike.
 */
export function looksOf(chart: Chart): readonly Look[] {
  const isBack = emphasis(chart);
  const looks = chart.series.map((name, at) => look(at, isBack(name)));
  const front = chart.series.flatMap((name, at) => (isBack(name) ? [] : [at]));
  const [only = 0] = front;
  if (front.length !== 1) return looks;
  const dashOf = (at: number): Look['dash'] => looks[at === only ? 0 : at === 0 ? only : at]?.dash ?? [];
  return looks.map((one, at) => ({ ...one, dash: dashOf(at) }));
}

import type { Chart } from '../../model/chart.ts';

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

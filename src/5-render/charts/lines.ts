import type { Chart } from '../../model/chart.ts';
import type { Plot } from './plot.ts';
import { type Look, symbols } from './shapes.ts';
import type { Shapes } from './vega.ts';

/** From so many points on, marks on a line would hide it. */
const mostMarks = 24;

/** A line for each series, with a mark at each point where there are few. A line breaks where a value is missing. */
export function lines(chart: Chart, plot: Plot, looks: readonly Look[], textSize: number): readonly Shapes[] {
  const drawn = looks.map((look, series): { readonly look: Look; readonly shapes: readonly Shapes[] } => {
    const places = chart.rows.map((row, at) => ({ x: plot.place.at[at] ?? 0, value: row[series + 1] ?? null }));
    const marked = places.filter(({ value }, at) => {
      const isAlone = (places[at - 1]?.value ?? null) === null && (places[at + 1]?.value ?? null) === null;
      return value !== null && (places.length <= mostMarks || isAlone);
    });
    return {
      look,
      shapes: [
        {
          type: 'line',
          items: places.map(({ x, value }) => ({
            x,
            y: value === null ? 0 : plot.value(Number(value)),
            defined: value !== null,
            stroke: look.color,
            strokeWidth: 4,
            strokeDash: [...look.dash],
            strokeJoin: 'round',
          })),
        },
        symbols(
          marked.map(({ x, value }) => [x, plot.value(Number(value))]),
          look,
          textSize * 7,
        ),
      ],
    };
  });
  return inFront(drawn);
}

/** A mark for each point; marks of different series differ in shape. */
export function points(chart: Chart, plot: Plot, looks: readonly Look[], textSize: number): readonly Shapes[] {
  const area = textSize * (chart.rows.length > 100 ? 4 : 8);
  return inFront(
    looks.map((look, series) => {
      const places = chart.rows.flatMap((row, at): [number, number][] => {
        const value = row[series + 1];
        return typeof value === 'number' ? [[plot.place.at[at] ?? 0, plot.value(value)]] : [];
      });
      return { look, shapes: [symbols(places, look, area)] };
    }),
  );
}

/** What steps back is drawn first. */
function inFront(drawn: readonly { readonly look: Look; readonly shapes: readonly Shapes[] }[]): readonly Shapes[] {
  const isBack = ({ look }: { readonly look: Look }): boolean => look.color.includes('rest');
  return [...drawn.filter(isBack), ...drawn.filter((one) => !isBack(one))].flatMap(({ shapes }) => shapes);
}

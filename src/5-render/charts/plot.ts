import type { Chart } from '../../model/chart.ts';
import { lineHeight, widest } from './measure.ts';
import type { Writer } from './numbers.ts';
import { type PlaceAxis, placeAxis } from './place-axis.ts';
import { hairline, type Label, labels, quiet, rules } from './shapes.ts';
import { ticksOf, valueScale } from './value-axis.ts';
import type { Scale, Shapes } from './vega.ts';

/** The field between the axes, with the scales that lead into it and what is written at them. Pixels. */
export interface Plot {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly value: Scale;
  readonly place: PlaceAxis;
  /** Round values of the value axis, with how they are written. */
  readonly ticks: readonly { readonly at: number; readonly text: string }[];
}

/** What is settled before the field itself: the room that is left for it and its axes. */
export interface Bounds {
  readonly right: number;
  readonly top: number;
  /** The lower end of the axis at the foot. */
  readonly foot: number;
  /** Without a value axis the field begins at the very left. */
  readonly hasValueAxis: boolean;
}

/**
 * Lays out field and axes. How wide the values are depends on how many there are, that on the height, and that on how wide
 * the places are: so it is done twice, the second time with the width that the first has found.
 */
export function plotOf(
  chart: Chart,
  writer: Writer,
  { right, top, foot, hasValueAxis }: Bounds,
  textSize: number,
): Plot {
  const isLog = chart.y.scale === 'log';
  const from = (left: number): Plot => {
    const place = placeAxis(chart, writer, left, right, textSize);
    const bottom = foot - place.height - textSize * 0.45;
    const value = valueScale(chart, [bottom, top]);
    const most = Math.floor((bottom - top) / (lineHeight(textSize) * 1.6));
    const ticks = ticksOf(value, isLog, Math.max(2, Math.min(6, most)));
    // From power to power numbers need decimals of their own.
    const texts = isLog ? ticks.flatMap((tick) => writer.values([tick])) : writer.values(ticks);
    const pairs = ticks.map((tick, index) => ({ at: value(tick), text: texts[index] ?? '' }));
    return { left, right, top, bottom, value, place, ticks: pairs };
  };
  if (!hasValueAxis) return from(0);
  const { ticks } = from(textSize * 3);
  const texts = ticks.map(({ text }) => text);
  return from(widest(texts, textSize) + textSize * 0.5);
}

/** The value axis: numbers and a light grid. */
export function valueAxis({ ticks, left, right }: Plot, textSize: number): readonly Shapes[] {
  const numbers = ticks.map(
    ({ at, text }): Label => ({ lines: [text], x: left - textSize * 0.45, y: at, align: 'right', color: quiet }),
  );
  const grid = ticks.map(({ at }) => [left, at, right, at] as const);
  return [rules(grid, hairline, 1.5), labels(numbers, textSize)];
}

/** The axis at the foot: names or numbers, and small lines where they stand. */
export function footAxis({ place, bottom }: Plot, textSize: number): readonly Shapes[] {
  const marks = place.ticks.map((x) => [x, bottom, x, bottom + textSize * 0.25] as const);
  const texts = place.labels.map((label) => ({ ...label, y: label.y + bottom + textSize * 0.45 }));
  return [rules(marks, quiet, 2), labels(texts, textSize)];
}

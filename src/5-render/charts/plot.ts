import type { Chart } from '../../model/chart.ts';
import { lineHeight, widest } from './measure.ts';
import type { Writer } from './numbers.ts';
import { type PlaceAxis, placeAxis } from './place-axis.ts';
import { hairline, type Label, labels, quiet, reachOf, rules } from './shapes.ts';
import { ticksOf, valueScale } from './value-axis.ts';
import type { Scale, Shapes } from './vega.ts';

/** The field between the axes, with the scales that lead into it and what is written at them. Pixels. */
export interface Plot {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Where the numbers of the value axis begin. */
  readonly edge: number;
  /** The top of what is written below the field. */
  readonly footTop: number;
  readonly value: Scale;
  readonly place: PlaceAxis;
  /** Round values of the value axis, with how they are written. */
  readonly ticks: readonly { readonly at: number; readonly text: string }[];
}

/** What is settled before the field itself: the room that is left for it and its axes. */
export interface Bounds {
  /** Of the whole drawing. */
  readonly width: number;
  readonly right: number;
  readonly top: number;
  /** The lower end of the axis at the foot. */
  readonly foot: number;
  /** Room between the field and what is written at its foot. */
  readonly below: number;
  /** Without a value axis the field begins at the very left. */
  readonly hasValueAxis: boolean;
}

/**
 * Lays out field and axes. How wide the values are depends on how many there are, that on the height, and that on how wide
 * the places are: so it is done again with the widths that were found, and again where a name would leave the drawing.
 */
export function plotOf(
  chart: Chart,
  writer: Writer,
  { width, right: end, top, foot, below, hasValueAxis }: Bounds,
  textSize: number,
): Plot {
  const isLog = chart.y.scale === 'log';
  const between = (left: number, right: number, axis: number, spans: Spans = { place: 0, value: 0 }): Plot => {
    const place = placeAxis(chart, writer, left, right, textSize, spans.place);
    const footTop = foot - place.height;
    const bottom = footTop - textSize * 0.45 - below;
    const value = valueScale(chart, [bottom, top], spans.value);
    const most = Math.floor((bottom - top) / (lineHeight(textSize) * 1.6));
    const ticks = ticksOf(value, isLog, Math.max(2, Math.min(6, most)));
    // From power to power numbers need decimals of their own.
    const texts = isLog ? ticks.flatMap((tick) => writer.values([tick])) : writer.values(ticks);
    const pairs = ticks.map((tick, index) => ({ at: value(tick), text: texts[index] ?? '' }));
    return { left, right, top, bottom, edge: left - axis, footTop, value, place, ticks: pairs };
  };
  const axisOf = ({ ticks }: Plot): number =>
    hasValueAxis
      ? widest(
          ticks.map(({ text }) => text),
          textSize,
        ) +
        textSize * 0.5
      : 0;
  let plot = between(textSize * 3, end, 0);
  for (let round = 0; round < 3; round += 1) {
    const axis = axisOf(plot);
    const [low, high] = reachOf(plot.place.labels, textSize);
    const left = Math.max(axis, plot.left - low);
    const right = Math.min(end, plot.right - high + width);
    plot = between(left, right, axis);
  }
  return chart.equalScales ? between(plot.left, plot.right, axisOf(plot), evened(plot)) : plot;
}

/** How much of a quantity each axis shows at least. */
interface Spans {
  readonly place: number;
  readonly value: number;
}

/** The axis with more room for a unit shows more, so that a unit is as long on both. */
function evened({ left, right, top, bottom, place, value }: Plot): Spans {
  const [low = 0, high = 1] = value.domain();
  const unit = Math.min((right - left) / place.span, (bottom - top) / (high - low));
  return { place: (right - left) / unit, value: (bottom - top) / unit };
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
export function footAxis({ place, bottom, footTop }: Plot, textSize: number): readonly Shapes[] {
  const marks = place.ticks.map((x) => [x, bottom, x, bottom + textSize * 0.25] as const);
  const texts = place.labels.map((label) => ({ ...label, y: label.y + footTop }));
  return [rules(marks, quiet, 2), labels(texts, textSize)];
}

import type { Chart } from '../../model/chart.ts';
import { lineHeight, widest, widthOf, wrap, wrapsWell } from './measure.ts';
import type { Writer } from './numbers.ts';
import type { Label } from './shapes.ts';
import { quiet } from './shapes.ts';
import { ticksOf } from './value-axis.ts';
import { scaleOf } from './vega.ts';

/** The axis at the foot of a chart. */
export interface PlaceAxis {
  /** Where each row stands, in pixels. */
  readonly at: readonly number[];
  /** The width that a row has for itself; 0 where rows are points on a continuous axis. */
  readonly step: number;
  /** Small lines on the axis. */
  readonly ticks: readonly number[];
  /** Below the axis, the top of which is at 0. */
  readonly labels: readonly Label[];
  readonly height: number;
}

/** Days and numbers stand where their value is, everything else in steps of the same width. */
export function placeAxis(chart: Chart, writer: Writer, from: number, to: number, textSize: number): PlaceAxis {
  return chart.x.type === 'category'
    ? steps(
        chart.rows.map(([place]) => String(place)),
        from,
        to,
        textSize,
        chart.kind === 'line',
      )
    : continuous(chart, writer, from, to, textSize);
}

function continuous({ x, rows, kind }: Chart, writer: Writer, from: number, to: number, textSize: number): PlaceAxis {
  const places = rows.map(([place]) => Number(place));
  const type = x.type === 'date' ? 'utc' : x.scale;
  const [low, high] = [Math.min(...places), Math.max(...places)];
  const around = low === high ? Math.abs(low) / 2 || 1 : 0;
  // Points would lie on the edge otherwise; a line begins and ends where its values do.
  const isNice = kind === 'scatter' || type === 'log';
  const scale = scaleOf(type, [low - around, high + around], [from, to], isNice ? 6 : undefined);
  for (let most = kind === 'scatter' ? 8 : 12; most > 1; most -= 1) {
    const values = ticksOf(scale, type === 'log', most).filter((tick) => x.type !== 'number' || isClean(tick, places));
    const numbers = values.map(Number);
    const texts = type === 'log' ? numbers.flatMap((number) => writer.places([number])) : writer.places(numbers);
    const at = values.map((tick) => scale(tick));
    const gaps = at.slice(1).map((place, index) => place - (at[index] ?? 0));
    const isRoomy = gaps.every((gap, index) => {
      const needed = (widthOf(texts[index] ?? '', textSize) + widthOf(texts[index + 1] ?? '', textSize)) / 2;
      return gap > needed + textSize * 0.6;
    });
    if ((isRoomy && new Set(texts).size === texts.length) || most === 2) {
      return {
        at: places.map((place) => scale(place)),
        step: 0,
        ticks: at,
        labels: texts.map((text, index) => label([text], at[index] ?? 0, lineHeight(textSize))),
        height: lineHeight(textSize),
      };
    }
  }
  throw new Error('An axis has at least two ticks.');
}

/** Between whole numbers there is nothing to read: no half years, no half rounds. */
const isClean = (tick: number, places: readonly number[]): boolean =>
  Number.isInteger(tick) || !places.every((place) => Number.isInteger(place));

const label = (lines: readonly string[], x: number, height: number): Label => ({
  lines,
  x,
  y: height / 2,
  align: 'center',
  color: quiet,
});

/** Bars stand in the middle of their step; a line goes from edge to edge. */
function steps(names: readonly string[], from: number, to: number, textSize: number, isLine: boolean): PlaceAxis {
  const isWide = isLine && names.length > 1;
  const step = (to - from) / (names.length - (isWide ? 1 : 0));
  const at = names.map((_, index) => from + step * (index + (isWide ? 0 : 0.5)));
  const limit = step - textSize * 0.3;
  const shared = { at, step, ticks: [] };
  if (fitsBelow(names, step, textSize) || !isLine) {
    const lines = names.map((name) => wrap(name, textSize, limit));
    const height = lineHeight(textSize) * Math.max(...lines.map(({ length }) => length));
    return {
      ...shared,
      labels: lines.map((of, index) => label(of, at[index] ?? 0, lineHeight(textSize) * of.length)),
      height,
    };
  }
  // Too long to stand beside each other: aslant, each ends below its place.
  const slope = Math.PI / 4;
  const longest = Math.min(widest(names, textSize), 9 * textSize);
  return {
    ...shared,
    ticks: at,
    labels: names.map((name, index) => ({
      lines: [name],
      x: (at[index] ?? 0) + textSize * 0.3,
      y: textSize * 0.3,
      align: 'right',
      color: quiet,
      angle: -45,
    })),
    height: longest * Math.sin(slope) + textSize * 0.6,
  };
}

/** Whether names can stand side by side, each in up to three lines in the width of its step. */
export function fitsBelow(names: readonly string[], step: number, textSize: number): boolean {
  const limit = step - textSize * 0.3;
  return names.every((name) => wrapsWell(name, textSize, limit) && wrap(name, textSize, limit).length <= 3);
}

import type { Chart } from '../../model/chart.ts';
import { lineHeight, widest, widthOf, wrap, wrapsWell } from './measure.ts';
import type { Writer } from './numbers.ts';
import { type Label, quiet, type Room } from './shapes.ts';
import { ticksOf, widened } from './value-axis.ts';
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
  /** How much of its quantity a continuous axis shows; 0 for steps. */
  readonly span: number;
}

/**
 * Days and numbers stand where their value is, everything else in steps of the same width. `span` is how much of its
 * quantity a continuous axis shows at least.
 */
export function placeAxis(
  chart: Chart,
  writer: Writer,
  from: number,
  to: number,
  textSize: number,
  span = 0,
): PlaceAxis {
  return chart.x.type === 'category'
    ? steps(
        chart.rows.map(([place]) => String(place)),
        from,
        to,
        textSize,
        chart.kind === 'line',
      )
    : continuous(chart, writer, from, to, textSize, span);
}

function continuous(
  { x, rows, kind }: Chart,
  writer: Writer,
  from: number,
  to: number,
  textSize: number,
  span: number,
): PlaceAxis {
  const places = rows.map(([place]) => Number(place));
  const type = x.type === 'date' ? 'utc' : x.scale;
  const [low, high] = [Math.min(...places), Math.max(...places)];
  const around = low === high ? Math.abs(low) / 2 || 1 : 0;
  // Points would lie on the edge otherwise; a line begins and ends where its values do.
  const isNice = kind === 'scatter' || type === 'log';
  const fitting = scaleOf(type, [low - around, high + around], [from, to], isNice ? 6 : undefined);
  const scale = type === 'linear' ? widened(fitting, span, [from, to]) : fitting;
  const [first = 0, last = 0] = scale.domain();
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
        span: last - first,
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
  const shared = { at, step, ticks: [], span: 0 };
  if (fitsBelow(names, step, textSize)) {
    const lines = names.map((name) => wrap(name, textSize, limit));
    const height = lineHeight(textSize) * Math.max(...lines.map(({ length }) => length));
    return {
      ...shared,
      labels: lines.map((of, index) => label(of, at[index] ?? 0, lineHeight(textSize) * of.length)),
      height,
    };
  }
  // Too long to stand beside each other: aslant, or upright where even that is too wide, each ending below its place.
  const slope = isSlopeRoomy(step, textSize) ? Math.PI / 4 : Math.PI / 2;
  const row = lineHeight(textSize);
  // As many lines as the way to the next one has room for, so that the names are not too long below each other.
  const most = Math.max(1, Math.min(3, Math.floor((step * Math.sin(slope)) / row)));
  const lines = names.map((name) => inLines(name, textSize, most));
  const thick = ((Math.max(...lines.map(({ length }) => length)) - 1) / 2) * row * Math.cos(slope);
  const down = textSize * 0.55 + thick;
  return {
    ...shared,
    ticks: isLine ? at : [],
    labels: lines.map((of, index) => ({
      lines: of,
      x: (at[index] ?? 0) + textSize * 0.3 * Math.cos(slope),
      y: down,
      align: 'right',
      color: quiet,
      angle: (-slope * 180) / Math.PI,
    })),
    height: widest(lines.flat(), textSize) * Math.sin(slope) + down + thick + textSize * 0.3,
  };
}

/** Whether names that stand aslant do not touch. */
const isSlopeRoomy = (step: number, textSize: number): boolean => step * Math.SQRT1_2 > textSize * 0.94;

/** A name in up to `most` lines of about the same width. */
function inLines(name: string, textSize: number, most: number): readonly string[] {
  const whole = widthOf(name, textSize);
  for (let limit = Math.max(whole / most, textSize * 5); limit < whole; limit += textSize) {
    const lines = wrapsWell(name, textSize, limit) ? wrap(name, textSize, limit) : [];
    if (lines.length > 0 && lines.length <= most) return lines;
  }
  return [name];
}

/** Whether names can stand side by side, each in up to three lines in the width of its step. */
export function fitsBelow(names: readonly string[], step: number, textSize: number): boolean {
  const limit = step - textSize * 0.3;
  return names.every((name) => wrapsWell(name, textSize, limit) && wrap(name, textSize, limit).length <= 3);
}

/** Whether names can stand aslant below a line, without taking the room that it needs itself. */
export function fitsAslant(names: readonly string[], { width, height, textSize }: Room): boolean {
  const longest = widest(names, textSize) * Math.SQRT1_2;
  return isSlopeRoomy((width - longest - textSize * 2) / names.length, textSize) && longest < height * 0.4;
}

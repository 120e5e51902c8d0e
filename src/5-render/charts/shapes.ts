import { lineHeight, widest } from './measure.ts';
import type { Shapes } from './vega.ts';

/** The room that a chart has on its slide, and the size of the text in it, in pixels. */
export interface Room {
  readonly width: number;
  readonly height: number;
  readonly textSize: number;
}

/** Colours are roles of the theme: the same chart looks different in another one. */
export const ink = 'var(--ink)';
/** What text is that only helps to read the rest. */
export const quiet = 'var(--quiet)';
/** The grid. */
export const hairline = 'var(--plot-grid)';
/** What lies behind the chart. */
export const paper = 'var(--paper)';
const stepsBack = 'var(--plot-rest)';

/** How a series looks. Each can be told from the others without its colour. */
export interface Look {
  readonly color: string;
  readonly dash: readonly number[];
  readonly shape: string;
  /** Shapes of the same size do not look as large as each other. */
  readonly scale: number;
}

const dashes = [[], [14, 7], [3, 7], [18, 6, 3, 6], [8, 5], [24, 8]];
const marks: readonly (readonly [string, number])[] = [
  ['circle', 1],
  ['square', 0.9],
  ['triangle-up', 0.95],
  ['diamond', 1],
  ['cross', 0.95],
  ['triangle-down', 0.95],
];

/** The look of the series, or slice, with this number. `isBack` when another one is to be seen first. */
export function look(number: number, isBack: boolean): Look {
  const at = number % dashes.length;
  const [shape, scale] = marks[at] ?? ['circle', 1];
  return { color: isBack ? stepsBack : `var(--plot-${at + 1})`, dash: dashes[at] ?? [], shape, scale };
}

/** A text of one or several lines. `x` and `y` are its middle, or the middle of the side that it is aligned at. */
export interface Label {
  readonly lines: readonly string[];
  readonly x: number;
  readonly y: number;
  readonly align: 'left' | 'center' | 'right';
  readonly color: string;
  readonly weight?: number;
  readonly angle?: number;
}

/** From the first of some lines to their middle. */
const above = (lines: number, textSize: number): number => ((lines - 1) / 2) * lineHeight(textSize);

/** Texts in one size. None is ever cut off. */
export function labels(texts: readonly Label[], textSize: number): Shapes {
  return {
    type: 'text',
    items: texts.map(({ lines, x, y, align, color, weight = 400, angle = 0 }) => ({
      text: [...lines],
      // Lines of a text that is turned go on in the direction in which it is turned.
      x: angle === 0 ? x : x + Math.sin((angle * Math.PI) / 180) * above(lines.length, textSize),
      // From the middle to the first line's foot: capital letters are about 0.68 of the type size high.
      y: y - Math.cos((angle * Math.PI) / 180) * above(lines.length, textSize) + (angle === 0 ? 0.34 * textSize : 0),
      align,
      baseline: angle === 0 ? 'alphabetic' : 'middle',
      fill: color,
      fontSize: textSize,
      lineHeight: lineHeight(textSize),
      fontWeight: weight,
      angle,
      limit: 0,
    })),
  };
}

/** How far labels reach to the left and to the right, in pixels; see {@link labels}. */
export function reachOf(texts: readonly Label[], textSize: number): readonly [low: number, high: number] {
  const ends = texts.map(({ lines, x, align, angle = 0 }): readonly [number, number] => {
    const turn = (angle * Math.PI) / 180;
    const width = widest(lines, textSize) * Math.cos(turn);
    const thickness = Math.abs(lines.length * lineHeight(textSize) * Math.sin(turn)) / 2;
    const start = align === 'left' ? x : align === 'right' ? x - width : x - width / 2;
    return [start - thickness, start + width + thickness];
  });
  return [Math.min(...ends.map(([low]) => low)), Math.max(...ends.map(([, high]) => high))];
}

/** Straight lines from one point to another. */
export function rules(
  lines: readonly (readonly [x: number, y: number, x2: number, y2: number])[],
  stroke: string,
  strokeWidth: number,
  strokeDash: readonly number[] = [],
): Shapes {
  return { type: 'rule', items: lines.map(([x, y, x2, y2]) => ({ x, y, x2, y2, stroke, strokeWidth, strokeDash })) };
}

/** Lines across a chart at values to compare with: seen on bars of any colour, because they have an edge of paper. */
export function acrossRules(
  lines: readonly (readonly [x: number, y: number, x2: number, y2: number])[],
): readonly Shapes[] {
  return [rules(lines, paper, 5.5), rules(lines, ink, 2.5, [6, 6])];
}

/** The mark of a series, at points. `area` is that of a circle in square pixels. */
export function symbols(points: readonly (readonly [x: number, y: number])[], of: Look, area: number): Shapes {
  return {
    type: 'symbol',
    items: points.map(([x, y]) => ({
      x,
      y,
      size: area * of.scale,
      shape: of.shape,
      fill: of.color,
      stroke: paper,
      strokeWidth: 1.5,
    })),
  };
}

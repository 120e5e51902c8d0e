import type { Chart } from '../../model/chart.ts';
import { emphasis } from './emphasis.ts';
import { lineHeight, wrap, wrapsWell } from './measure.ts';
import type { Writer } from './numbers.ts';
import { ink, labels, look, paper, quiet, type Room, rules } from './shapes.ts';
import { spread } from './spread.ts';
import type { Drawing } from './vega.ts';

interface Slice {
  readonly lines: readonly string[];
  readonly color: string;
  readonly startAngle: number;
  readonly endAngle: number;
  /** The middle of its edge, from the middle of the pie, in radii. */
  readonly x: number;
  readonly y: number;
}

/** Draws a pie, from twelve o'clock on, each slice with its name and its share beside it. */
export function drawPie(chart: Chart, room: Room, writer: Writer): Drawing {
  const { width, height, textSize } = room;
  const row = lineHeight(textSize);
  const [centerX, centerY] = [width / 2, height / 2];
  const largest = Math.min(height / 2 - 2, width * 0.22);
  const limit = (radius: number): number => width / 2 - radius - textSize * 2.2;
  const around = (radius: number): readonly Slice[] =>
    slicesOf(chart, writer, (name) => wrap(name, textSize, limit(radius)));
  // A smaller pie is better than names in two lines, within reason.
  const radii = [1, 0.94, 0.88, 0.82].map((part) => largest * part);
  const isWhole = (one: number): boolean => chart.rows.every(([name]) => wrapsWell(String(name), textSize, limit(one)));
  const radius =
    radii.find((one) => around(one).every(({ lines }) => lines.length === 1)) ??
    [...radii, largest * 0.7, largest * 0.6].find(isWhole) ??
    largest;
  const slices = around(radius);
  const sides = [1, -1].map((side) => ({ side, slices: slices.filter(({ x }) => (x < 0 ? -1 : 1) === side) }));
  const placed = sides.flatMap(({ side, slices: of }) => {
    const wanted = of.map(({ y, lines }) => ({
      at: centerY + y * radius * 1.08,
      height: lines.length * row + textSize * 0.2,
    }));
    const at = spread(wanted, 0, height);
    return of.map((slice, index) => ({
      slice,
      side,
      y: at[index] ?? 0,
      x: centerX + side * (radius + textSize * 1.6),
    }));
  });
  return {
    width,
    height,
    shapes: [
      {
        type: 'arc',
        items: slices.map(({ startAngle, endAngle, color }) => ({
          x: centerX,
          y: centerY,
          startAngle,
          endAngle,
          innerRadius: 0,
          outerRadius: radius,
          fill: color,
          stroke: paper,
          strokeWidth: slices.length > 1 ? 3 : 0,
        })),
      },
      rules(
        placed.flatMap(({ slice, side, x, y }): (readonly [number, number, number, number])[] => {
          const edge = [centerX + slice.x * radius * 1.02, centerY + slice.y * radius * 1.02] as const;
          return [[...edge, x - side * textSize * 0.4, y]];
        }),
        quiet,
        1.5,
      ),
      labels(
        placed.map(({ slice, side, x, y }) => ({
          lines: slice.lines,
          x,
          y,
          align: side > 0 ? 'left' : 'right',
          color: ink,
        })),
        textSize,
      ),
    ],
  };
}

function slicesOf(chart: Chart, writer: Writer, wrapped: (text: string) => readonly string[]): readonly Slice[] {
  const parts = chart.rows.flatMap(([name, value], at) =>
    value === null || value === undefined || value === 0 ? [] : [{ name: String(name), value, at }],
  );
  const total = parts.reduce((sum, { value }) => sum + value, 0);
  const isBack = emphasis(chart);
  const values = writer.values(parts.map(({ value }) => value));
  let angle = 0;
  return parts.map(({ name, value, at }, index) => {
    const startAngle = angle;
    angle += (value / total) * 2 * Math.PI;
    const middle = (startAngle + angle) / 2;
    const share = chart.y.unit === '' ? writer.share(value / total) : (values[index] ?? '');
    return {
      lines: wrapped(`${name} ${share}`),
      // The seventh slice must not look like the first, which it touches.
      color: look(at < 6 ? at : at - 5, isBack('', name)).color,
      startAngle,
      endAngle: angle,
      x: Math.sin(middle),
      y: -Math.cos(middle),
    };
  });
}

import type { Chart } from '../../model/chart.ts';
import { barsOf, frame } from './columns.ts';
import { emphasis } from './emphasis.ts';
import { legend } from './legend.ts';
import { lineHeight, widest, widthOf, wrap } from './measure.ts';
import type { Writer } from './numbers.ts';
import { hairline, ink, type Label, labels, look, quiet, type Room, rules } from './shapes.ts';
import { ticksOf, valueScale } from './value-axis.ts';
import type { Drawing, Shapes } from './vega.ts';

/** Draws bars that lie: names of any length stand before them. */
export function drawLying(chart: Chart, room: Room, writer: Writer): Drawing {
  const { width, height, textSize } = room;
  const row = lineHeight(textSize);
  const isBack = emphasis(chart);
  const looks = chart.series.map((name, at) => look(at, isBack(name)));
  const key = legend(
    chart.series.map((name, at) => ({ name, look: look(at, isBack(name)) })),
    width,
    textSize,
    true,
  );
  const names = chart.rows.map(([place]) => wrap(String(place), textSize, width * 0.36));
  const left = widest(names.flat(), textSize) + textSize * 0.6;
  const texts = writer.values(chart.rows.flatMap(([, ...values]) => values.filter((value) => value !== null)));
  // Bars that are thinner than a line of text have an axis in place of their values.
  const thickness = ((height - key.height) / chart.rows.length) * (0.74 / chart.series.length);
  const hasValues = !chart.stacked && (chart.series.length === 1 || thickness > textSize * 0.85);
  const marks = (chart.lines ?? []).map(({ at, text }) => ({ at, lines: wrap(text, textSize, width * 0.4) }));
  const marksHeight = marks.reduce((sum, { lines }) => sum + lines.length * row, 0);
  const title = [chart.y.title, chart.x.title].filter((text) => text !== '');
  const below = (title.length > 0 ? row * 1.1 : 0) + (hasValues ? 0 : row * 1.2);
  const [top, bottom] = [key.height + marksHeight, height - below];
  const right = width - (hasValues ? widest(texts, textSize) + textSize * 0.6 : textSize * 1.5);

  const step = (bottom - top) / chart.rows.length;
  const at = chart.rows.map((_, index) => top + step * (index + 0.5));
  const isBelowZero = chart.rows.some(([, ...values]) => values.some((value) => (value ?? 0) < 0));
  const value = valueScale(chart, [
    left + (hasValues && isBelowZero ? widest(texts, textSize) + textSize * 0.6 : 0),
    right,
  ]);
  const bars = barsOf(chart, at, step, value, looks, isBack);
  const ticks = hasValues ? [] : ticksOf(value, false, 6);
  const tickTexts = writer.values(ticks);
  const each = widest(tickTexts, textSize) * 1.4 > (right - left) / Math.max(1, ticks.length - 1) ? 2 : 1;
  const kept = ticks.filter((_, index) => index % each === 0);

  let markTop = key.height;
  const markShapes = marks.flatMap(({ at: number, lines }): readonly Shapes[] => {
    const half = widest(lines, textSize) / 2;
    const x = value(number);
    const y = markTop + (lines.length * row) / 2;
    markTop += lines.length * row;
    const label: Label = { lines, x: Math.min(Math.max(x, half), width - half), y, align: 'center', color: ink };
    return [rules([[x, markTop, x, bottom]], ink, 2.5, [6, 6]), labels([label], textSize)];
  });
  return {
    width,
    height,
    shapes: [
      ...key.shapes(0),
      rules(
        kept.map((tick) => [value(tick), top, value(tick), bottom]),
        hairline,
        1.5,
      ),
      {
        type: 'rect',
        items: bars.map(({ start, end, side, thickness, color }) => ({
          x: Math.min(start, end),
          x2: Math.max(start, end),
          y: side,
          height: thickness,
          fill: color,
          ...frame,
        })),
      },
      rules([[value(0), top, value(0), bottom]], quiet, 2),
      labels(
        [
          ...names.map(
            (lines, index): Label => ({
              lines,
              x: left - textSize * 0.5,
              y: at[index] ?? 0,
              align: 'right',
              color: ink,
            }),
          ),
          ...(hasValues ? bars : []).map(({ end, side, thickness, value: number }, index): Label => {
            const isLeft = number < 0;
            const x = end + (isLeft ? -1 : 1) * textSize * 0.35;
            return {
              lines: [texts[index] ?? ''],
              x,
              y: side + thickness / 2,
              align: isLeft ? 'right' : 'left',
              color: ink,
            };
          }),
          ...kept.map(
            (tick, index): Label => ({
              lines: [tickTexts[index * each] ?? ''],
              x: value(tick),
              y: bottom + row * 0.7,
              align: 'center',
              color: quiet,
            }),
          ),
          ...titles(chart, left, right, height - row / 2),
        ],
        textSize,
      ),
      ...markShapes,
    ],
  };
}

function titles({ x, y }: Chart, left: number, right: number, at: number): readonly Label[] {
  return [
    ...(x.title === '' ? [] : [{ lines: [x.title], x: left, y: at, align: 'right' as const, color: quiet }]),
    ...(y.title === '' ? [] : [{ lines: [y.title], x: right, y: at, align: 'right' as const, color: quiet }]),
  ];
}

/** Whether each lying bar has at least the height of a line for its name. */
export function fitsLying(chart: Chart, { height, textSize, width }: Room): boolean {
  const lines = chart.rows.map(([place]) => wrap(String(place), textSize, width * 0.36).length);
  return Math.max(...lines) * lineHeight(textSize) * chart.rows.length <= height - widthOf('M', textSize);
}

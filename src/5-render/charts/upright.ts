import type { Chart } from '../../model/chart.ts';
import { asideShapes, asidesOf, widthOfAsides } from './asides.ts';
import { columns, saysValuesItself } from './columns.ts';
import { emphasis } from './emphasis.ts';
import { legend } from './legend.ts';
import { lines, points } from './lines.ts';
import { lineHeight, widthOf, wrap } from './measure.ts';
import type { Writer } from './numbers.ts';
import { footAxis, type Plot, plotOf, valueAxis } from './plot.ts';
import { ink, type Label, labels, look, quiet, type Room, rules } from './shapes.ts';
import type { Drawing } from './vega.ts';

/** Draws a chart with its values upwards: lines, points, or bars that stand. */
export function drawUpright(chart: Chart, room: Room, writer: Writer): Drawing {
  const { width, height, textSize } = room;
  const row = lineHeight(textSize);
  const isBack = emphasis(chart);
  const looks = chart.series.map((name, at) => look(at, isBack(name)));
  const entries = chart.series.map((name, at) => ({ name, look: look(at, isBack(name)) }));
  const key = legend(chart.kind === 'line' ? [] : entries, width, textSize, chart.kind === 'bar');
  const valueTitle = linesOf(chart.y.title, textSize, width);
  const footTitle = linesOf(chart.x.title, textSize, width);
  const asides = asidesOf(chart, width * 0.26, textSize);

  const top = key.height + valueTitle.length * row + textSize * 0.75;
  const bounds = {
    top,
    right: width - (widthOfAsides(asides, textSize) || marginAtEnd(chart, writer, textSize)),
    foot: height - footTitle.length * row - textSize * 0.1,
    hasValueAxis: true,
  };
  const whole = plotOf(chart, writer, bounds, textSize);
  // Bars that say their values need no axis for them, but room above themselves.
  const saysValues = chart.kind === 'bar' && saysValuesItself(chart, whole, writer, textSize);
  const plot = saysValues
    ? plotOf(chart, writer, { ...bounds, top: top + textSize * 0.5, hasValueAxis: false }, textSize)
    : whole;

  const { left, right, value } = plot;
  const titles: readonly Label[] = [
    { lines: valueTitle, x: 0, y: key.height + (valueTitle.length * row) / 2, align: 'left', color: quiet },
    { lines: footTitle, x: right, y: height - (footTitle.length * row) / 2, align: 'right', color: quiet },
  ];
  const zero = zeroOf(chart, plot);
  const across = (chart.lines ?? []).map(({ at }) => [left, value(at), right, value(at)] as const);
  return {
    width,
    height,
    shapes: [
      ...key.shapes(0),
      ...(saysValues ? [] : valueAxis(plot, textSize)),
      ...footAxis(plot, textSize),
      ...(chart.kind === 'bar' ? columns(chart, plot, saysValues ? writer : undefined, looks, isBack, textSize) : []),
      rules([[left, zero, right, zero]], quiet, 2),
      rules(across, ink, 2.5, [6, 6]),
      ...(chart.kind === 'line' ? lines(chart, plot, looks, textSize) : []),
      ...(chart.kind === 'scatter' ? points(chart, plot, looks, textSize) : []),
      ...asideShapes(chart, plot, asides, looks, textSize),
      labels(
        titles.filter(({ lines: of }) => of.length > 0),
        textSize,
      ),
    ],
  };
}

const linesOf = (title: string, textSize: number, width: number): readonly string[] =>
  title === '' ? [] : wrap(title, textSize, width);

/** The last label of the axis reaches beyond it by half of its width. */
function marginAtEnd(chart: Chart, writer: Writer, textSize: number): number {
  const [last = ''] = chart.rows.at(-1) ?? [];
  if (typeof last === 'number') return Math.max(12, widthOf(writer.places([last])[0] ?? '', textSize) / 2);
  return chart.kind === 'line' ? Math.min(widthOf(last, textSize) / 2, textSize * 3) : 4;
}

/** The line that values rise from: zero where it is on the axis, else its lower end. */
function zeroOf(chart: Chart, { value, bottom }: Plot): number {
  const [low = 0, high = 0] = value.domain();
  return chart.y.scale === 'linear' && low <= 0 && high >= 0 ? value(0) : bottom;
}

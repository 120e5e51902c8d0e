import type { Chart } from '../../model/chart.ts';
import { type Aside, asideShapes, asidesOf, isCrowded, widthOfAsides } from './asides.ts';
import { columns, saysValuesItself } from './columns.ts';
import { emphasis, looksOf } from './emphasis.ts';
import { legend } from './legend.ts';
import { lines, points } from './lines.ts';
import { lineHeight, wrap } from './measure.ts';
import type { Writer } from './numbers.ts';
import { footAxis, type Plot, plotOf, valueAxis } from './plot.ts';
import { acrossRules, type Label, labels, quiet, type Room, rules } from './shapes.ts';
import { valuesOf } from './value-axis.ts';
import type { Drawing } from './vega.ts';

/** Draws a chart with its values upwards: lines, points, or bars that stand. */
export function drawUpright(chart: Chart, room: Room, writer: Writer): Drawing {
  const { width, height, textSize } = room;
  const row = lineHeight(textSize);
  const isBack = emphasis(chart);
  const looks = looksOf(chart);
  const { key, asides, plot, valueTitle, footTitle, saysValues } = laidOut(chart, room, writer);
  const { left, right, value } = plot;
  const titles: readonly Label[] = [
    { lines: valueTitle, x: plot.edge, y: key.height + (valueTitle.length * row) / 2, align: 'left', color: quiet },
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
      ...acrossRules(across),
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

/** What stands where. */
interface Layout {
  readonly key: ReturnType<typeof legend>;
  readonly asides: readonly Aside[];
  readonly plot: Plot;
  readonly valueTitle: readonly string[];
  readonly footTitle: readonly string[];
  /** Bars that say their values need no axis for them, but room for them. */
  readonly saysValues: boolean;
}

/** Lines are named at their ends; in a legend where the ends lie so close that nobody sees which name is whose. */
function laidOut(chart: Chart, room: Room, writer: Writer): Layout {
  if (chart.kind !== 'line') return layoutOf(chart, room, writer, true);
  const atEnds = layoutOf(chart, room, writer, false);
  // Names below the line that have to stand upright need the width more than names beside it.
  const isTight = atEnds.plot.place.labels.some(({ angle = 0 }) => angle < -45);
  const hasLegend = isTight || isCrowded(atEnds.asides, atEnds.plot, room.textSize);
  return hasLegend ? layoutOf(chart, room, writer, true) : atEnds;
}

function layoutOf(chart: Chart, room: Room, writer: Writer, hasLegend: boolean): Layout {
  const { width, height, textSize } = room;
  const row = lineHeight(textSize);
  const looks = looksOf(chart);
  const entries = looks.map((look, at) => ({ name: chart.series[at] ?? '', look }));
  const key = legend(hasLegend ? entries : [], width, textSize, chart.kind === 'pie' ? 'bar' : chart.kind);
  const [valueTitle, footTitle] = [linesOf(chart.y.title, textSize, width), linesOf(chart.x.title, textSize, width)];
  const asides = asidesOf(chart, !hasLegend, width, textSize);
  const besides = widthOfAsides(asides, textSize);
  const top = key.height + valueTitle.length * row + textSize * 0.75;
  const bounds = {
    width,
    top,
    right: width - (besides || 4),
    foot: height - footTitle.length * row - textSize * 0.1,
    hasValueAxis: true,
    below: 0,
  };
  const whole = plotOf(chart, writer, bounds, textSize);
  const saysValues = chart.kind === 'bar' && saysValuesItself(chart, whole, writer, textSize);
  if (!saysValues) return { key, asides, plot: whole, valueTitle, footTitle, saysValues };
  // A value may have to make way for a line across.
  const above = textSize * 0.5 + (chart.lines ? row : 0);
  const isBelowZero = valuesOf(chart).some((number) => number < 0);
  const below = isBelowZero ? row * (chart.lines ? 2 : 1) : 0;
  const plot = plotOf(chart, writer, { ...bounds, top: top + above, below, hasValueAxis: false }, textSize);
  return { key, asides, plot, valueTitle, footTitle, saysValues };
}

const linesOf = (title: string, textSize: number, width: number): readonly string[] =>
  title === '' ? [] : wrap(title, textSize, width);

/** The line that values rise from: zero where it is on the axis, else its lower end. */
function zeroOf(chart: Chart, { value, bottom }: Plot): number {
  const [low = 0, high = 0] = value.domain();
  return chart.y.scale === 'linear' && low <= 0 && high >= 0 ? value(0) : bottom;
}

import type { Chart } from '../../model/chart.ts';
import { type Bar, barsOf, frame } from './columns.ts';
import { emphasis, looksOf } from './emphasis.ts';
import { legend } from './legend.ts';
import { lineHeight, widest, widthOf, wrap, wrapsWell } from './measure.ts';
import type { Writer } from './numbers.ts';
import { acrossRules, hairline, ink, type Label, labels, quiet, type Room, rules } from './shapes.ts';
import { ticksOf, valueScale } from './value-axis.ts';
import type { Drawing, Scale, Shapes } from './vega.ts';

/** How much of the width names may take. */
const nameShare = 0.36;

/** Draws bars that lie: names of any length stand before them. */
export function drawLying(chart: Chart, room: Room, writer: Writer): Drawing {
  const { width, height, textSize } = room;
  const row = lineHeight(textSize);
  const looks = looksOf(chart);
  const entries = looks.map((look, at) => ({ name: chart.series[at] ?? '', look }));
  const key = legend(entries, width, textSize, 'bar');
  const names = chart.rows.map(([place]) => wrap(String(place), textSize, width * nameShare));
  const texts = writer.values(chart.rows.flatMap(([, ...values]) => values.filter((value) => value !== null)));
  // Bars that are thinner than a line of text have an axis in place of their values.
  const thickness = ((height - key.height) / chart.rows.length) * (0.74 / chart.series.length);
  const hasValues = !chart.stacked && (chart.series.length === 1 || thickness > textSize * 0.95);
  const titles = titlesOf(chart, width, textSize);
  const marks = (chart.lines ?? []).map(({ at, text }) => ({ at, lines: wrap(text, textSize, width * 0.4) }));
  const top = key.height + marks.reduce((sum, { lines }) => sum + lines.length * row, 0);
  const bottom = height - titles.height - (hasValues ? 0 : row * 1.2);

  const beside = widest(texts, textSize) + textSize * 0.6;
  const isBelowZero = chart.rows.some(([, ...values]) => values.some((value) => (value ?? 0) < 0));
  const isAboveZero = chart.rows.some(([, ...values]) => values.some((value) => (value ?? 0) > 0));
  const left = widest(names.flat(), textSize) + textSize * 0.6;
  const scaleWith = (before: number, behind: number): Scale => valueScale(chart, [left + before, width - behind]);
  const axis = axisOf(writer, scaleWith(0, textSize * 1.5), textSize);
  const half = widest(axis.texts, textSize) / 2;
  const value = hasValues
    ? scaleWith(isBelowZero ? beside : 0, isAboveZero || !isBelowZero ? beside : textSize * 0.5)
    : scaleWith(Math.max(0, half - left), Math.max(textSize * 1.5, half));

  const step = (bottom - top) / chart.rows.length;
  const at = chart.rows.map((_, index) => top + step * (index + 0.5));
  const bars = barsOf(chart, at, step, value, looks, emphasis(chart));
  const ticks = hasValues ? [] : axis.ticks;
  const lines = (chart.lines ?? []).map((line) => value(line.at));
  return {
    width,
    height,
    shapes: [
      ...key.shapes(0),
      rules(
        ticks.map((tick) => [value(tick), top, value(tick), bottom]),
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
            (of, index): Label => ({
              lines: of,
              x: left - textSize * 0.5,
              y: at[index] ?? 0,
              align: 'right',
              color: ink,
            }),
          ),
          ...(hasValues ? bars : []).map((bar, index) => valueLabel(bar, texts[index] ?? '', lines, textSize)),
          ...ticks.map(
            (tick, index): Label => ({
              lines: [axis.texts[index] ?? ''],
              x: value(tick),
              y: bottom + row * 0.7,
              align: 'center',
              color: quiet,
            }),
          ),
          ...titles.labels(left, height),
        ],
        textSize,
      ),
      ...markShapes(marks, value, { from: key.height, bottom, width }, textSize),
    ],
  };
}

/** As many round values as can stand beside each other. */
function axisOf(
  writer: Writer,
  scale: Scale,
  textSize: number,
): { readonly ticks: readonly number[]; readonly texts: readonly string[] } {
  for (let most = 6; ; most -= 1) {
    const ticks = ticksOf(scale, false, most);
    const texts = writer.values(ticks);
    const [first = 0, second = 1] = ticks;
    const isRoomy = widest(texts, textSize) + textSize * 0.6 < Math.abs(scale(second) - scale(first));
    if (isRoomy || most <= 2) return { ticks, texts };
  }
}

/** The value of a bar stands beyond its end, and beyond lines across that would run through it. */
function valueLabel(
  { end, side, thickness, value }: Bar,
  text: string,
  lines: readonly number[],
  textSize: number,
): Label {
  const way = value < 0 ? -1 : 1;
  const gap = textSize * 0.35;
  let x = end + way * gap;
  for (const line of [...lines].sort((a, b) => (a - b) * way)) {
    const from = (line - x) * way;
    if (from > -gap && from < widthOf(text, textSize) + gap / 2) x = line + way * gap;
  }
  return { lines: [text], x, y: side + thickness / 2, align: way < 0 ? 'right' : 'left', color: ink };
}

/** Lines across, each with what it means above it, beside the lines that begin further up. */
function markShapes(
  marks: readonly { readonly at: number; readonly lines: readonly string[] }[],
  value: Scale,
  { from, bottom, width }: { readonly from: number; readonly bottom: number; readonly width: number },
  textSize: number,
): readonly Shapes[] {
  let top = from;
  const drawn: number[] = [];
  return marks.flatMap(({ at, lines }): readonly Shapes[] => {
    const half = widest(lines, textSize) / 2;
    const within = (x: number): number => Math.min(Math.max(x, half), width - half);
    const isClear = (x: number): boolean => drawn.every((other) => Math.abs(x - other) > half + textSize * 0.2);
    const place = value(at);
    const beside = drawn.flatMap((other) => [other + half + textSize * 0.4, other - half - textSize * 0.4]);
    const x = [place, ...beside].map(within).find(isClear) ?? within(place);
    const y = top + (lines.length * lineHeight(textSize)) / 2;
    top += lines.length * lineHeight(textSize);
    drawn.push(place);
    const label: Label = { lines, x, y, align: 'center', color: ink };
    return [...acrossRules([[place, top, place, bottom]]), labels([label], textSize)];
  });
}

/** What the names are below them, what the values are at the end of the foot; below each other where both are long. */
function titlesOf(
  { x, y }: Chart,
  width: number,
  textSize: number,
): { readonly height: number; labels(left: number, foot: number): readonly Label[] } {
  const row = lineHeight(textSize);
  const linesOf = (title: string): readonly string[] => (title === '' ? [] : wrap(title, textSize, width));
  const [places, values] = [linesOf(x.title), linesOf(y.title)];
  const isBeside = widest(places, textSize) + widest(values, textSize) + textSize < width;
  const rows = isBeside ? Math.max(places.length, values.length) : places.length + values.length;
  return {
    height: rows === 0 ? 0 : row * (rows + 0.1),
    labels: (left, foot) => {
      const reaches = widest(places, textSize) > left;
      const valuesAt = foot - (row * values.length) / 2;
      const placesAt = foot - (row * places.length) / 2 - (isBeside ? 0 : row * values.length);
      const own: Label = { lines: places, x: reaches ? 0 : left, y: placesAt, align: reaches ? 'left' : 'right', color: quiet }; // biome-ignore format: one label
      const other: Label = { lines: values, x: width, y: valuesAt, align: 'right', color: quiet };
      return [own, other].filter(({ lines }) => lines.length > 0);
    },
  };
}

/** Whether names can stand before lying bars without tearing a word, none as high as the way to the next. */
export function fitsLying(chart: Chart, { height, textSize, width }: Room): boolean {
  const names = chart.rows.map(([place]) => String(place));
  const lines = names.map((name) => wrap(name, textSize, width * nameShare).length);
  const entries = looksOf(chart).map((look, at) => ({ name: chart.series[at] ?? '', look }));
  const marks = (chart.lines ?? []).length * lineHeight(textSize);
  const titles = titlesOf(chart, width, textSize).height;
  const axis = chart.series.length > 1 ? lineHeight(textSize) * 1.2 : 0;
  const step = (height - legend(entries, width, textSize, 'bar').height - marks - titles - axis) / names.length;
  const isTight = lines.some(
    (count, at) => ((count + (lines[at + 1] ?? count)) / 2) * lineHeight(textSize) * 0.94 > step,
  );
  return !isTight && names.every((name) => wrapsWell(name, textSize, width * nameShare));
}

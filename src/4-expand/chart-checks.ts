import type { Code } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { diagnose } from '../diagnostics/report.ts';
import { listNames, suggestOne } from '../diagnostics/suggest.ts';
import { type ChartKind, mostSeries } from '../model/chart.ts';
import { emojiIn } from '../model/emoji.ts';
import type { Span } from '../model/source.ts';
import type { ChartFields, Places, Series } from './chart.ts';
import { numberIn } from './chart-columns.ts';

/** What can still be read on a slide. */
const most = { slices: 8, bars: 16, names: 24, longNames: 12, letters: 20, points: 2000 } as const;

/**
 * Checks whether data can be drawn as the author wants them.
 * Errors: chart/emoji, chart/unused-option, chart/too-many, chart/duplicate, chart/out-of-range, chart/unknown-name.
 */
export function checkChart(fields: ChartFields, series: readonly Series[], places: Places, found: Diagnostic[]): void {
  const say = (code: Code, span: Span | undefined, message: string, hint: string): void => {
    found.push(diagnose(code, span ?? fields.spans.slide, message, hint));
  };
  checkTexts(fields, series, places, say);
  checkOptions(fields, series, places, say);
  checkCounts(fields, series, places, say);
  if (fields.kind !== 'scatter') {
    const seen = new Set<string | number>();
    for (const [at, place] of places.values.entries()) {
      if (seen.has(place)) found.push(twice(String(place), places.spans[at], ''));
      seen.add(place);
    }
  }
  checkValues(fields, series, places, say);
  const names = [...series.map(({ name }) => name), ...places.values.map(String)];
  for (const { text, span } of fields.highlight) {
    if (names.includes(text)) continue;
    const hint = suggestOne(
      text,
      names,
      `The series are ${listNames(
        series.map(({ name }) => name),
        'and',
      )}.`,
    );
    say('chart/unknown-name', span, `The chart has neither a series nor a place called "${text}".`, hint);
  }
}

/** A place on the x axis has two values: `forWhom` is empty, or names the series. */
export function twice(place: string, span: Span | undefined, forWhom: string): Diagnostic {
  const message = `"${place}" is there twice${forWhom}: the chart cannot show which one counts.`;
  return diagnose('chart/duplicate', span, message, 'Keep one of them, or tell them apart by a column and `by`.');
}

type Say = (code: Code, span: Span | undefined, message: string, hint: string) => void;

function checkTexts(fields: ChartFields, series: readonly Series[], places: Places, say: Say): void {
  const { spans, xTitle = '', yTitle = '', unit = '', lines } = fields;
  const drawn: readonly (readonly [text: string, span: Span | undefined])[] = [
    ...places.values.map((place, at) => [String(place), places.spans[at]] as const),
    ...series.map(({ name, span }) => [name, span] as const),
    [xTitle, spans['x-title']],
    [yTitle, spans['y-title']],
    [unit, spans.unit],
    ...lines.map(({ text, at }) => [text, at.span] as const),
  ];
  for (const [text, span] of drawn) {
    // Emoji become pictures where a slide is HTML, which a drawing is not.
    const [found] = emojiIn(text);
    if (found === undefined) continue;
    say(
      'chart/emoji',
      span,
      `The emoji ${found} cannot be drawn in a chart.`,
      'Write a word, or put it into the title or the caption.',
    );
  }
}

/** Which kinds an option is for. */
const optionsOf: Readonly<Record<string, readonly ChartKind[]>> = {
  by: ['bar', 'line', 'scatter'],
  stacked: ['bar'],
  horizontal: ['bar'],
  'equal-scales': ['scatter'],
  'x-title': ['bar', 'line', 'scatter'],
  'y-title': ['bar', 'line', 'scatter'],
  'x-scale': ['line', 'scatter'],
  'y-scale': ['line', 'scatter'],
  'y-min': ['line', 'scatter'],
  'y-max': ['bar', 'line', 'scatter'],
  lines: ['bar', 'line', 'scatter'],
};

function checkOptions(fields: ChartFields, series: readonly Series[], places: Places, say: Say): void {
  const { kind, spans } = fields;
  for (const [option, kinds] of Object.entries(optionsOf)) {
    if (!spans[option] || kinds.includes(kind)) continue;
    const isFromZero = kind === 'bar' && (option === 'y-min' || option === 'y-scale');
    const message = isFromZero
      ? 'Bars begin at zero: their lengths would tell something else than their numbers.'
      : `A chart of the kind "${kind}" has no use for \`${option}\`.`;
    const hint = isFromZero
      ? 'Leave it out, or draw a chart of the kind "line" or "scatter".'
      : `It is for the ${kinds.length === 1 ? 'kind' : 'kinds'} ${listNames(kinds, 'and')}.`;
    say('chart/unused-option', spans[option], message, hint);
  }
  if (kind === 'bar' && fields.stacked && series.length === 1) {
    say(
      'chart/unused-option',
      spans.stacked,
      'There is one series: nothing can be stacked.',
      'Leave out `stacked`, or name more columns with `y`.',
    );
  }
  if (kind === 'scatter' && fields.equalScales) checkEqual(fields, places, say);
  if (kind !== 'bar' && kind !== 'pie' && fields.xScale === 'log' && places.type !== 'number') {
    say(
      'chart/unused-option',
      spans['x-scale'],
      'The x axis has no numbers, so it has no logarithmic scale.',
      'Leave out `x-scale`.',
    );
  }
}

/** A unit has a length only where axes are linear, and it is the same on both only where they may be longer than asked for. */
function checkEqual({ xScale, yScale, yMin, yMax, spans }: ChartFields, places: Places, say: Say): void {
  const reason =
    places.type !== 'number'
      ? 'the x axis has dates, not numbers'
      : xScale === 'log' || yScale === 'log'
        ? 'a logarithmic axis has no unit of one length'
        : yMin !== undefined || yMax !== undefined
          ? 'the axes find their own ends then, without `y-min` and `y-max`'
          : undefined;
  if (reason === undefined) return;
  say(
    'chart/unused-option',
    spans['equal-scales'],
    `The axes cannot have equal scales: ${reason}.`,
    'Leave one of them out.',
  );
}

function checkCounts(
  { kind, stacked, spans, data }: ChartFields,
  series: readonly Series[],
  places: Places,
  say: Say,
): void {
  const rows = places.values.length;
  const here = spans.y ?? spans.by ?? data.span;
  if (kind === 'pie' && series.length > 1) {
    const names = listNames(
      series.map(({ name }) => name),
      'and',
    );
    say(
      'chart/too-many',
      here,
      `A pie shows one column, but there are ${names}.`,
      'Name one of them with `y`, or draw stacked bars.',
    );
  } else if (series.length > mostSeries) {
    const message = `The chart has ${series.length} series; more than ${mostSeries} cannot be told apart.`;
    say('chart/too-many', here, message, 'Name the columns that matter with `y`, or make two charts.');
  }
  const bars = rows * (stacked ? 1 : series.length);
  const [count, limit, what, hint] =
    kind === 'pie'
      ? [rows, most.slices, 'slices', 'Join the smallest to one, or draw bars.']
      : kind === 'bar'
        ? bars > 3 * most.bars || rows <= most.bars
          ? [bars, 3 * most.bars, 'bars', 'Leave out the least important, or draw lines.']
          : [rows, most.bars, 'names below its bars', 'Leave out the least important, or draw a line.']
        : places.type === 'category'
          ? [rows, mostNames(places), 'names below its line', 'Use numbers or dates (2026-03-31) for the x axis.']
          : [rows * series.length, most.points, 'points', 'Draw a sample of them, or means.'];
  if (count > limit) {
    say(
      'chart/too-many',
      data.span,
      `The chart would have ${count} ${what}; with more than ${limit} it cannot be read.`,
      hint,
    );
  }
}

/** Long names have to stand upright where there are many, and would leave no room for the line. */
const mostNames = ({ values }: Places): number =>
  values.some((name) => [...String(name)].length > most.letters) ? most.longNames : most.names;

function checkValues(fields: ChartFields, series: readonly Series[], places: Places, say: Say): void {
  const { kind, yMin, yMax, yScale, xScale, spans } = fields;
  if (yMin !== undefined && yMax !== undefined && yMin >= yMax) {
    say(
      'chart/out-of-range',
      spans['y-min'],
      `The axis cannot go from ${yMin} to ${yMax}.`,
      '`y-min` is less than `y-max`.',
    );
    return;
  }
  if (yScale === 'log' && (yMin ?? 1) <= 0) {
    say(
      'chart/out-of-range',
      spans['y-min'],
      'A logarithmic axis begins above zero.',
      'Write a small number, such as 0.001.',
    );
  }
  if (yScale === 'log') {
    for (const { at } of fields.lines.filter((line) => (numberIn(line.at.text) ?? 0) <= 0)) {
      say(
        'chart/out-of-range',
        at.span,
        `${at.text} has no place on a logarithmic axis.`,
        'Leave out `y-scale`, or the line.',
      );
    }
  }
  const wrong = (value: number): readonly [message: string, hint: string] | undefined => {
    if (kind === 'pie' && value < 0) return ['is less than nothing: a pie cannot show it.', 'Draw bars.'];
    if (yScale === 'log' && value <= 0)
      return ['has no place on a logarithmic axis.', 'Leave the cell empty, or leave out `y-scale`.'];
    if (yMin !== undefined && value < yMin)
      return [`is below \`y-min\`, ${yMin}: it would be cut off.`, 'Make `y-min` smaller.'];
    if (yMax !== undefined && value > yMax)
      return [`is above \`y-max\`, ${yMax}: it would be cut off.`, 'Make `y-max` larger.'];
    return undefined;
  };
  for (const { name, values, spans: cells } of series) {
    const at = values.findIndex((value) => value !== null && wrong(value) !== undefined);
    const [message, hint] = wrong(values[at] ?? 0) ?? [];
    if (at >= 0 && message && hint) say('chart/out-of-range', cells[at], `${values[at]} in "${name}" ${message}`, hint);
  }
  if (fields.stacked && yMax !== undefined) {
    const sums = places.values.map((_, row) =>
      series.reduce((sum, { values }) => sum + Math.max(0, values[row] ?? 0), 0),
    );
    const high = Math.max(...sums);
    if (high > yMax)
      say(
        'chart/out-of-range',
        spans['y-max'],
        `The bars are up to ${high} high: they would be cut off.`,
        'Make `y-max` larger.',
      );
  }
  const low = places.values.findIndex((value) => xScale === 'log' && Number(value) <= 0);
  if (places.type === 'number' && low >= 0) {
    say(
      'chart/out-of-range',
      places.spans[low],
      `${places.values[low]} has no place on a logarithmic axis.`,
      'Leave out the row, or `x-scale`.',
    );
  }
  const numbers = series.flatMap(({ values }) => values.filter((value) => value !== null));
  if (numbers.length === 0 || (kind === 'pie' && numbers.every((value) => value === 0))) {
    say(
      'chart/no-data',
      fields.data.span,
      'There is nothing to draw: all values are empty or zero.',
      'Name the columns with `x` and `y`.',
    );
  }
}

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { diagnose } from '../diagnostics/report.ts';
import type { Chart, ChartKind, ChartRow } from '../model/chart.ts';
import type { DataField } from '../model/deck.ts';
import type { Span } from '../model/source.ts';
import { checkChart, twice } from './chart-checks.ts';
import { Columns, dayIn, type Named, numberIn } from './chart-columns.ts';

/** What an author says about a chart, with the places. */
export interface ChartFields {
  readonly kind: ChartKind;
  readonly data: DataField;
  readonly alt: string;
  readonly x?: Named;
  readonly y: readonly Named[];
  readonly by?: Named;
  readonly xTitle?: string;
  readonly yTitle?: string;
  readonly unit?: string;
  readonly decimals?: number;
  readonly yMin?: number;
  readonly yMax?: number;
  readonly xScale?: 'linear' | 'log';
  readonly yScale?: 'linear' | 'log';
  readonly equalScales?: boolean;
  readonly stacked?: boolean;
  readonly horizontal?: boolean;
  readonly highlight: readonly Named[];
  readonly lines: readonly { readonly at: Named; readonly text: string }[];
  /** Where each of them is written, by its name in the contract; `slide` for all. */
  readonly spans: Readonly<Record<string, Span>>;
}

/** A column of values that is drawn as one series, with where each value comes from. */
export interface Series {
  readonly name: string;
  /** Where its name stands. */
  readonly span: Span;
  readonly values: readonly (number | null)[];
  readonly spans: readonly Span[];
}

/** The places on the x axis, as they are drawn and as they are written. */
export interface Places {
  readonly type: Chart['x']['type'];
  readonly values: readonly (string | number)[];
  readonly spans: readonly Span[];
}

/**
 * Makes a chart out of a table and what its author says about it. Undefined when something is wrong with it.
 * Errors: chart/*.
 */
export function chartOf(fields: ChartFields, lang: string, diagnostics: Diagnostic[]): Chart | undefined {
  const found: Diagnostic[] = [];
  const chart = build(fields, lang, found);
  diagnostics.push(...found);
  return found.length > 0 ? undefined : chart;
}

function build(fields: ChartFields, lang: string, found: Diagnostic[]): Chart | undefined {
  const { data, kind } = fields;
  // What is wrong with the data themselves has been reported where they were read.
  if (data.columns.length === 0) return undefined;
  const columns = new Columns(data, found);
  if (data.columns.length === 1) {
    const message = 'The data have one column only.';
    found.push(
      diagnose('chart/no-data', data.span, message, 'A chart needs a column for its x axis, and one with numbers.'),
    );
    return undefined;
  }
  const x = fields.x ? columns.find(fields.x) : 0;
  const by = fields.by ? columns.find(fields.by) : undefined;
  const named = fields.y.map((name) => columns.find(name));
  if (x === undefined || found.length > 0) return undefined;
  const y = named.length > 0 ? named.filter((column) => column !== undefined) : numericColumns(columns, data, [x, by]);
  if (y.length === 0) {
    const message = 'None of the columns beside the x axis has numbers.';
    found.push(diagnose('chart/no-data', data.span, message, 'Name the columns with `x` and `y`.'));
    return undefined;
  }
  const places = placesOf(columns, x, kind, found);
  const series = y.map((column): Series => {
    const spans = columns.cells(column).map(({ span }) => span);
    return {
      name: columns.name(column),
      span: data.columns[column]?.span ?? data.span,
      values: columns.numbers(column),
      spans,
    };
  });
  if (found.length > 0) return undefined;
  const table = by === undefined ? { series, places } : divided(columns, by, series, places, fields, found);
  if (found.length === 0) checkChart(fields, table.series, table.places, found);
  return found.length > 0 ? undefined : written(fields, lang, columns.name(x), table.series, table.places);
}

const numericColumns = (
  columns: Columns,
  data: DataField,
  besides: readonly (number | undefined)[],
): readonly number[] => data.columns.map((_, at) => at).filter((at) => !besides.includes(at) && columns.isNumeric(at));

function placesOf(columns: Columns, x: number, kind: ChartKind, found: Diagnostic[]): Places {
  const cells = columns.cells(x);
  const spans = cells.map(({ span }) => span);
  const empty = cells.find(({ text }) => text.trim() === '');
  if (empty) {
    const message = `A row has nothing in the column "${columns.name(x)}".`;
    found.push(diagnose('chart/no-data', empty.span, message, 'Say what the row is about, or leave it out.'));
  }
  const isMeasured = kind === 'line' || kind === 'scatter';
  if (isMeasured && columns.isDates(x))
    return { type: 'date', values: cells.map(({ text }) => dayIn(text) ?? 0), spans };
  if (kind === 'scatter' || (isMeasured && columns.isNumeric(x))) {
    return { type: 'number', values: columns.numbers(x).map((value) => value ?? 0), spans };
  }
  return { type: 'category', values: cells.map(({ text }) => text.trim()), spans };
}

/** One series for each name in a column, in the order in which they come; for lines and bars rows of the same place join. */
function divided(
  columns: Columns,
  by: number,
  [first, second]: readonly Series[],
  places: Places,
  { kind, spans: written }: ChartFields,
  found: Diagnostic[],
): { readonly series: readonly Series[]; readonly places: Places } {
  if (!first || second) {
    const message = '`by` makes several series out of one column, but there are several.';
    found.push(diagnose('chart/unused-option', written.by, message, 'Name one column with `y`, or leave out `by`.'));
    return { series: [], places };
  }
  const groups = columns.cells(by).map(({ text }) => text.trim());
  const names = [...new Set(groups)];
  const rowOf = new Map<string, number>();
  const rows = groups.map((group, at) => {
    const place = String(places.values[at]);
    const key = kind === 'scatter' ? String(at) : place;
    const row = rowOf.get(key) ?? rowOf.size;
    rowOf.set(key, row);
    return { group, row, at };
  });
  const kept = [...rowOf.values()].map((row) => rows.find((one) => one.row === row)?.at ?? 0);
  const pick = <T>(from: readonly T[]): readonly T[] => kept.map((at) => from[at] as T);
  const series = names.map((name): Series => {
    const own = new Map<number, number>();
    for (const { group, row, at } of rows) {
      if (group !== name) continue;
      if (own.has(row)) found.push(twice(String(places.values[at]), places.spans[at], ` for "${name}"`));
      own.set(row, at);
    }
    const at = kept.map((_, row) => own.get(row));
    return {
      name,
      span: columns.cells(by)[groups.indexOf(name)]?.span ?? first.span,
      values: at.map((index) => (index === undefined ? null : (first.values[index] ?? null))),
      spans: at.map((index, row) => first.spans[index ?? kept[row] ?? 0] as Span),
    };
  });
  return { series, places: { type: places.type, values: pick(places.values), spans: pick(places.spans) } };
}

function written(fields: ChartFields, lang: string, xName: string, series: readonly Series[], places: Places): Chart {
  const { kind, unit = '', decimals, yMin, yMax, equalScales, stacked, horizontal, highlight, lines } = fields;
  const rows = places.values.map((place, at): ChartRow => [place, ...series.map(({ values }) => values[at] ?? null)]);
  // A line goes from the left to the right, in whatever order its points are written.
  if (kind === 'line' && places.type !== 'category') rows.sort(([a], [b]) => Number(a) - Number(b));
  const [only, another] = series;
  const yName = kind !== 'pie' && !another && fields.by === undefined ? (only?.name ?? '') : '';
  return {
    kind,
    lang,
    alt: fields.alt,
    x: {
      type: places.type,
      title: fields.xTitle ?? (places.type === 'number' ? xName : ''),
      scale: fields.xScale ?? 'linear',
    },
    y: {
      title: fields.yTitle ?? yName,
      unit,
      ...(decimals === undefined ? {} : { decimals }),
      scale: fields.yScale ?? 'linear',
      ...(yMin === undefined ? {} : { min: yMin }),
      ...(yMax === undefined ? {} : { max: yMax }),
    },
    ...(equalScales ? { equalScales } : {}),
    ...(stacked ? { stacked } : {}),
    ...(horizontal === undefined ? {} : { horizontal }),
    ...(highlight.length === 0 ? {} : { highlight: highlight.map(({ text }) => text) }),
    ...(lines.length === 0 ? {} : { lines: lines.map(({ at, text }) => ({ at: numberIn(at.text) ?? 0, text })) }),
    series: series.map(({ name }) => name),
    rows,
  };
}

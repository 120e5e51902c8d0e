import type { Chart, ChartKind } from '../model/chart.ts';
import { chartKinds } from '../model/chart.ts';
import type { Field } from '../model/deck.ts';
import type { Span } from '../model/source.ts';
import type { ChartFields } from './chart.ts';
import { type Named, numberIn } from './chart-columns.ts';
import { TemplateError } from './templates.ts';
import { fieldText, Printable } from './values.ts';

/**
 * Reads what a template hands to the helper `chart`: the table, and everything else by name. `fields` are those of the
 * slide: words from a closed list reach a template as mere words, and have their place there.
 */
export function chartFields(
  table: unknown,
  options: Readonly<Record<string, unknown>>,
  fields: Readonly<Record<string, Field>>,
  slide: Span,
): ChartFields {
  const data = Printable.field(table);
  if (data?.kind !== 'data') {
    throw new TemplateError('The helper "chart" takes a field of the format data, then its options by name.', 'chart ');
  }
  const kind = chartKinds.find((known) => known === options.kind);
  if (!kind) throw new TemplateError(`The helper "chart" needs a kind: ${chartKinds.join(', ')}.`, 'chart ');
  const text = (name: string): string | undefined => fieldText(options[name]).trim() || undefined;
  const number = (name: string): number | undefined => numberIn(fieldText(options[name]));
  const scale = (name: string): Chart['x']['scale'] | undefined => (options[name] === 'log' ? 'log' : undefined);
  const [x] = namesIn(options.x, slide);
  const [by] = namesIn(options.by, slide);
  const given = Object.entries(options).filter(
    ([, value]) => value !== undefined && value !== false && value !== 'linear',
  );
  const optional = {
    x,
    by,
    xTitle: text('x-title'),
    yTitle: text('y-title'),
    unit: text('unit'),
    decimals: number('decimals'),
    yMin: number('y-min'),
    yMax: number('y-max'),
    xScale: scale('x-scale'),
    yScale: scale('y-scale'),
    equalScales: options['equal-scales'] === true ? true : undefined,
    stacked: options.stacked === true ? true : undefined,
    horizontal: typeof options.horizontal === 'boolean' ? options.horizontal : undefined,
  };
  return {
    kind: kind satisfies ChartKind,
    data,
    alt: fieldText(options.alt),
    y: namesIn(options.y, slide),
    highlight: namesIn(options.highlight, slide),
    lines: listOf(options.lines).map((line) => {
      const { at, text: words } = line as { at?: unknown; text?: unknown };
      return { at: { text: fieldText(at), span: Printable.field(at)?.span ?? slide }, text: fieldText(words) };
    }),
    ...(Object.fromEntries(
      Object.entries(optional).filter(([, value]) => value !== undefined),
    ) as Partial<ChartFields>),
    spans: {
      slide,
      ...Object.fromEntries(
        given.map(([name, value]) => [name, fields[name]?.span ?? Printable.field(value)?.span ?? slide]),
      ),
    },
  };
}

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];

function namesIn(value: unknown, slide: Span): readonly Named[] {
  return listOf(value).map((name) => ({
    text: fieldText(name).trim(),
    span: Printable.field(name)?.span ?? slide,
  }));
}

/** A chart as a fence holds it: JSON, a row a line, without a character that could be seen as another one. */
export function chartText(chart: Chart): string {
  const { series, rows, ...options } = chart;
  const entries = Object.entries(options).map(([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)}`);
  const lines = [
    ...entries,
    `  "series": ${JSON.stringify(series)}`,
    `  "rows": [\n${rows.map((row) => `    ${JSON.stringify(row)}`).join(',\n')}\n  ]`,
  ];
  // JSON leaves control characters of other kinds as they are; as escapes they can do nothing on the way.
  return `{\n${lines.join(',\n')}\n}`.replaceAll(/[\p{Cf}\p{Zl}\p{Zp}\p{Cn}\p{Co}]/gu, (character) =>
    [...Array(character.length).keys()]
      .map((at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}

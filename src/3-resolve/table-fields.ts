import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { diagnose, hasErrors } from '../diagnostics/report.ts';
import { listNames, suggestOne } from '../diagnostics/suggest.ts';
import type { Schema } from '../model/contract.ts';
import { isColumnOfNumbers } from '../model/data.ts';
import type { Cell, DataField, Field } from '../model/deck.ts';
import type { Span } from '../model/source.ts';
import { plainText } from '../model/text.ts';
import { readInline } from './blocks.ts';
import { readRanges } from './ranges.ts';
import { settleHighlight } from './table-highlight.ts';

type Fields = Readonly<Record<string, Field>>;

/** A column that is shown. */
export interface Column {
  readonly title: Field;
  readonly align: 'left' | 'center' | 'right';
  /** What authors may call it by. */
  readonly names: readonly string[];
}

interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Field[])[];
}

/** Every cell of a table is set and measured: what a file may hold is far more than what a slide can. */
const rowLimit = 200;
const nothing: Table = { columns: [], rows: [] };

/** Whether a layout shows a table, with rows that are written in place or taken from data. */
export function showsTable({ properties = {} }: Schema): boolean {
  return properties.data?.format === 'data' && properties.columns !== undefined && properties.rows !== undefined;
}

/**
 * Settles the fields of a slide with a table, wherever its cells come from. `span` is where the slide names its layout.
 * Shape: `columns` are mappings of `title` and `align`; `rows` are lists of texts, each as long as `columns`; `highlight`
 * has numbers of rows and columns, from 1.
 * Errors: field/missing, field/wrong-value, data/unknown-column, data/too-large, and those of inline text.
 */
export function settleTable(fields: Fields, span: Span, diagnostics: Diagnostic[]): Fields {
  const { data } = fields;
  const before = diagnostics.length;
  const { columns, rows } =
    data?.kind === 'data' ? takenFrom(data, fields, diagnostics) : writtenIn(fields, diagnostics);
  const place = data?.span ?? span;
  const settled: Record<string, Field> = {
    ...fields,
    columns: { kind: 'list', items: columns.map(columnField), span: fields.columns?.span ?? place },
    rows: {
      kind: 'list',
      items: rows.map((items) => ({ kind: 'list', items, span: items[0]?.span ?? place })),
      span: fields.rows?.span ?? place,
    },
  };
  // Of a table with faults it cannot be said what is pointed out in it.
  const isWhole = rows.length > 0 && !hasErrors(diagnostics.slice(before));
  const { highlight } = fields;
  if (highlight?.kind === 'list') {
    settled.highlight = isWhole
      ? settleHighlight(highlight, columns, rows.length, diagnostics)
      : { ...highlight, items: [] };
  }
  return settled;
}

function columnField({ title, align }: Column): Field {
  return {
    kind: 'map',
    entries: { title, align: { kind: 'choice', value: align, span: title.span } },
    span: title.span,
  };
}

/** The table that the fields `columns` and `rows` have in them. */
function writtenIn({ columns, rows }: Fields, diagnostics: Diagnostic[]): Table {
  const report = (code: 'field/missing' | 'field/wrong-value', place: Span, message: string, hint: string): void => {
    diagnostics.push(diagnose(code, place, message, hint));
  };
  if (rows?.kind === 'literal') {
    const hint = 'Write the rows as lists, each after "- ", or name a CSV file of the course in "data".';
    report('field/wrong-value', rows.span, 'There is no data from which these rows could be taken.', hint);
  }
  if (rows?.kind !== 'list' || columns?.kind !== 'list') return nothing;
  const heads = columns.items.map((item): Column => {
    const { title, from, align } = partsOf(item);
    if (from) {
      const message = 'There is no data from which this column could be taken.';
      report('field/wrong-value', from.span, message, 'Write the head of the column as "title", or add "data".');
    } else if (!title) {
      report('field/missing', item.span, 'This column has no head.', 'Write it as "title".');
    }
    const head = title ?? emptyText(item.span);
    return { title: head, align: align ?? 'left', names: [textOf(head)] };
  });
  const cells = rows.items.map((row) => (row.kind === 'list' ? row.items : []));
  for (const [at, row] of cells.entries()) {
    if (row.length === heads.length) continue;
    const message = `Row ${at + 1} has ${count(row.length, 'cell')}, but the table has ${count(heads.length, 'column')}.`;
    const hint = row.length < heads.length ? 'An empty cell is written as "".' : 'Add a column, or leave out cells.';
    report('field/wrong-value', (row[heads.length] ?? row[0] ?? rows).span, message, hint);
  }
  return { columns: heads, rows: cells };
}

/** The table that is chosen out of data. */
function takenFrom(data: DataField, { columns, rows }: Fields, diagnostics: Diagnostic[]): Table {
  if (rows?.kind === 'list') {
    const message = 'The rows are written here, and "data" has rows as well.';
    const hint = 'Keep one of the two. With "data", rows can be picked by their numbers: rows: 1-10.';
    diagnostics.push(diagnose('field/wrong-value', rows.span, message, hint));
  }
  // What is wrong with the data has been reported.
  if (data.columns.length === 0 || rows?.kind === 'list') return nothing;
  const picked = rows?.kind === 'literal' ? pickRows(rows, data.rows, diagnostics) : data.rows;
  if (picked.length > rowLimit) {
    const message = `This table has ${picked.length.toLocaleString('en')} rows; on slides it can have ${rowLimit}.`;
    const hint = 'Pick some of them by their numbers: rows: 1-10.';
    diagnostics.push(diagnose('data/too-large', (rows ?? data).span, message, hint));
    return nothing;
  }
  const indexes = data.columns.map((_, at) => at);
  const chosen =
    columns?.kind === 'list'
      ? columns.items.map((item) => pickColumn(item, data, picked, diagnostics))
      : indexes.map((at) => ({ at, column: columnAt(at, data, picked, partsOf(), diagnostics) }));
  const found = chosen.filter((each) => each !== undefined);
  return {
    columns: found.map(({ column }) => column),
    rows: picked.map((row) => found.map(({ at }) => inlineCell(row[at] as Cell, diagnostics))),
  };
}

type Row = readonly Cell[];

function pickRows(
  { text, span }: Extract<Field, { kind: 'literal' }>,
  rows: readonly Row[],
  diagnostics: Diagnostic[],
): readonly Row[] {
  const { numbers, diagnostics: faults } = readRanges(text, { of: 'row', first: 1, last: rows.length }, span);
  diagnostics.push(...faults);
  return numbers.map((number) => rows[number - 1] as Row);
}

function pickColumn(item: Field, data: DataField, rows: readonly Row[], diagnostics: Diagnostic[]) {
  const parts = partsOf(item);
  const name = parts.from ?? parts.title;
  const names = data.columns.map(({ text }) => text);
  const at = data.columns.findIndex(({ text }) => name && (text === textOf(name) || plainOf(text) === textOf(name)));
  if (at >= 0) return { at, column: columnAt(at, data, rows, parts, diagnostics) };
  const wanted = name ? textOf(name) : '';
  const hint = suggestOne(wanted, names, `The columns are ${listNames(names.slice(0, 20), 'and')}.`);
  const message = name ? `The data has no column "${wanted}".` : 'It is not said which column of the data this is.';
  diagnostics.push(diagnose(name ? 'data/unknown-column' : 'field/missing', (name ?? item).span, message, hint));
  return undefined;
}

function columnAt(
  at: number,
  { columns }: DataField,
  rows: readonly Row[],
  { title, align }: ColumnParts,
  diagnostics: Diagnostic[],
): Column {
  const cell = columns[at] as Cell;
  const head = title ?? inlineCell(cell, diagnostics);
  const isNumbers = isColumnOfNumbers(rows.map((row) => row[at]?.text ?? ''));
  return { title: head, align: align ?? (isNumbers ? 'right' : 'left'), names: [textOf(head), cell.text] };
}

interface ColumnParts {
  readonly title: Field | undefined;
  readonly from: Field | undefined;
  readonly align: Column['align'] | undefined;
}

/** What an item of `columns` says, be it a text or a mapping. */
function partsOf(item?: Field): ColumnParts {
  const { title, from, align }: Partial<Fields> = item?.kind === 'map' ? item.entries : item ? { title: item } : {};
  return { title, from, align: align?.kind === 'choice' ? (align.value as Column['align']) : undefined };
}

/** Reads a cell as a field of `format: inline`; a line break within it stays one. */
function inlineCell({ text, span }: Cell, diagnostics: Diagnostic[]): Field {
  const value = text.replaceAll(/\r\n?/g, '\n');
  const isAsWritten = span.end - span.start === text.length;
  const lineStarts = isAsWritten ? [0, ...lineEnds(text)].map((at) => span.start + at) : undefined;
  const read = readInline({ kind: 'scalar', value, span, ...(lineStarts ? { lineStarts } : {}) });
  diagnostics.push(...read.diagnostics);
  return { kind: 'inline', content: read.content, span };
}

const lineEnds = (text: string): readonly number[] =>
  [...text.matchAll(/\r\n?|\n/g)].map(({ 0: lineBreak, index }) => index + lineBreak.length);

const plainOf = (text: string): string => textOf(inlineCell({ text, span: { file: '', start: 0, end: 0 } }, []));

const emptyText = (span: Span): Field => ({ kind: 'inline', content: [], span });

function textOf(field: Field): string {
  if (field.kind === 'inline') return plainText(field.content);
  return field.kind === 'literal' ? field.text : '';
}

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

import { checkCharactersOf } from '../diagnostics/characters.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { done, failed, type Outcome } from '../diagnostics/outcome.ts';
import { diagnose, hasErrors } from '../diagnostics/report.ts';
import type { Cell, DataField } from '../model/deck.ts';
import type { Source, Span } from '../model/source.ts';
import type { ScalarNode, Tree } from '../model/tree.ts';
import { trimmed } from './blocks.ts';
import type { CourseTexts } from './course-texts.ts';
import { type CsvRows, readCsv, type Separator } from './csv.ts';

type Data = Pick<DataField, 'columns' | 'rows'>;

/** Every row is a row of a table or a mark of a chart: a slide shows far fewer, and its file would grow with each. */
const rowLimit = 5_000;

/** Loads a CSV or TSV file that a field names. Errors: data/*, asset/*, text/*, file/unreadable, file/invalid-utf8. */
export async function loadData(node: ScalarNode, texts: CourseTexts): Promise<Outcome<Data>> {
  const path = String(node.value).trim();
  if (!/\.(csv|tsv)$/i.test(path)) {
    const message = `"${path}" is not named like a file of data.`;
    const hint = 'Data is read from CSV and TSV files. Spreadsheets save a table as "CSV UTF-8".';
    return failed([diagnose('asset/unsupported-type', node.span, message, hint)]);
  }
  const { value: source, diagnostics } = await texts.load(path, node.span);
  return source ? readTable(source) : failed(diagnostics);
}

/** Reads rows written in place, each as a mapping of columns to values. Errors: data/*. */
export function readRows(rows: readonly Tree[]): Outcome<Data> {
  const columns = new Map<string, Cell>();
  const maps = rows.flatMap((row) => (row.kind === 'map' ? [row] : []));
  for (const { key, keySpan } of maps.flatMap(({ entries }) => entries)) {
    if (!columns.has(key)) columns.set(key, { text: trimmed(key), span: keySpan });
  }
  const cells = maps.map(({ entries, span }) =>
    [...columns.keys()].map((column): Cell => {
      const value = entries.find(({ key }) => key === column)?.value;
      return value?.kind === 'scalar' ? { text: textOf(value), span: value.span } : { text: '', span };
    }),
  );
  return checked([...columns.values()], cells, rows[0]?.span);
}

/** A value as the author wrote it: 0.90 stays 0.90. */
function textOf({ value, written }: ScalarNode): string {
  return value === null ? '' : trimmed(written ?? String(value));
}

/** Reads a table whose first row has the names of the columns. Errors: data/*, text/*. */
export function readTable(source: Source): Outcome<Data> {
  const { rows, fault } = readCsv(source, separatorOf(source), rowLimit + 2);
  const [columns = [], ...others] = rows;
  const start = columns[0]?.span ?? { file: source.path, start: 0, end: 0 };
  const diagnostics = [...uneven(columns, others), ...(fault ? [describeFault(fault)] : [])];
  return hasErrors(diagnostics) ? failed(diagnostics) : checked(columns, others, start);
}

/** Tabs in a .tsv file. Otherwise what stands most often in the row of names: spreadsheets in some countries write ";". */
function separatorOf({ path, text }: Source): Separator {
  if (/\.tsv$/i.test(path)) return '\t';
  const [head = ''] = /^(?:"(?:[^"]|"")*"|[^\r\n"])*/.exec(text.trimStart()) ?? [];
  const bare = head.replaceAll(/"(?:[^"]|"")*"/g, '');
  const count = (separator: Separator): number => bare.split(separator).length;
  return ([',', ';', '\t'] as const).reduce((best, next) => (count(next) > count(best) ? next : best));
}

/** The first row with another number of cells than there are columns: often it is the same with all that follow. */
function uneven(columns: readonly Cell[], rows: readonly (readonly Cell[])[]): readonly Diagnostic[] {
  const [row, ...others] = rows.filter(({ length }) => length !== columns.length);
  const [from, to] = [row?.[columns.length] ?? row?.[0], row?.at(-1)];
  if (!row || !from || !to) return [];
  const more =
    others.length === 0
      ? ''
      : ` ${count(others.length, 'other row')} ${others.length === 1 ? 'does' : 'do'} not fit either.`;
  const message = `This row has ${count(row.length, 'cell')}, but there are ${count(columns.length, 'column')}.${more}`;
  const hint = 'A cell with a separator in it is written in quotes; one that is empty still has its separator.';
  return [diagnose('data/invalid', { ...from.span, end: to.span.end }, message, hint)];
}

function describeFault({ kind, span }: NonNullable<CsvRows['fault']>): Diagnostic {
  const [message, hint] =
    kind === 'unclosed-quote'
      ? ['The quotes that begin here do not end.', 'Close them behind the text of the cell.']
      : [
          'Quotes stand within a cell, or something stands between them and the separator.',
          'Put the whole cell into quotes, and write quotes within it twice: "5"" disk".',
        ];
  return diagnose('data/invalid', span, message, hint);
}

/** The table, unless its columns or its rows are not what they should be. `span` is where it begins. */
function checked(columns: readonly Cell[], rows: readonly (readonly Cell[])[], span: Span | undefined): Outcome<Data> {
  const found = [
    ...columns.flatMap(nameless),
    ...[...columns, ...rows.flat()].flatMap((cell) =>
      checkCharactersOf(cell.text, cell.span, (at) => placeIn(cell, at)),
    ),
  ];
  if (rows.length === 0) {
    const message = columns.length === 0 ? 'This file is empty.' : 'There is no row below the names of the columns.';
    found.push(
      diagnose('data/invalid', span, message, 'The first row has the names of the columns, the others the data.'),
    );
  }
  if (rows.length > rowLimit) {
    const message = `This table has more than ${rowLimit.toLocaleString('en')} rows, far more than a slide can show.`;
    const hint = 'Take a part of the rows, or averages over groups of them, into a file of its own.';
    found.push(diagnose('data/too-large', rows[rowLimit]?.[0]?.span, message, hint));
  }
  return hasErrors(found) ? failed(found) : done({ columns, rows });
}

function nameless(column: Cell, at: number, columns: readonly Cell[]): readonly Diagnostic[] {
  const hint = 'Every column has a name of its own, by which slides ask for it.';
  if (column.text === '') return [diagnose('data/invalid', column.span, `Column ${at + 1} has no name.`, hint)];
  const first = columns.findIndex(({ text }) => text === column.text);
  if (first === at) return [];
  const message = `Column ${at + 1} has the name "${column.text}" of column ${first + 1}.`;
  return [diagnose('data/invalid', column.span, message, hint)];
}

/** The place of a character of a cell, or of the whole cell where quotes within it are written twice. */
function placeIn({ text, span }: Cell, at: number): Span {
  const isAsWritten = span.end - span.start === text.length;
  return isAsWritten ? { ...span, start: span.start + at, end: span.start + at + 1 } : span;
}

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

import { CsvError, parse } from 'csv-parse/sync';
import type { Cell } from '../model/deck.ts';
import type { Source, Span } from '../model/source.ts';
import { trimmed } from './blocks.ts';

/** Rows as they stand in a CSV file, as far as a fault that keeps the rest from being read. */
export interface CsvRows {
  /** Without blank lines; of any length each, never empty. */
  readonly rows: readonly (readonly Cell[])[];
  readonly fault?: { readonly kind: 'unclosed-quote' | 'stray-quote'; readonly span: Span };
}

/** A character that cells are separated by. */
export type Separator = ',' | ';' | '\t';

/**
 * Splits a text into rows and cells. A cell is given without white space and quotes around it, and its span lies inside of
 * these. At most `limit` rows are read. Cannot fail.
 * Source: RFC 4180; lines may end with CR LF, LF or CR.
 */
export function readCsv(source: Source, separator: Separator, limit: number): CsvRows {
  const { text, path } = source;
  const rows: Cell[][] = [];
  let at = 0;
  /** The package says where rows are, not cells: the text is walked along with it. */
  const walk = (value: string, quoted: boolean, column: number): void => {
    at = column === 0 ? lineAfter(text, at) : at + separator.length;
    const written = quoted ? `"${value.replaceAll('"', '""')}"` : value;
    if (!text.startsWith(written, at)) throw new Error(`csv-parse reads another cell than stands at ${at} in ${path}.`);
    // Quotes within a quoted cell are written twice: they count for its place, not for its text.
    const { span } = quoted ? cellAt(path, at + 1, written.slice(1, -1)) : cellAt(path, at, value);
    const cell = { text: trimmed(value), span };
    if (column === 0) rows.push([cell]);
    else rows.at(-1)?.push(cell);
    at += written.length;
  };
  try {
    parse(text, {
      delimiter: separator,
      record_delimiter: ['\r\n', '\n', '\r'],
      skip_empty_lines: true,
      relax_column_count: true,
      to: limit,
      cast: (value, { quoting, index }) => walk(value, quoting, index),
    });
    return { rows: withoutBlank(rows) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return {
      // The row with the fault is not complete.
      rows: withoutBlank(rows.slice(0, -1)),
      fault: { kind: faultKind(error), span: restOfLine(source, at, rows.length === 0, separator) },
    };
  }
}

/** The beginning of the next line that is not empty. */
function lineAfter(text: string, at: number): number {
  let next = at;
  while (text[next] === '\n' || text[next] === '\r') next += 1;
  return next;
}

function cellAt(file: string, start: number, text: string): Cell {
  const [lead = ''] = /^[ \t\r\n]*/.exec(text) ?? [];
  const inside = trimmed(text);
  return { text: inside, span: { file, start: start + lead.length, end: start + lead.length + inside.length } };
}

/** Without lines that are blank but for spaces, and without the rows of nothing that spreadsheets write at the end. */
function withoutBlank(rows: readonly (readonly Cell[])[]): readonly (readonly Cell[])[] {
  const isEmpty = (row: readonly Cell[]): boolean => row.every(({ text }) => text === '');
  const filled = rows.filter((row) => row.length > 1 || !isEmpty(row));
  let length = filled.length;
  while (length > 0 && isEmpty(filled[length - 1] ?? [])) length -= 1;
  return filled.slice(0, length);
}

function faultKind({ code }: CsvError): 'unclosed-quote' | 'stray-quote' {
  if (code === 'CSV_QUOTE_NOT_CLOSED') return 'unclosed-quote';
  if (code === 'INVALID_OPENING_QUOTE' || code === 'CSV_INVALID_CLOSING_QUOTE') return 'stray-quote';
  throw new Error(`csv-parse has a fault that is not provided for: ${code}`);
}

/** From the cell behind `at`, where the last one ended that could be read, to the end of its line. */
function restOfLine({ path, text }: Source, at: number, isFirst: boolean, separator: Separator): Span {
  const start = isFirst || /[\r\n]/.test(text[at] ?? '') ? lineAfter(text, at) : at + separator.length;
  const [line = ''] = /^[^\r\n]*/.exec(text.slice(start)) ?? [];
  return { file: path, start, end: start + line.length };
}

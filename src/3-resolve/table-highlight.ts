import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { diagnose } from '../diagnostics/report.ts';
import { suggestOne } from '../diagnostics/suggest.ts';
import type { Field } from '../model/deck.ts';
import type { Column } from './table-fields.ts';

/**
 * Looks up what is to be pointed out in a table: `row`, `column` or the cell where both meet.
 * Shape: mappings with the numbers of a row, a column or both, from 1. Errors: field/wrong-value, data/unknown-column.
 */
export function settleHighlight(
  highlight: Extract<Field, { kind: 'list' }>,
  columns: readonly Column[],
  rowCount: number,
  diagnostics: Diagnostic[],
): Field {
  const items = highlight.items.map((item): Field => {
    if (item.kind !== 'map') return item;
    const { row, column } = item.entries;
    if (row?.kind === 'literal') checkNumber('Row', row, rowCount, diagnostics);
    const found = column?.kind === 'literal' ? findColumn(column, columns, diagnostics) : undefined;
    return { ...item, entries: { ...(row ? { row } : {}), ...(found ? { column: found } : {}) } };
  });
  return { ...highlight, items };
}

type Literal = Extract<Field, { kind: 'literal' }>;

function checkNumber(what: 'Row' | 'Column', { text, span }: Literal, count: number, diagnostics: Diagnostic[]): void {
  if (Number(text) <= count) return;
  const things = `${what.toLowerCase()}${count === 1 ? '' : 's'}`;
  const message = `${what} ${text} cannot be highlighted: the table has ${count} ${things}.`;
  diagnostics.push(
    diagnose('field/wrong-value', span, message, `${what}s count from 1, without the head of the table.`),
  );
}

/** A column by its number, or by its name, which may be a number as well. */
function findColumn(wanted: Literal, columns: readonly Column[], diagnostics: Diagnostic[]): Literal {
  const at = columns.findIndex(({ names }) => names.includes(wanted.text));
  if (at >= 0) return { ...wanted, text: String(at + 1) };
  if (/^\d+$/.test(wanted.text)) {
    checkNumber('Column', wanted, columns.length, diagnostics);
    return wanted;
  }
  const message = `The table has no column "${wanted.text}".`;
  const hint = suggestOne(
    wanted.text,
    columns.flatMap(({ names }) => names),
    'Columns have their head for a name, or count from 1.',
  );
  diagnostics.push(diagnose('data/unknown-column', wanted.span, message, hint));
  return wanted;
}

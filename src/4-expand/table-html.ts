import { fieldText, Printable, type Value } from './values.ts';

/** A cell that shall stand out: by its row, its column or both, counted from 1. */
interface Place {
  readonly row: number | undefined;
  readonly column: number | undefined;
}

/**
 * Writes a table as HTML around its cells, which are Markdown: its heads say what they are heads of, and cells can stand out.
 * `columns`, `rows` and `highlight` are the values of the fields with these names, as templates see them.
 */
export function tableHtml(columns: readonly Value[], rows: readonly Value[], highlight: readonly Value[]): string {
  const places = highlight.map((item): Place => ({ row: numberIn(item, 'row'), column: numberIn(item, 'column') }));
  const aligns = columns.map((column) => String(partOf(column, 'align') ?? 'left'));
  // The first cell names its row, unless it is all there is of it.
  const hasRowHeads = columns.length > 1;
  const cell = (tag: 'td' | 'th', scope: string, content: Value | undefined, row: number, column: number): string => {
    const isMarked = places.some(
      (place) =>
        (place.row ?? row) === row && (place.column ?? column) === column && (row > 0 || place.row === undefined),
    );
    const align = aligns[column - 1] ?? 'left';
    const classes = [align === 'left' ? '' : align, isMarked ? 'marked' : ''].filter((name) => name !== '').join(' ');
    const attributes = `${scope}${classes === '' ? '' : ` class="${classes}"`}`;
    return `<${tag}${attributes}>\n\n${content ?? ''}\n\n</${tag}>`;
  };
  const heads = columns.map((column, at) => cell('th', ' scope="col"', partOf(column, 'title') ?? column, 0, at + 1));
  const body = rows.map((row, index) =>
    itemsOf(row)
      .map((content, at) => {
        const isHead = hasRowHeads && at === 0;
        return cell(isHead ? 'th' : 'td', isHead ? ' scope="row"' : '', content, index + 1, at + 1);
      })
      .join('\n'),
  );
  const inRow = (cells: string): string => `<tr>\n${cells}\n</tr>`;
  return `<table>\n<thead>\n${inRow(heads.join('\n'))}\n</thead>\n<tbody>\n${body.map(inRow).join('\n')}\n</tbody>\n</table>`;
}

function partOf(value: Value, name: string): Value | undefined {
  return typeof value === 'object' && !Array.isArray(value) && !(value instanceof Printable)
    ? (value as Readonly<Record<string, Value>>)[name]
    : undefined;
}

function numberIn(value: Value, name: string): number | undefined {
  const part = partOf(value, name);
  return part === undefined ? undefined : Number(fieldText(part));
}

const itemsOf = (value: Value): readonly Value[] => (Array.isArray(value) ? value : []);

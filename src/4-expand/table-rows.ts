import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { diagnose } from '../diagnostics/report.ts';
import type { Settled } from './marks.ts';

/**
 * Finds rows that a template has made longer than the head of their table: Markdown leaves out what is beyond it.
 * Errors: field/wrong-value, at the first field of the row.
 */
export function checkTableRows({ markdown, lines, rows }: Settled): readonly Diagnostic[] {
  const texts = markdown.split('\n');
  return [...rows]
    .sort((a, b) => a - b)
    .flatMap((row) => {
      let head = row;
      while (texts[head - 1]?.trimStart().startsWith('|')) head -= 1;
      const [columns, cells] = [cellsIn(texts[head] ?? ''), cellsIn(texts[row] ?? '')];
      if (cells <= columns) return [];
      const message = `This row has ${cells} cells, but the table has ${columns} columns.`;
      return [
        diagnose(
          'field/wrong-value',
          lines[row],
          message,
          'Add a column to the head of the table, or leave out cells.',
        ),
      ];
    });
}

/** Cells end with a bar; a bar within a cell is escaped. */
function cellsIn(line: string): number {
  return line.split(/(?<!\\)\|/).length - 2;
}

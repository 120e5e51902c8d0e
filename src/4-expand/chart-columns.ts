import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { diagnose } from '../diagnostics/report.ts';
import { listNames, suggestOne } from '../diagnostics/suggest.ts';
import type { Cell, DataField } from '../model/deck.ts';
import type { Span } from '../model/source.ts';

/** A name that an author has written, with its place. */
export interface Named {
  readonly text: string;
  readonly span: Span;
}

/** Looks up columns, and reads cells as what a chart takes them for. What is wrong is added to `diagnostics`. */
export class Columns {
  readonly #data: DataField;
  readonly #diagnostics: Diagnostic[];

  constructor(data: DataField, diagnostics: Diagnostic[]) {
    this.#data = data;
    this.#diagnostics = diagnostics;
  }

  /** The place of a column by its name. Errors: chart/unknown-column. */
  find({ text, span }: Named): number | undefined {
    const names = this.#data.columns.map((column) => column.text);
    const at = names.indexOf(text);
    if (at >= 0) return at;
    const hint = suggestOne(text, names, `The columns are ${listNames(names, 'and')}.`);
    this.#diagnostics.push(diagnose('chart/unknown-column', span, `The data have no column called "${text}".`, hint));
    return undefined;
  }

  name(column: number): string {
    return this.#data.columns[column]?.text ?? '';
  }

  cells(column: number): readonly Cell[] {
    return this.#data.rows.flatMap((row) => row[column] ?? []);
  }

  /** Whether a column has numbers: one cell that cannot be read does not make it a column of words. */
  isNumeric(column: number): boolean {
    const filled = this.cells(column).filter(({ text }) => !isEmpty(text));
    const numbers = filled.filter(({ text }) => numberIn(text) !== undefined);
    return numbers.length > 0 && numbers.length * 2 >= filled.length;
  }

  /** Whether all filled cells of a column are days or months, as in 2026-03-31 or 2026-03. */
  isDates(column: number): boolean {
    const filled = this.cells(column).filter(({ text }) => !isEmpty(text));
    return filled.length > 0 && filled.every(({ text }) => dayIn(text) !== undefined);
  }

  /**
   * The numbers of a column, `null` for empty cells. Of several cells that are no numbers the first is reported.
   * Errors: chart/not-a-number.
   */
  numbers(column: number): readonly (number | null)[] {
    const wrong: Cell[] = [];
    const numbers = this.cells(column).map((cell) => {
      if (isEmpty(cell.text)) return null;
      const number = numberIn(cell.text);
      if (number === undefined) wrong.push(cell);
      return number ?? null;
    });
    const [first] = wrong;
    if (first) {
      const others = wrong.length - 1;
      const more =
        others === 0 ? '' : ` The column has ${others === 1 ? 'one more such cell' : `${others} more such cells`}.`;
      const message = `"${first.text}" in the column "${this.name(column)}" is no number.${more}`;
      this.#diagnostics.push(diagnose('chart/not-a-number', first.span, message, numberHint(first.text)));
    }
    return numbers;
  }
}

/** Nothing, or a dash that stands for it. */
export const isEmpty = (text: string): boolean => /^\s*[-–—]?\s*$/.test(text);

/** Reads a number as it is written in data: a point for decimals, nothing between thousands. */
export function numberIn(text: string): number | undefined {
  const written = text.trim().replace(/^[−–]/, '-');
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i.test(written)) return undefined;
  const number = Number(written);
  return Number.isFinite(number) ? number : undefined;
}

/** Reads a day or a month as milliseconds in the time of Greenwich. */
export function dayIn(text: string): number | undefined {
  const [, year, month, day] = /^(\d{4})-(\d\d)(?:-(\d\d))?$/.exec(text.trim()) ?? [];
  if (year === undefined) return undefined;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day ?? 1)
    ? date.getTime()
    : undefined;
}

function numberHint(text: string): string {
  const bare = text
    .trim()
    .replace(/\s*(%|€|\$|£)$/, '')
    .replace(/^(€|\$|£)\s*/, '');
  if (bare !== text.trim() && numberIn(bare) !== undefined) {
    const sign = text.trim().replace(bare, '').trim();
    return `Write ${bare}, and \`unit: "${sign}"\` for all of them.`;
  }
  const joined = text.trim().replaceAll(/(?<=\d)[\s’'_](?=\d{3})/g, '');
  if (numberIn(joined) !== undefined) return `Write ${joined}: the slide divides thousands itself.`;
  if (/^[+-]?\d+,\d+$/.test(text.trim())) {
    return `Decimals have a point in data: ${text.trim().replace(',', '.')}. The slide writes them as the course's language does.`;
  }
  return 'Write a number such as 0.92, or leave the cell empty where there is none.';
}

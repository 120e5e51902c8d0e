import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { diagnose } from '../diagnostics/report.ts';
import type { Span } from '../model/source.ts';

/** A sequence that numbers are picked from; `of` says what they count. */
export interface Sequence {
  readonly of: string;
  readonly first: number;
  readonly last: number;
}

/**
 * Reads ranges of numbers as authors write them: `2,4-6`. `span` is where they stand.
 * Shape: each number once, in the order of the text. Errors: field/wrong-value; then there are no numbers.
 */
export function readRanges(
  text: string,
  { of, first, last }: Sequence,
  span: Span,
): { readonly numbers: readonly number[]; readonly diagnostics: readonly Diagnostic[] } {
  const numbers = new Set<number>();
  const fault = (message: string, hint?: string) => ({
    numbers: [],
    diagnostics: [diagnose('field/wrong-value', span, message, hint)],
  });
  for (const part of text.split(',')) {
    const [from = 0, to = from] = part.split('-').map(Number);
    const beyond = [from, to].find((number) => number < first || number > last);
    if (beyond !== undefined) return fault(`There is no ${of} ${beyond}: they count from ${first} to ${last}.`);
    if (from > to) return fault(`The ${of}s ${from}-${to} run backwards.`, `Write "${to}-${from}".`);
    for (let number = from; number <= to; number += 1) numbers.add(number);
  }
  return { numbers: [...numbers], diagnostics: [] };
}

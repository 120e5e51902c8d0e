import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Field } from '../model/deck.ts';
import { checkHighlight } from './blocks.ts';

/**
 * Checks that the lines that a code slide points out exist. Works for every layout that has a field of
 * `format: code` beside one called `highlight`; those that take code from files are settled in code-file.ts.
 * Errors: code/highlight-out-of-range.
 */
export function checkCodeFields(fields: Readonly<Record<string, Field>>): readonly Diagnostic[] {
  const { highlight } = fields;
  const code = Object.values(fields).find((field) => field.kind === 'code');
  if (highlight?.kind !== 'literal' || code?.kind !== 'code') return [];
  return checkHighlight(highlight.text, code.text, highlight.span);
}

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { diagnose } from '../diagnostics/report.ts';
import type { Field } from '../model/deck.ts';
import type { ScalarNode } from '../model/tree.ts';
import { readInline, trimmed } from './blocks.ts';
import { scanFormula } from './formula.ts';
import { Place } from './place.ts';

/**
 * Reads a field of `format: formula`: TeX, with dollar signs around it or without. Where several formulas stand in dollar
 * signs, what is between them is text. Errors: formula/invalid when there is nothing in it, and those of inline text.
 */
export function readFormula(node: ScalarNode): { readonly field: Field; readonly diagnostics: readonly Diagnostic[] } {
  const { span } = node;
  const text = trimmed(String(node.value ?? ''));
  const whole = scanFormula(text, 0);
  if (whole?.end !== text.length && /^\$[\s\S]*[^\\]\$$/.test(text) && !/^\$+\s*\$+$/.test(text)) {
    const { content, diagnostics } = readInline(node);
    return { field: { kind: 'inline', content, span }, diagnostics };
  }
  const tex = (whole?.end === text.length ? whole.tex : text.replace(/^\$+\s*\$+$/, '')).trim();
  if (tex === '') {
    const fault = diagnose(
      'formula/invalid',
      span,
      'The formula has nothing in it.',
      'Write it in TeX, as in "E = mc^2".',
    );
    return { field: { kind: 'blocks', content: [], span }, diagnostics: [fault] };
  }
  const place = new Place(node);
  return {
    field: { kind: 'blocks', content: [{ kind: 'formula', tex, ...place.findLines(tex) }], span },
    diagnostics: [],
  };
}

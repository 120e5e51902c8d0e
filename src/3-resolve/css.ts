import postcss, { type Root } from 'postcss';
import { done, failed, type Outcome } from '../diagnostics/outcome.ts';
import { diagnose } from '../diagnostics/report.ts';
import type { Source } from '../model/source.ts';

export type { AtRule, Comment, Declaration, Root, Rule } from 'postcss';

/** Reads CSS as rules with positions. The only errors are those of syntax, under the code that is given. */
export function parseCss(source: Source, code: 'theme/invalid' | 'theme/css-invalid'): Outcome<Root> {
  try {
    return done(postcss.parse(source.text, { from: undefined }));
  } catch (error) {
    if (!(error instanceof postcss.CssSyntaxError)) throw error;
    const lines = source.text.split('\n').slice(0, (error.line ?? 1) - 1);
    const start = lines.reduce((sum, line) => sum + line.length + 1, 0) + (error.column ?? 1) - 1;
    const span = { file: source.path, start, end: Math.min(start + 1, source.text.length) };
    return failed([diagnose(code, span, `This CSS cannot be read: ${error.reason}.`)]);
  }
}

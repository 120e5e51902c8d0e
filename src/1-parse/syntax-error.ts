import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { diagnose } from '../diagnostics/report.ts';
import type { Source } from '../model/source.ts';
import { badIndentation } from './indentation.ts';
import { misreadField } from './misread-field.ts';
import { misreadText } from './misread-text.ts';
import { type Mistake, type Recognise, TokenMap } from './token-map.ts';
import { unclosed } from './unclosed.ts';
import type { Fault, Token } from './yaml.ts';

/**
 * Says in an author's words what the YAML parser found, at the place where the author has to change something. The
 * parser stumbles behind that place, sometimes far, and often several times over one mistake: it is reported once.
 * Errors: yaml/syntax, yaml/unsupported.
 */
export function syntaxErrors(source: Source, faults: readonly Fault[], tokens: readonly Token[]): Diagnostic[] {
  const map = new TokenMap(source.text, tokens);
  const found: Diagnostic[] = [];
  const seen = new Set<number>();
  let lostUntil = 0;
  for (const fault of faults) {
    const line = map.lineStart(fault.start);
    if (seen.has(line) || fault.start < lostUntil) continue;
    const mistake = recognise(fault, map);
    const start = Math.min(mistake.start, source.text.length);
    if (!seen.has(map.lineStart(start))) {
      const end = Math.min(Math.max(mistake.end, start + 1), Math.max(start, map.lineEnd(start)));
      const span = { file: source.path, start, end };
      found.push(diagnose(mistake.code ?? 'yaml/syntax', span, mistake.message, mistake.hint));
    }
    lostUntil = Math.max(lostUntil, mistake.lostUntil);
    seen.add(line).add(map.lineStart(start));
  }
  return found;
}

/** In the order in which they explain: a tab or an open quote is behind whatever the parser says of its line. */
const recognisers: readonly Recognise[] = [badIndentation, unclosed, misreadText, misreadField, misreadFile];

function recognise(fault: Fault, map: TokenMap): Mistake {
  for (const recogniser of recognisers) {
    const mistake = recogniser(fault, map);
    if (mistake) return mistake;
  }
  const start = map.contentAfter(fault.start);
  return {
    start,
    end: map.lineEnd(start),
    message: 'This does not fit what stands above it.',
    hint: 'Check the indentation, the quotes and the brackets of this line and of those above.',
    lostUntil: Number.POSITIVE_INFINITY,
  };
}

/** What concerns the file as a whole: several documents, directives; and comments, which can be anywhere. */
function misreadFile({ code, message, start, end }: Fault, map: TokenMap): Mistake | undefined {
  if (code === 'MULTIPLE_DOCS') {
    return {
      code: 'yaml/unsupported',
      start,
      end: map.lineEnd(start),
      message: 'A second YAML document begins here: a course file is one document.',
      hint: 'Remove the line "---". Slides follow one another as list items, each with "- layout:".',
      lostUntil: Number.POSITIVE_INFINITY,
    };
  }
  if (/leading empty lines/.test(message)) {
    const hint = 'Remove the spaces from the empty line.';
    return {
      start,
      end,
      message: 'An empty line before this text has more spaces than the text itself.',
      hint,
      lostUntil: Number.POSITIVE_INFINITY,
    };
  }
  if (/^Comments/.test(message)) {
    const hint = 'Put a space before it. If it belongs to the text, put it into the quotes.';
    return { start, end, message: 'A "#" that begins a comment needs a space before it.', hint, lostUntil: 0 };
  }
  if (code !== 'BAD_DIRECTIVE' && !/directives-end/.test(message)) return undefined;
  const percent = /^%.*$/m.exec(map.text);
  if (percent) {
    const place = { start: percent.index, end: percent.index + percent[0].trimEnd().length };
    return {
      ...place,
      message: 'A line cannot begin with "%".',
      hint: 'A comment begins with "#".',
      lostUntil: Number.POSITIVE_INFINITY,
    };
  }
  const hint = 'Begin a new line after "---", or remove it.';
  return {
    start,
    end: map.lineEnd(start),
    message: 'Nothing can follow "---" in its line.',
    hint,
    lostUntil: Number.POSITIVE_INFINITY,
  };
}

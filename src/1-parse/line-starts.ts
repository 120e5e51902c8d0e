import type { Span } from '../model/source.ts';
import { Scalar } from './yaml.ts';

/**
 * Where each line of a text starts in its file, when its lines are written there as they are; undefined otherwise, as
 * for texts with escapes or folded lines.
 */
export function lineStartsOf(node: Scalar.Parsed, value: string, span: Span, text: string): number[] | undefined {
  switch (node.type) {
    case Scalar.PLAIN:
      return text.startsWith(value, span.start) ? [span.start] : undefined;
    case Scalar.QUOTE_DOUBLE:
    case Scalar.QUOTE_SINGLE:
      return text.startsWith(value, span.start + 1) ? [span.start + 1] : undefined;
    case Scalar.BLOCK_LITERAL:
      return literalLines(value, span, text);
    default:
      return undefined;
  }
}

function literalLines(value: string, span: Span, text: string): number[] | undefined {
  const starts: number[] = [];
  let at = text.indexOf('\n', span.start) + 1;
  for (const line of value.split('\n')) {
    const end = text.indexOf('\n', at);
    const written = text.slice(at, end < 0 ? text.length : end);
    const indent = line === '' ? 0 : written.indexOf(line);
    if (indent < 0) return undefined;
    starts.push(at + indent);
    if (end < 0) break;
    at = end + 1;
  }
  return starts;
}

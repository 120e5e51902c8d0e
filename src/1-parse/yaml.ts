import { CST, Lexer, type ParsedNode, parseDocument } from 'yaml';

/** Only this file knows the package: others take from here what they need of it. */
export { isAlias, isMap, isScalar, isSeq, type Pair, type ParsedNode, Scalar, type YAMLMap } from 'yaml';

/** What the package found wrong. Offsets are half-open and 0-based. */
export interface Fault {
  readonly code: string;
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

/** A piece of the text as the package tells them apart. All of them together are the text, without gaps. */
export interface Token {
  /** As in the package; `plain-scalar` and `block-scalar` for texts without quotes. */
  readonly type: string;
  readonly source: string;
  readonly start: number;
  readonly end: number;
}

/** Reads YAML 1.2 with the core schema. The text must not be nested deeper than {@link deepest} allows. */
export function compose(text: string): {
  readonly contents: ParsedNode | null;
  readonly faults: readonly Fault[];
} {
  const document = parseDocument(text, { version: '1.2', merge: false, uniqueKeys: false, prettyErrors: false });
  const faults = [...document.errors, ...document.warnings].map(
    ({ code, message, pos }): Fault => ({ code, message, start: pos[0], end: pos[1] }),
  );
  return { contents: document.contents, faults: faults.sort((a, b) => a.start - b.start) };
}

/** Splits a text into tokens. Cannot fail: what means nothing is a token as well. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let start = 0;
  let isScalar = false;
  let isBlock = false;
  for (const source of new Lexer().lex(text)) {
    const type = isScalar ? (isBlock ? 'block-scalar' : 'plain-scalar') : (CST.tokenType(source) ?? 'unknown');
    if (isScalar) isBlock = false;
    isScalar = !isScalar && source === CST.SCALAR;
    if (type === 'block-scalar-header') isBlock = true;
    // Marks of the lexer stand for no text.
    const length = type === 'doc-mode' || type === 'scalar' || type === 'flow-error-end' ? 0 : source.length;
    if (length > 0) tokens.push({ type, source, start, end: start + length });
    start += length;
  }
  return tokens;
}

/**
 * The first token that stands deeper in other values than `limit`, or undefined. The package calls itself for each
 * level, so that a few kilobytes can take down the process.
 * yaml 2.9.1: "[" × 5,000 + "]" × 5,000 ends in "RegExpCompiler Allocation failed".
 */
export function tooDeep(tokens: readonly Token[], limit: number): Token | undefined {
  let brackets = 0;
  let lineStart = 0;
  let isFirst = true;
  return tokens.find(({ type, source, start }) => {
    if (type === 'flow-seq-start' || type === 'flow-map-start') brackets += 1;
    if (type === 'flow-seq-end' || type === 'flow-map-end') brackets = Math.max(0, brackets - 1);
    // Without brackets, each level takes a column at least.
    const isIndicator = type === 'seq-item-ind' || type === 'explicit-key-ind';
    const columns = brackets === 0 && (isFirst || isIndicator) && type !== 'space' ? start - lineStart : 0;
    if (type !== 'space') isFirst = false;
    if (source.includes('\n')) {
      lineStart = start + source.lastIndexOf('\n') + 1;
      isFirst = true;
    }
    return brackets > limit || columns > limit;
  });
}

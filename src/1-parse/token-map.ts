import type { Fault, Token } from './yaml.ts';

/** A fault in an author's words. Offsets are half-open and 0-based. */
export interface Mistake {
  readonly code?: 'yaml/syntax' | 'yaml/unsupported' | 'yaml/comment-in-text';
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly hint?: string;
  /** Up to which offset the parser is lost, so that what it finds until there means nothing. Infinite: to the end. */
  readonly lostUntil: number;
}

/** Recognises a mistake behind what the parser found. */
export type Recognise = (fault: Fault, map: TokenMap) => Mistake | undefined;

/** A text with its tokens: what stands around an offset. */
export class TokenMap {
  readonly text: string;
  readonly tokens: readonly Token[];

  constructor(text: string, tokens: readonly Token[]) {
    this.text = text;
    this.tokens = tokens;
  }

  lineStart(offset: number): number {
    return offset === 0 ? 0 : this.text.lastIndexOf('\n', offset - 1) + 1;
  }

  /** Without trailing space. */
  lineEnd(offset: number): number {
    const end = this.text.indexOf('\n', offset);
    return offset + this.text.slice(offset, end < 0 ? undefined : end).trimEnd().length;
  }

  /** Where text goes on at an offset or after it, behind space, line breaks and comments. */
  contentAfter(offset: number): number {
    const token = this.tokens.find(({ type, end }) => end > offset && !/^(space|newline|comment)$/.test(type));
    return Math.max(offset, token?.start ?? this.text.length);
  }

  /** Where the lines from `lineStart` on stop to be indented by `indent` at least. */
  endOfBlock(lineStart: number, indent: number): number {
    const rest = this.text.slice(lineStart);
    const end = new RegExp(`\\n(?= {0,${indent - 1}}[^ \\r\\n])`).exec(rest);
    return end && indent > 0 ? lineStart + end.index + 1 : this.text.length;
  }

  isOneLine({ start, end }: Pick<Token, 'start' | 'end'>): boolean {
    return this.lineStart(start) === this.lineStart(end);
  }

  /** The text from `start` to the end of its line, or of its entry in brackets, without a comment. */
  rest(start: number): string {
    const end = this.lineEnd(start);
    const isInBrackets = this.openBrackets(start).length > 0;
    let depth = 0;
    const stop = this.tokens.find((token) => {
      if (token.start < start) return false;
      if (token.type === 'comment') return true;
      if (/^flow-\w+-start$/.test(token.type)) depth += 1;
      if (isEnd(token)) depth -= 1;
      return isInBrackets && (depth < 0 || (depth === 0 && token.type === 'comma'));
    });
    return this.text.slice(start, Math.min(end, stop?.start ?? end)).trimEnd();
  }

  tokenAt(offset: number): Token | undefined {
    return this.tokens.find(({ start, end }) => start <= offset && offset < end);
  }

  /** The last token that begins before an offset, space and comments aside. */
  tokenBefore(offset: number): Token | undefined {
    return this.tokens.findLast(({ type, start }) => start < offset && !/^(space|newline|comment)$/.test(type));
  }

  /** Where the value begins that the token before `offset` ends. */
  valueStart(offset: number): number {
    const before = this.tokenBefore(offset);
    if (before && isEnd(before)) return this.openBrackets(before.start).at(-1)?.start ?? offset;
    const line = this.lineStart(offset);
    const inLine = this.tokens.filter(({ start }) => start >= line && start <= offset);
    const key = inLine.findLastIndex(({ type }) => /^(map-value-ind|seq-item-ind|comma|flow-\w+-start)$/.test(type));
    return inLine.slice(key + 1).find(({ type }) => type !== 'space')?.start ?? offset;
  }

  /** The brackets that are open at an offset, the outermost first. */
  openBrackets(offset: number): readonly Token[] {
    const open: Token[] = [];
    for (const token of this.tokens) {
      if (token.start >= offset) break;
      if (/^flow-\w+-start$/.test(token.type)) open.push(token);
      if (isEnd(token)) open.pop();
    }
    return open;
  }
}

const isEnd = ({ type }: Token): boolean => /^flow-\w+-end$/.test(type);
export const isQuoted = ({ type }: Token): boolean => /quoted-scalar$/.test(type);

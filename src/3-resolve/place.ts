import type { Span } from '../model/source.ts';
import { type ScalarNode, spanWithin } from '../model/tree.ts';

/**
 * Finds pieces of a text again in the file. Pieces are asked for in the order of the text, so that the second of two
 * equal formulas is not taken for the first.
 */
export class Place {
  readonly #text: string;
  readonly #node: ScalarNode;
  #from = 0;

  constructor(node: ScalarNode) {
    this.#node = node;
    this.#text = String(node.value ?? '');
  }

  /** The span of the whole text. */
  get whole(): Span {
    return this.#node.span;
  }

  /** The span of the next occurrence of `piece`, or of the whole text when the file writes it in another way. */
  find(piece: string): Span {
    const line = piece.split('\n', 1)[0] ?? piece;
    const at = line === '' ? -1 : this.#text.indexOf(line, this.#from);
    if (at < 0) return this.whole;
    this.#from = at + line.length;
    return spanWithin(this.#node, at, line.length);
  }

  /** The place of a piece of several lines: its first line, and each of them, indented or not, unless one is not found. */
  findLines(piece: string): { readonly span: Span; readonly lines?: readonly Span[] } {
    const lines = piece.split('\n').map((line) => ({ line, span: this.find(line) }));
    const [{ span } = { span: this.whole }] = lines;
    const isFound = lines.every(({ line, span }) => line.trim() === '' || span.end - span.start === line.length);
    return isFound ? { span, lines: lines.map((line) => line.span) } : { span };
  }
}

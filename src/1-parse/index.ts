import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Pair,
  type ParsedNode,
  parseDocument,
  Scalar,
} from 'yaml';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { done, failed, type Outcome } from '../diagnostics/outcome.ts';
import { diagnose, hasErrors } from '../diagnostics/report.ts';
import type { Source, Span } from '../model/source.ts';
import type { MapEntry, ScalarNode, Tree } from '../model/tree.ts';
import { syntaxError } from './syntax-error.ts';

export { decode } from './decode.ts';

/** More nodes than any lesson has: stops aliases that multiply. */
const nodeLimit = 100_000;

/**
 * Reads YAML into a tree with positions.
 * Errors: yaml/syntax, yaml/duplicate-key, yaml/unsupported, file/empty. All that are found are reported.
 * Source: YAML 1.2.2, core schema; aliases are followed, merge keys are not part of it.
 */
export function parse(source: Source): Outcome<Tree> {
  const document = parseDocument(source.text, { version: '1.2', merge: false, uniqueKeys: true, prettyErrors: false });
  const diagnostics = [...document.errors, ...document.warnings].map((error) => syntaxError(source, error));
  if (document.contents === null || (isScalar(document.contents) && document.contents.value === null)) {
    if (hasErrors(diagnostics)) return failed(diagnostics);
    return failed([diagnose('file/empty', { file: source.path, start: 0, end: 0 }, 'This file has no content.')]);
  }
  if (hasErrors(diagnostics)) return failed(firstOfEachLine(source, diagnostics));
  const reader = new TreeReader(source, document);
  const tree = reader.read(document.contents as ParsedNode);
  const all = [...diagnostics, ...reader.diagnostics];
  return hasErrors(all) ? failed(all) : done(tree, all);
}

/** The parser goes on after a mistake and trips again over its consequences: one message a line says it all. */
function firstOfEachLine(source: Source, diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Set<number>();
  return diagnostics.filter((diagnostic) => {
    const line = source.text.slice(0, diagnostic.span?.start ?? 0).split('\n').length;
    return !seen.has(line) && seen.add(line);
  });
}

class TreeReader {
  readonly diagnostics: Diagnostic[] = [];
  readonly #source: Source;
  readonly #document: Document.Parsed;
  readonly #following = new Set<string>();
  #nodes = 0;

  constructor(source: Source, document: Document.Parsed) {
    this.#source = source;
    this.#document = document;
  }

  read(node: ParsedNode | null): Tree {
    this.#nodes += 1;
    if (this.#nodes === nodeLimit) this.#unsupported(this.#span(node), 'This file has too many values.');
    if (this.#nodes >= nodeLimit || node === null) return { kind: 'scalar', value: null, span: this.#span(node) };
    if (isAlias(node)) return this.#follow(node.source, this.#span(node));
    if (isMap(node)) {
      const entries = node.items.flatMap((pair) => this.#entry(pair));
      return { kind: 'map', entries, span: this.#span(node) };
    }
    if (isSeq(node)) return { kind: 'list', items: node.items.map((item) => this.read(item)), span: this.#span(node) };
    return this.#scalar(node);
  }

  #entry(pair: Pair<ParsedNode, ParsedNode | null>): MapEntry[] {
    const keySpan = this.#span(pair.key);
    if (!isScalar(pair.key) || pair.key.value === null || typeof pair.key.value === 'object') {
      this.#unsupported(keySpan, 'A key has to be a word.', 'Keys such as lists or mappings have no meaning here.');
      return [];
    }
    const key = String(pair.key.value);
    // An absent value has no place of its own: it is spoken of where its key stands.
    const value = pair.value === null || this.#isAbsent(pair.value) ? this.#absent(keySpan) : this.read(pair.value);
    return [{ key, keySpan, value }];
  }

  #isAbsent(node: ParsedNode): boolean {
    return isScalar(node) && node.value === null && node.range[0] === node.range[1];
  }

  #absent(span: Span): ScalarNode {
    return { kind: 'scalar', value: null, span };
  }

  #scalar(node: Scalar.Parsed): ScalarNode {
    const span = this.#span(node);
    const { value } = node;
    if (typeof value === 'string') {
      const lineStarts = this.#lineStarts(node, value, span);
      return { kind: 'scalar', value, span, ...(lineStarts ? { lineStarts } : {}) };
    }
    if (typeof value === 'number') return { kind: 'scalar', value, span, written: node.source };
    if (typeof value === 'boolean' || value === null) return { kind: 'scalar', value, span };
    this.#unsupported(span, 'This kind of value has no meaning in a course file.', 'Write it as text, in quotes.');
    return { kind: 'scalar', value: null, span };
  }

  #follow(anchor: string, span: Span): Tree {
    const target = this.#document.contents && findAnchor(this.#document, anchor);
    if (!target || this.#following.has(anchor)) {
      this.#unsupported(span, `The alias "*${anchor}" leads back to itself.`);
      return this.#absent(span);
    }
    this.#following.add(anchor);
    const tree = this.read(target);
    this.#following.delete(anchor);
    return tree;
  }

  /** Where each line of a text starts in the source, when its lines are written there as they are. */
  #lineStarts(node: Scalar.Parsed, value: string, span: Span): number[] | undefined {
    const { text } = this.#source;
    if (node.type === Scalar.PLAIN && text.startsWith(value, span.start)) return [span.start];
    if (node.type === Scalar.QUOTE_DOUBLE || node.type === Scalar.QUOTE_SINGLE) {
      return text.startsWith(value, span.start + 1) ? [span.start + 1] : undefined;
    }
    if (node.type !== Scalar.BLOCK_LITERAL) return undefined;
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

  #span(node: ParsedNode | null): Span {
    const [start, end] = node?.range ?? [0, 0];
    const { text, path } = this.#source;
    // The range of a block ends behind its last line break; a message should not point at the next line.
    return { file: path, start, end: Math.max(start, start + text.slice(start, end).trimEnd().length) };
  }

  #unsupported(span: Span, message: string, hint?: string): void {
    this.diagnostics.push(diagnose('yaml/unsupported', span, message, hint));
  }
}

function findAnchor(document: Document.Parsed, anchor: string): ParsedNode | undefined {
  let found: ParsedNode | undefined;
  const search = (node: unknown): void => {
    if (isMap(node))
      for (const pair of node.items) {
        search(pair.key);
        search(pair.value);
      }
    else if (isSeq(node)) for (const item of node.items) search(item);
    if ((isMap(node) || isSeq(node) || isScalar(node)) && node.anchor === anchor) found = node as ParsedNode;
  };
  search(document.contents);
  return found;
}

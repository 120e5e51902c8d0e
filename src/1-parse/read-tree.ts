import type { Code } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { quoted, quotingHint } from '../diagnostics/quoting.ts';
import { diagnose } from '../diagnostics/report.ts';
import type { Source, Span } from '../model/source.ts';
import type { MapEntry, ScalarNode, Tree } from '../model/tree.ts';
import { lineStartsOf } from './line-starts.ts';
import { commentInText, itemInText, lostCommand } from './lost-text.ts';
import { isAlias, isMap, isScalar, isSeq, type Pair, type ParsedNode, Scalar, type YAMLMap } from './yaml.ts';

/** More nodes than any lesson has: stops aliases that multiply. */
const nodeLimit = 100_000;

/** Reads composed YAML as a tree. What it reports leaves a tree that can be checked further. */
export class TreeReader {
  readonly diagnostics: Diagnostic[] = [];
  readonly #source: Source;
  readonly #anchors = new Map<string, ParsedNode>();
  readonly #used = new Set<string>();
  readonly #following: string[] = [];
  #nodes = 0;

  constructor(source: Source) {
    this.#source = source;
  }

  /** Errors: yaml/syntax, yaml/duplicate-key, yaml/unsupported, yaml/comment-in-text, yaml/tex-in-double-quotes. */
  readDocument(contents: ParsedNode): Tree {
    const tree = this.#read(contents);
    for (const [name, node] of this.#anchors) if (!this.#used.has(name)) this.#unusedAnchor(name, node);
    return tree;
  }

  #read(node: ParsedNode, isItem = false): Tree {
    const span = this.#span(node);
    this.#nodes += 1;
    if (this.#nodes === nodeLimit) {
      this.#report('yaml/unsupported', span, 'This file has far more values than a course file can have.');
    }
    if (this.#nodes >= nodeLimit) return { kind: 'scalar', value: null, span };
    if (isAlias(node)) return this.#follow(node.source, span);
    if (node.anchor !== undefined && this.#following.length === 0) this.#anchors.set(node.anchor, node);
    if (isMap(node)) return this.#map(node, span, isItem);
    if (isSeq(node)) return { kind: 'list', items: node.items.map((item) => this.#read(item, true)), span };
    return this.#scalar(node, span);
  }

  #map(node: YAMLMap.Parsed, span: Span, isItem: boolean): Tree {
    const entries = new Map<string, MapEntry>();
    for (const pair of node.items) {
      if (node.flow && !isWord(pair.key)) return this.#braces(span);
      const entry = this.#entry(pair);
      // Without a space after the dash, a list of items is a mapping: nothing more can be said of it.
      if (!entry && entries.size === 0 && isWord(pair.key) && /^-\S/.test(String(pair.key.value))) {
        return { kind: 'scalar', value: String(pair.key.value), span: this.#span(pair.key) };
      }
      if (!entry) continue;
      if (!entries.has(entry.key)) {
        entries.set(entry.key, entry);
        continue;
      }
      const isFirst = isItem && entries.keys().next().value === entry.key;
      this.#duplicate(entry, isFirst);
      // When the first field of an item comes again, another item begins there, and what follows belongs to it.
      if (isFirst) break;
    }
    return { kind: 'map', entries: [...entries.values()], span };
  }

  /** `{{ total }}`: fields without names. */
  #braces(span: Span): ScalarNode {
    const text = this.#source.text.slice(span.start, span.end);
    const message = 'A text cannot begin with { unless it is in quotes: YAML reads { as the beginning of fields.';
    this.#report('yaml/syntax', span, message, quotingHint(this.#line(span.start)));
    return { kind: 'scalar', value: text, span };
  }

  #entry(pair: Pair<ParsedNode, ParsedNode | null>): MapEntry | undefined {
    const keySpan = this.#span(pair.key);
    if (!isWord(pair.key)) {
      const hint = 'If it is a text, put it into quotes.';
      this.#report('yaml/unsupported', keySpan, 'The name of a field is a word, not a list or a mapping.', hint);
      return undefined;
    }
    const key = String(pair.key.value);
    if (this.#isNoName(key, keySpan)) return undefined;
    // An absent value has no place of its own: it is spoken of where its key stands.
    if (pair.value === null || (isAbsent(pair.value) && pair.value.anchor === undefined)) {
      const [colon = ''] = /^\s*:/.exec(this.#source.text.slice(keySpan.end)) ?? [];
      return {
        key,
        keySpan,
        value: this.#orComment({ kind: 'scalar', value: null, span: keySpan }, keySpan.end + colon.length),
      };
    }
    return { key, keySpan, value: this.#read(pair.value) };
  }

  /** Reports keys that YAML accepts and no field can have. */
  #isNoName(key: string, span: Span): boolean {
    if (key === '<<') {
      const message = 'Merging mappings with "<<" is not part of the YAML that course files are written in.';
      this.#report('yaml/unsupported', span, message, 'Write the fields out.');
    } else if (/^-\S/.test(key)) {
      this.#report('yaml/syntax', span, 'A space is missing after the dash.', `Write "- ${key.slice(1)}".`);
    } else if (key !== key.trim()) {
      const message = `The name of this field has a character before or after "${key.trim()}" that only looks like a space.`;
      this.#report('yaml/syntax', span, message, 'Delete the space and type it again.');
    } else return false;
    return true;
  }

  #scalar(node: Scalar.Parsed, span: Span): ScalarNode {
    const { value } = node;
    const written = this.#source.text.slice(span.start, span.end);
    if (isAbsent(node)) return this.#orComment({ kind: 'scalar', value: null, span }, span.end);
    if (typeof value === 'number') return { kind: 'scalar', value, span, written: node.source };
    if (typeof value === 'boolean' || value === null) return { kind: 'scalar', value, span };
    if (typeof value !== 'string') throw new Error(`The core schema has no values like ${String(value)}.`);
    const mark = /(?:^|[\s,[{:-])(!\s*)$/.exec(this.#source.text.slice(Math.max(0, span.start - 80), span.start))?.[1];
    if (mark !== undefined) return this.#exclamation(span, span.start - mark.length);
    if (node.type === Scalar.QUOTE_DOUBLE) {
      const lost = lostCommand(written);
      if (lost) return this.#lostCommand(written, lost, span);
    }
    const lineStarts = lineStartsOf(node, value, span, this.#source.text);
    const scalar: ScalarNode = { kind: 'scalar', value, span, ...(lineStarts ? { lineStarts } : {}) };
    if (node.type !== Scalar.PLAIN) return scalar;
    const item = itemInText(written);
    if (item) {
      const place = { ...span, start: span.start + item.start, end: span.start + item.end };
      const message = 'This line goes on with the text above it, because it is indented deeper than that item.';
      const hint = 'Align the "-" with those of the other items. If it is text, put the whole text into quotes.';
      this.#report('yaml/item-in-text', place, message, hint);
    }
    return this.#orComment(scalar, span.end);
  }

  /** `title: ! first`: a lone exclamation mark is a tag that does nothing, and would be lost. */
  #exclamation(span: Span, start: number): ScalarNode {
    const text = this.#line(start);
    const message = 'A text cannot begin with ! unless it is in quotes: YAML reads ! as a tag.';
    this.#report('yaml/syntax', { ...span, start, end: start + text.length }, message, quotingHint(text));
    return { kind: 'scalar', value: text, span };
  }

  #lostCommand(written: string, { command, at }: { command: string; at: number }, span: Span): ScalarNode {
    const place = { ...span, start: span.start + at, end: span.start + at + command.length };
    const sequence = command.slice(0, 2);
    const message = `In double quotes "${command}" loses its backslash: "${sequence}" stands for another character there.`;
    const text = written.slice(1, -1);
    const isShort = text.length <= 60 && !/["\n]/.test(text);
    const hint = `Put the text into single quotes${isShort ? `: ${quoted(text)}` : ''}.`;
    this.#report('yaml/tex-in-double-quotes', place, message, hint);
    return { kind: 'scalar', value: text, span };
  }

  /** Reports a comment that cuts a text short, as in `title: Room #5`, and gives the whole text. */
  #orComment(node: ScalarNode, end: number): ScalarNode {
    const { text, path } = this.#source;
    const found = commentInText(text.slice(end, text.indexOf('\n', end) < 0 ? undefined : text.indexOf('\n', end)));
    if (!found) return node;
    const start = end + found.at;
    const whole = `${node.value === null ? '' : text.slice(node.span.start, start)}${found.comment}`;
    const message = `"${found.comment}" is a comment to YAML, because there is a space before the "#": it would be lost.`;
    const hint = `${quotingHint(whole)} If it is a comment, put a space after the "#".`;
    this.#report('yaml/comment-in-text', { file: path, start, end: start + found.comment.length }, message, hint);
    return { ...node, value: whole };
  }

  #follow(name: string, span: Span): Tree {
    const target = this.#anchors.get(name);
    this.#used.add(name);
    if (target && !this.#following.includes(name)) {
      this.#following.push(name);
      const tree = this.#read(target);
      this.#following.pop();
      return tree;
    }
    const text = this.#line(span.start);
    if (target) this.#report('yaml/unsupported', span, `"*${name}" stands for a value that it is part of.`);
    else {
      const message = `YAML reads "*${name}" as a reference to another value, and no value has the name "${name}".`;
      this.#report('yaml/syntax', span, message, quotingHint(text));
    }
    return { kind: 'scalar', value: text, span };
  }

  /** A name that nothing refers to is no name: the text was meant to begin with "&". */
  #unusedAnchor(name: string, node: ParsedNode): void {
    if (!isScalar(node)) return;
    const start = this.#source.text.lastIndexOf(`&${name}`, node.range[0]);
    const span = { ...this.#span(node), start, end: start + name.length + 1 };
    const message = `YAML reads "&${name}" as a name for the value, which nothing refers to: it would be lost.`;
    this.#report('yaml/syntax', span, message, quotingHint(this.#line(start)));
  }

  #duplicate({ key, keySpan }: MapEntry, isFirst: boolean): void {
    const hint = isFirst
      ? 'Keep one of the two. If another item of the list begins here, it needs a "- ".'
      : 'Keep one of the two.';
    this.#report('yaml/duplicate-key', keySpan, `The field "${key}" is written twice.`, hint);
  }

  /** The text from an offset to the end of its line, or to a bracket that has been opened before. */
  #line(start: number): string {
    const [line = ''] = /^.*/.exec(this.#source.text.slice(start)) ?? [];
    const [entry = ''] = /^[^,\]}]*/.exec(line) ?? [];
    const isInBrackets = /[\]}]/.test(line) && !/[[{]/.test(line);
    return (isInBrackets ? entry : line).trimEnd();
  }

  #span(node: ParsedNode | null): Span {
    const [start, end] = node?.range ?? [0, 0];
    const { text, path } = this.#source;
    // The range of a block ends behind its last line break; a message should not point at the next line.
    return { file: path, start, end: Math.max(start, start + text.slice(start, end).trimEnd().length) };
  }

  #report(code: Code, span: Span, message: string, hint?: string): void {
    this.diagnostics.push(diagnose(code, span, message, hint));
  }
}

const isWord = (key: ParsedNode): key is Scalar.Parsed => isScalar(key) && key.value !== null;
const isAbsent = (node: ParsedNode): boolean =>
  isScalar(node) && node.value === null && node.range[0] === node.range[1];

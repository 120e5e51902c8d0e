import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { diagnose } from '../diagnostics/report.ts';
import type { Span } from '../model/source.ts';
import type { Alignment, Block, Inline } from '../model/text.ts';
import type { ScalarNode } from '../model/tree.ts';
import { InlineBuilder } from './inline.ts';
import { blockTokens, inlineTokens, surplusOf, type Token } from './markdown.ts';
import { Place } from './place.ts';

interface Read<T> {
  readonly content: T;
  readonly diagnostics: readonly Diagnostic[];
}

/** A text without white space at its ends; no-break spaces and their like are meant, and stay. */
export function trimmed(text: string): string {
  return text.replaceAll(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
}

/** Reads a field of `format: inline`. Errors: link/unsupported, image/missing-alt; warning: text/html-as-text. */
export function readInline(node: ScalarNode): Read<readonly Inline[]> {
  const builder = new InlineBuilder(new Place(node));
  const content = builder.build(inlineTokens(trimmed(String(node.value ?? ''))));
  return { content, diagnostics: builder.diagnostics };
}

/** Reads a field of `format: markdown`. Errors: as for inline text, and code/highlight-out-of-range. */
export function readBlocks(node: ScalarNode): Read<readonly Block[]> {
  const reader = new BlockReader(node);
  return { content: reader.read(blockTokens(String(node.value ?? ''))), diagnostics: reader.diagnostics };
}

class BlockReader {
  readonly diagnostics: Diagnostic[] = [];
  readonly #place: Place;

  constructor(node: ScalarNode) {
    this.#place = new Place(node);
  }

  read(tokens: readonly Token[]): readonly Block[] {
    const blocks: Block[] = [];
    for (let at = 0; at < tokens.length; ) {
      const token = tokens[at] as Token;
      const end = token.nesting === 1 ? closing(tokens, at) : at;
      const block = this.#block(token, tokens.slice(at + 1, end));
      if (block) blocks.push(block);
      at = end + 1;
    }
    return blocks;
  }

  #block(token: Token, inside: readonly Token[]): Block | undefined {
    switch (token.type) {
      case 'paragraph_open':
        return paragraph(this.#inline(inside));
      case 'heading_open':
        // The slide's own heading is a level 2: what stands in a body is below it.
        return { kind: 'heading', level: Math.max(3, Number(token.tag.slice(1))), children: this.#inline(inside) };
      case 'bullet_list_open':
        return { kind: 'list', ...this.#items(inside) };
      case 'ordered_list_open':
        return { kind: 'list', start: Number(token.attrGet('start') ?? 1), ...this.#items(inside) };
      case 'blockquote_open':
        return { kind: 'quote', blocks: this.read(inside) };
      case 'fence':
        return this.#code(token);
      case 'formula_block': {
        const tex = token.content.trim();
        return { kind: 'formula', tex, ...this.#place.findLines(tex) };
      }
      case 'table_open':
        return this.#table(inside);
      case 'hr':
        return { kind: 'rule' };
      default:
        throw new Error(`Markdown made a token that is not provided for: ${token.type}`);
    }
  }

  #inline(tokens: readonly Token[]): readonly Inline[] {
    const builder = new InlineBuilder(this.#place);
    const content = builder.build(tokens.flatMap((token) => token.children ?? []));
    this.diagnostics.push(...builder.diagnostics);
    return content;
  }

  #items(tokens: readonly Token[]) {
    const tight = tokens.some((token) => token.type === 'paragraph_open' && token.hidden);
    const items: (readonly Block[])[] = [];
    for (let at = 0; at < tokens.length; ) {
      const end = closing(tokens, at);
      items.push(this.read(tokens.slice(at + 1, end)));
      at = end + 1;
    }
    return { tight, items };
  }

  #code(token: Token): Block {
    const [, language = '', rest = ''] = /^([^\s{]*)\s*(.*)$/s.exec(token.info.trim()) ?? [];
    const [braces, lines = ''] = /\{([\d,\s-]*)\}/.exec(rest) ?? [];
    const highlight = lines.replaceAll(/\s/g, '');
    const text = token.content.replace(/\n$/, '');
    // The language is what can be wrong with code; with a diagram it is what it begins with.
    const isNamed = language !== '' && language !== 'mermaid';
    const span = this.#place.find(isNamed ? language : text.trimStart());
    const unread = rest.replace(/\{[\d,\s-]*\}/, '').trim();
    if (unread !== '') {
      const message = `"${unread}" after the language of a code block has no meaning.`;
      const hint = 'Lines to point out are written in braces, as in ```python {2,4-6}.';
      this.diagnostics.push(diagnose('field/wrong-value', this.#place.find(unread), message, hint));
    }
    const marked = braces === undefined ? span : this.#place.find(braces);
    this.diagnostics.push(...checkHighlight(highlight, text, marked));
    return { kind: 'code', language, text, highlight, span };
  }

  #table(tokens: readonly Token[]): Block {
    const align: Alignment[] = [];
    const rows: (readonly Inline[])[][] = [];
    let head: (readonly Inline[])[] = [];
    tokens.forEach((token, at) => {
      if (token.type === 'tr_open') rows.push([]);
      if (token.type === 'tr_close') this.#checkSurplus(surplusOf(token), align.length);
      if (token.type !== 'th_open' && token.type !== 'td_open') return;
      if (token.type === 'th_open') align.push(alignmentOf(token));
      rows.at(-1)?.push(this.#inline(tokens.slice(at + 1, closing(tokens, at))));
    });
    head = rows.shift() ?? [];
    return { kind: 'table', align, head, rows };
  }

  #checkSurplus(cells: readonly string[], columns: number): void {
    const [first] = cells;
    if (first === undefined) return;
    const message = `This row has a cell "${first}" beyond the ${columns} columns of the table.`;
    const hint = 'Add a column to the head of the table. A bar within a cell is written as \\|.';
    this.diagnostics.push(diagnose('field/wrong-value', this.#place.find(first), message, hint));
  }
}

/** A formula that is set off, and alone in its paragraph, is a block. */
function paragraph(children: readonly Inline[]): Block {
  const [only, ...others] = children;
  if (only?.kind !== 'formula' || !only.display || others.length > 0) return { kind: 'paragraph', children };
  return { kind: 'formula', tex: only.tex, span: only.span };
}

/** Checks that lines to point out exist; `first` is the number of the first one. Errors: code/highlight-out-of-range. */
export function checkHighlight(highlight: string, code: string, span: Span, first = 1): Diagnostic[] {
  const lines = code.split('\n').length;
  const last = first + lines - 1;
  const beyond = highlight
    .split(/[,-]/)
    .filter((number) => number !== '')
    .map(Number)
    .find((number) => number < first || number > last);
  const [backwards, from, to] =
    [...highlight.matchAll(/(\d+)-(\d+)/g)].find(([, first, last]) => Number(first) > Number(last)) ?? [];
  if (beyond === undefined && backwards === undefined) return [];
  if (beyond === undefined) {
    const message = `The lines ${backwards} run backwards.`;
    return [diagnose('code/highlight-out-of-range', span, message, `Write "${to}-${from}".`)];
  }
  if (first > 1) {
    const message = `Line ${beyond} cannot be highlighted: of the file the lines ${first} to ${last} are shown.`;
    return [diagnose('code/highlight-out-of-range', span, message, 'Lines count as in the file.')];
  }
  const message = `Line ${beyond} cannot be highlighted: the code has ${lines} line${lines === 1 ? '' : 's'}.`;
  return [diagnose('code/highlight-out-of-range', span, message, 'Lines count from 1.')];
}

function alignmentOf(token: Token): Alignment {
  const [, align] = /text-align:(left|center|right)/.exec(String(token.attrGet('style') ?? '')) ?? [];
  return (align as Alignment | undefined) ?? 'none';
}

/** The index of the token that closes the one at `open`. */
function closing(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let at = open; at < tokens.length; at += 1) {
    depth += tokens[at]?.nesting ?? 0;
    if (depth === 0) return at;
  }
  return tokens.length;
}

import MarkdownIt, { type StateBlock, type Token } from 'markdown-it';
import { scanFormula } from './formula.ts';
import { surplusCells } from './surplus-cells.ts';

/**
 * The Markdown that authors write: CommonMark with tables, ~~strikethrough~~, bare links, `$formulas$` and line breaks
 * kept. Left out is what would swallow or move text: link definitions, indented code, underlined headings, HTML blocks.
 */
const parser = new MarkdownIt('commonmark', { breaks: true, linkify: true, html: true })
  .enable(['table', 'strikethrough', 'linkify'])
  .disable(['reference', 'code', 'lheading', 'html_block']);
// What a deck cannot link to is no link but text.
parser.linkify.set({ fuzzyLink: false }).add('//', null).add('ftp:', null);
// Where a link may lead is judged later, with a message: the parser would show a refused one as text.
parser.validateLink = () => true;

parser.inline.ruler.after('escape', 'formula', (state, silent) => {
  const found = scanFormula(state.src, state.pos);
  if (!found) return false;
  if (!silent) {
    const token = state.push('formula_inline', 'math', 0);
    token.content = found.tex;
    token.markup = found.display ? '$$' : '$';
  }
  state.pos = found.end;
  return true;
});

parser.block.ruler.before(
  'fence',
  'formula',
  (state, startLine, endLine, silent) => {
    if (lineOf(state, startLine).trim() !== '$$') return false;
    let line = startLine + 1;
    while (line < endLine && isInside(state, line) && lineOf(state, line).trim() !== '$$') line += 1;
    if (line >= endLine || !isInside(state, line)) return false;
    if (silent) return true;
    const token = state.push('formula_block', 'math', 0);
    token.content = state.getLines(startLine + 1, line, state.sCount[startLine] ?? 0, false);
    token.map = [startLine, line + 1];
    state.line = line + 1;
    return true;
  },
  { alt: ['paragraph', 'blockquote', 'list'] },
);

// `<std::string>` looks like an address, but is none that a deck could link to.
const readAutolink = ruleNamed('autolink', parser.inline.ruler.getRules(''));
parser.inline.ruler.at('autolink', (state, silent) => {
  const scheme = /^<([a-z][a-z0-9+.-]*):/i.exec(state.src.slice(state.pos, state.pos + 40))?.[1];
  return (scheme === undefined || /^(https?|mailto|tel)$/i.test(scheme)) && readAutolink(state, silent);
});

const readTable = ruleNamed('table', parser.block.ruler.getRules(''));
parser.block.ruler.at(
  'table',
  (state, startLine, endLine, silent) => {
    const before = state.tokens.length;
    if (!readTable(state, startLine, endLine, silent)) return false;
    const table = state.tokens.slice(before);
    const columns = table.filter(({ type }) => type === 'th_open').length;
    let row = '';
    for (const token of table) {
      const line = token.map?.[0] ?? startLine;
      if (token.type === 'tr_open') row = lineOf(state, line);
      if (token.type === 'tr_close') token.meta = { surplus: surplusCells(row, columns) };
    }
    return true;
  },
  { alt: ['paragraph', 'reference'] },
);

/** Cells of a table row, by its `tr_close`, beyond its columns, which are in no token. */
export function surplusOf(token: Token): readonly string[] {
  return (token.meta as { readonly surplus?: readonly string[] } | null)?.surplus ?? [];
}

/** A rule of markdown-it itself, to build upon. */
function ruleNamed<T extends (...args: never[]) => boolean>(wanted: string, rules: readonly T[]): T {
  const rule = rules.find(({ name }) => name === wanted);
  if (!rule) throw new Error(`markdown-it has no rule called "${wanted}".`);
  return rule;
}

/** A line without what stands before its list, quote or table. */
function lineOf({ src, bMarks, tShift, eMarks }: StateBlock, line: number): string {
  return src.slice((bMarks[line] ?? 0) + (tShift[line] ?? 0), eMarks[line]);
}

/** Whether a line belongs to the list entry that is being read. */
function isInside({ sCount, blkIndent, bMarks, tShift, eMarks }: StateBlock, line: number): boolean {
  const isBlank = (bMarks[line] ?? 0) + (tShift[line] ?? 0) >= (eMarks[line] ?? 0);
  return isBlank || (sCount[line] ?? 0) >= blkIndent;
}

/** Tokens of a text of several blocks. */
export function blockTokens(text: string): readonly Token[] {
  return parser.parse(text, {});
}

/** Tokens of a text of one line; line breaks in it stay line breaks. */
export function inlineTokens(text: string): readonly Token[] {
  return parser.parseInline(text, {})[0]?.children ?? [];
}

export type { Token };

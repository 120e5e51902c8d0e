import MarkdownIt, { type Token } from 'markdown-it';
import { scanFormula } from './formula.ts';

/**
 * The Markdown that authors write: CommonMark with tables, ~~strikethrough~~, bare links, `$formulas$` and line breaks
 * kept. Left out is what would swallow or move text: link definitions, indented code, underlined headings, HTML blocks.
 */
const parser = new MarkdownIt('commonmark', { breaks: true, linkify: true, html: true })
  .enable(['table', 'strikethrough', 'linkify'])
  .disable(['reference', 'code', 'lheading', 'html_block']);
parser.linkify.set({ fuzzyLink: false });

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
    const textOfLine = (line: number): string =>
      state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);
    if (textOfLine(startLine).trim() !== '$$') return false;
    let line = startLine + 1;
    while (line < endLine && textOfLine(line).trim() !== '$$') line += 1;
    if (line >= endLine) return false;
    if (silent) return true;
    const token = state.push('formula_block', 'math', 0);
    token.content = state.getLines(startLine + 1, line, state.sCount[startLine] ?? 0, false);
    token.map = [startLine, line + 1];
    state.line = line + 1;
    return true;
  },
  { alt: ['paragraph', 'blockquote', 'list'] },
);

/** Tokens of a text of several blocks. */
export function blockTokens(text: string): readonly Token[] {
  return parser.parse(text, {});
}

/** Tokens of a text of one line; line breaks in it stay line breaks. */
export function inlineTokens(text: string): readonly Token[] {
  return parser.parseInline(text, {})[0]?.children ?? [];
}

export type { Token };

import type { Alignment, Block, CodeBlock } from '../model/text.ts';
import type { Embeds } from './embeds.ts';
import { encodeInline, withoutDollars } from './encode-inline.ts';

/** How lists are written: with `reveal` their items come one by one. Marp reads `*` and `1)` as that. */
export interface ListMarks {
  readonly bullet: '-' | '*';
  readonly ordinal: '.' | ')';
}

export function listMarks(reveal: boolean): ListMarks {
  return reveal ? { bullet: '*', ordinal: ')' } : { bullet: '-', ordinal: '.' };
}

/** Writes blocks as Marp Markdown that reads back as the same blocks. Formulas and code are added to `embeds`. */
export function encodeBlocks(blocks: readonly Block[], marks: ListMarks, embeds: Embeds): string {
  return blocks
    .map((block, at) => {
      const text = encodeBlock(block, marks, embeds);
      // Two lists in a row would become one.
      const apart = block.kind === 'list' && blocks[at - 1]?.kind === 'list' ? '<!-- -->\n\n' : '';
      return apart + text;
    })
    .join('\n\n');
}

function encodeBlock(block: Block, marks: ListMarks, embeds: Embeds): string {
  switch (block.kind) {
    case 'paragraph':
      return encodeInline(block.children, embeds);
    case 'heading':
      return `${'#'.repeat(block.level)} ${encodeInline(block.children, embeds)}`;
    case 'list':
      return encodeList(block, marks, embeds);
    case 'quote':
      return quoted(encodeBlocks(block.blocks, listMarks(false), embeds));
    case 'code':
      return encodeFence(block, embeds);
    case 'formula':
      embeds.add({
        kind: 'formula',
        text: block.tex,
        language: '',
        display: true,
        span: block.span,
        ...(block.lines ? { lines: block.lines } : {}),
      });
      return `$$\n${withoutDollars(block.tex)}\n$$`;
    case 'table':
      return encodeTable(block, embeds);
    case 'rule':
      // As HTML, because three hyphens would begin a new slide.
      return '<hr />';
  }
}

function encodeList(list: Block & { kind: 'list' }, marks: ListMarks, embeds: Embeds): string {
  const items = list.items.map((item, at) => {
    const mark = list.start === undefined ? `${marks.bullet} ` : `${ordinal(list.start + at)}${marks.ordinal} `;
    const [first, ...rest] = item;
    // Only the items of the list itself are revealed, not those of a list inside.
    const inner = listMarks(false);
    const tight = list.tight && first?.kind === 'paragraph' && rest[0]?.kind === 'list' && (rest[0].start ?? 1) === 1;
    const text = tight
      ? [encodeBlocks([first], inner, embeds), encodeBlocks(rest, inner, embeds)].join('\n')
      : encodeBlocks(item, inner, embeds);
    return mark + indent(text, mark.length);
  });
  return items.join(list.tight ? '\n' : '\n\n');
}

/** Only the first number of a list counts. Source: CommonMark 0.31, section 5.2: a number has at most nine digits. */
const ordinal = (number: number): number => Math.min(number, 999_999_999);

/** Indents all lines but the first. */
function indent(text: string, columns: number): string {
  return text.replaceAll(/\n(?=[^\n])/g, `\n${' '.repeat(columns)}`);
}

function quoted(text: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');
}

/**
 * Writes a code block, fenced by more backticks than the code has in a row. What is no name of a language and no list of
 * lines is left out here; the engine and the check of fields report it.
 */
export function encodeFence(code: CodeBlock, embeds: Embeds): string {
  const { language, text, highlight, firstLine, span } = code;
  const kind = language === 'mermaid' ? 'diagram' : 'code';
  embeds.add({ kind, text, language, display: true, span });
  const lines = highlight.replaceAll(/[^\d,-]/g, '');
  const info = [
    language.replaceAll(/[\s`]/g, ''),
    lines === '' ? '' : `{${lines}}`,
    firstLine === undefined ? '' : `numbers=${firstLine}`,
  ].filter((part) => part !== '');
  return fenced(text, info.join(' '));
}

/** A text between fences, with more backticks than it has in a row itself. */
export function fenced(text: string, info: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${info}\n${text}\n${fence}`;
}

const rulers: Readonly<Record<Alignment, string>> = { none: '---', left: ':---', center: ':---:', right: '---:' };

function encodeTable(table: Block & { kind: 'table' }, embeds: Embeds): string {
  const cells = (row: (typeof table)['head']): string =>
    // In a formula a bar cannot be an entity: the table takes the backslash away again.
    row.map((cell) => encodeInline(cell, embeds).replaceAll('|', '\\|')).join(' | ');
  const head = `| ${cells(table.head)} |`;
  const ruler = `| ${table.align.map((align) => rulers[align]).join(' | ')} |`;
  return [head, ruler, ...table.rows.map((row) => `| ${cells(row)} |`)].join('\n');
}

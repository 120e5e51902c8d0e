import { describe, expect, it } from 'vitest';
import { readBlocks, readInline } from '../../src/3-resolve/blocks.ts';
import type { Block, Inline } from '../../src/model/text.ts';
import type { ScalarNode } from '../../src/model/tree.ts';

const scalar = (value: string): ScalarNode => ({
  kind: 'scalar',
  value,
  span: { file: 'lesson.yaml', start: 0, end: value.length },
});
const inline = (text: string) => readInline(scalar(text));
const blocks = (text: string) => readBlocks(scalar(text));
const codes = ({ diagnostics }: { readonly diagnostics: readonly { readonly code: string }[] }) =>
  diagnostics.map(({ code }) => code);

/** Inline content as a short text: `<strong>a</strong>`, with text as it is. */
function short(inlines: readonly Inline[]): string {
  return inlines
    .map((piece) => {
      switch (piece.kind) {
        case 'text':
          return piece.text;
        case 'strong':
        case 'emphasis':
        case 'strike':
          return `<${piece.kind}>${short(piece.children)}</${piece.kind}>`;
        case 'element':
          return `<${piece.tag}>${short(piece.children)}</${piece.tag}>`;
        case 'link':
          return `<link ${piece.href}${piece.title === '' ? '' : ` "${piece.title}"`}>${short(piece.children)}</link>`;
        case 'image':
          return `<image ${piece.path}: ${piece.alt}>`;
        case 'code':
          return `<code>${piece.text}</code>`;
        case 'formula':
          return `<${piece.display ? 'display' : 'formula'} ${piece.tex}>`;
        default:
          return '<break>';
      }
    })
    .join('');
}

describe('inline text', () => {
  it.each([
    ['**a** *b* ~~c~~ `d`', '<strong>a</strong> <emphasis>b</emphasis> <strike>c</strike> <code>d</code>'],
    ['a\nb', 'a<break>b'],
    ['a <br> b<br/>c', 'a <break> b<break>c'],
    ['H<sub>2</sub>O, <kbd>Ctrl</kbd>', 'H<sub>2</sub>O, <kbd>Ctrl</kbd>'],
    ['<B>a <i>b</i></B>', '<b>a <i>b</i></b>'],
    ['<b>a *b* c</b>', '<b>a <emphasis>b</emphasis> c</b>'],
    ['[a *b*](https://a.b "t")', '<link https://a.b "t">a <emphasis>b</emphasis></link>'],
    [
      '<https://a.b> https://c.d/ä a@b.cd',
      '<link https://a.b>https://a.b</link> <link https://c.d/%C3%A4>https://c.d/ä</link> <link mailto:a@b.cd>a@b.cd</link>',
    ],
    ['![a *b*  `c`](figures/ä%20b.png)', '<image figures/ä b.png: a b  c>'],
    ['$x$ costs $5, $$y$$ too', '<formula x> costs $5, <display y> too'],
    ['&copy; &amp;lt; &#65;', '© &lt; A'],
    ['# a, - b, 1. c, > d', '# a, - b, 1. c, > d'],
    ['a.b www.a.b //a.b ftp://a.b', 'a.b www.a.b //a.b ftp://a.b'],
  ])('%j', (text, expected) => {
    const read = inline(text);
    expect(short(read.content)).toBe(expected);
    expect(codes(read)).toEqual([]);
  });

  // What is shown as text looks like an element in this short form, so it is told by what is reported.
  it.each([
    ['<b>a', ['text/html-as-text']],
    ['a</b>', ['text/html-as-text']],
    ['<b>a *b</b> c*', ['text/html-as-text']],
    ['<b><i>a</b></i>', ['text/html-as-text']],
    ['<b class="x">a</b>', ['text/html-as-text']],
    ['<script>x</script>', ['text/html-as-text']],
    ['vector<int> a <- b', []],
    ['map<std::string> <foo:bar>', []],
    ['<!-- class: x -->', []],
  ])('shows what it does not accept: %j', (text, found) => {
    const read = inline(text);
    expect(short(read.content).replaceAll(/<\/?emphasis>/g, '*')).toBe(text);
    expect([...new Set(codes(read))]).toEqual(found);
  });

  it.each(['[a](b.html)', '[a](javascript:x)', '[a](file:///x)', '[a](../b)'])('has no link to %s', (text) => {
    expect(codes(inline(text))).toEqual(['link/unsupported']);
  });
});

const kinds = (content: readonly Block[]) => content.map(({ kind }) => kind);

describe('a text of blocks', () => {
  it('has all kinds of them', () => {
    const { content, diagnostics } = blocks(
      ['para', '# heading', '- a', '1. b', '> c', '```sql {1}\nd\n```', '$$\ne\n$$', '| f |\n|---|\n| g |', '---'].join(
        '\n\n',
      ),
    );
    expect(kinds(content)).toEqual([
      'paragraph',
      'heading',
      'list',
      'list',
      'quote',
      'code',
      'formula',
      'table',
      'rule',
    ]);
    expect(diagnostics).toEqual([]);
  });

  it('begins with headings of the third level: the slide has its own above them', () => {
    const { content } = blocks('# a\n\n## b\n\n#### c');
    expect(content.map((block) => block.kind === 'heading' && block.level)).toEqual([3, 3, 4]);
  });

  it('makes a block of a formula that is set off, alone in its paragraph', () => {
    expect(kinds(blocks('$$x$$\n\na\n\n$$\ny\n$$\n\na $$z$$').content)).toEqual([
      'formula',
      'paragraph',
      'formula',
      'paragraph',
    ]);
  });

  it('does not let a formula run on beyond its list entry or quote', () => {
    expect(kinds(blocks('- $$\n  x\n\nfoo\n$$').content)).toEqual(['list', 'paragraph']);
    expect(kinds(blocks('> $$\n> x\n\nfoo\n$$').content)).toEqual(['quote', 'paragraph']);
  });

  it('keeps what other dialects would take away: link definitions, indented code, underlined headings', () => {
    expect(kinds(blocks('[x]: y').content)).toEqual(['paragraph']);
    expect(kinds(blocks('    four spaces').content)).toEqual(['paragraph']);
    expect(kinds(blocks('a\n===').content)).toEqual(['paragraph']);
    expect(kinds(blocks('a\n---').content)).toEqual(['paragraph', 'rule']);
    expect(kinds(blocks('<div>\n\na\n\n</div>').content)).toEqual(['paragraph', 'paragraph', 'paragraph']);
  });

  it('reads code exactly, with its language and the lines to point out', () => {
    const [code] = blocks('````python  { 1, 3-4 }\n\n\tx\n```\n  y \n\n````').content;
    expect(code).toMatchObject({ kind: 'code', language: 'python', text: '\n\tx\n```\n  y \n', highlight: '1,3-4' });
  });

  it('reads a table with its alignment', () => {
    const [table] = blocks('| a | b | c | d |\n|---|:--|--:|:-:|\n| 1 \\| 2 | `x` |').content;
    expect(table).toMatchObject({ kind: 'table', align: ['none', 'left', 'right', 'center'] });
    const rows = table?.kind === 'table' ? table.rows : [];
    expect(rows.map((row) => row.map(short))).toEqual([['1 | 2', '<code>x</code>', '', '']]);
  });

  it.each([
    ['| a |\n|---|\n| 1 | 2 |', 1],
    ['a | b\n---|---\n1 | 2 | 3\n4 | 5 | 6', 2],
    ['> | a |\n> |---|\n> | 1 | 2 |', 1],
    ['- | a |\n  |---|\n  | 1 | 2 |', 1],
    ['| a |\n|---|\n| 1 | |', 0],
    ['| a |\n|---|\n| 1 \\| 2 |', 0],
    ['| a | b |\n|---|---|\n| 1 |', 0],
  ])('does not lose a cell beyond the columns without a word: %j', (text, count) => {
    expect(codes(blocks(text))).toEqual(Array.from({ length: count }, () => 'field/wrong-value'));
  });
});

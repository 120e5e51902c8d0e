import { describe, expect, it } from 'vitest';
import { readBlocks, readInline } from '../../src/3-resolve/blocks.ts';
import { Embeds } from '../../src/4-expand/embeds.ts';
import { encodeBlocks, encodeFence, listMarks } from '../../src/4-expand/encode-blocks.ts';
import { encodeInline } from '../../src/4-expand/encode-inline.ts';
import { encodeAttribute, encodeLine, encodePath, encodeText } from '../../src/4-expand/encode-text.ts';
import { expandFragment } from '../../src/4-expand/fragment.ts';
import type { Embed } from '../../src/model/rendered.ts';
import type { ScalarNode } from '../../src/model/tree.ts';

const span = { file: 'lesson.yaml', start: 0, end: 0 };
const scalar = (value: string): ScalarNode => ({ kind: 'scalar', value, span });

function inline(text: string): string {
  return encodeInline(readInline(scalar(text)).content, new Embeds());
}

function blocks(text: string, reveal = false): string {
  return encodeBlocks(readBlocks(scalar(text)).content, listMarks(reveal), new Embeds());
}

describe('text', () => {
  it('has an entity for each character that could mean something', () => {
    expect(encodeText('a_b *c* <d> & "e" `f` [g] $h$ ~i~ |j| \\k #l')).toBe(
      'a&#95;b &#42;c&#42; &lt;d&gt; &amp; &quot;e&quot; &#96;f&#96; &#91;g&#93; &#36;h&#36; &#126;i&#126; &#124;j&#124; &#92;k &#35;l',
    );
    expect(encodeText("-+=.:!?(){}'%^@,;/ äß漢🤖")).toBe("-+=.:!?(){}'%^@,;/ äß漢🤖");
  });

  it('is one line, with spaces other than the plain one kept', () => {
    expect(encodeText('a \t\r\n b\u00a0\u2003c\u2028d')).toBe('a b\u00a0\u2003c\u2028d');
  });

  it.each([
    ['- a', '&#45; a'],
    ['+', '&#43;'],
    ['=== ', '&#61;=='],
    ['12. a', '12&#46; a'],
    ['1) a', '1&#41; a'],
    ['2024 was', '2024 was'],
    ['2024-05-01, 12:30', '2024-05-01, 12:30'],
    ['… a', '… a'],
    [': a', '&#58; a'],
    ['  a', 'a'],
    ['\u00a0a\u2003', '&#160;a&#8195;'],
  ])('can be all of a line: %j', (text, line) => {
    expect(encodeLine(text)).toBe(line);
  });

  it('is safe in an attribute, also where Marp changes white space', () => {
    expect(encodeAttribute('a" onload="x\n\u00a0\u2028')).toBe('a&quot; onload=&quot;x &#160;&#8232;');
    expect(encodePath('figures/ä b#1%.png')).toBe('figures/%C3%A4%20b%231%25.png');
  });
});

describe('inline content', () => {
  it.each([
    ['**a** and *b c*, ~~d~~.', '**a** and *b c*, ~~d~~.'],
    ['(**a**)', '(**a**)'],
    ['x**a**y', 'x<strong>a</strong>y'],
    ['**a!** b', '<strong>a!</strong> b'],
    ['**a *b* c**', '<strong>a *b* c</strong>'],
    ['***a***', '<em>**a**</em>'],
    ['a<sub>2</sub>', 'a<sub>2</sub>'],
    ['`a` `` b`c ``', '`a` <code>b&#96;c</code>'],
    ['a<br>b', 'a<br />b'],
    ['<br>', '<br /><!-- -->'],
    ['![a "b"](x.png "t")', '<img src="x.png" alt="a &quot;b&quot;" title="t" /><!-- -->'],
    ['[a](https://b.c/?d=1&e="f"`g "t")', '[a](<https://b.c/?d=1&amp;e=%22f%22%60g> "t")'],
    ['oh\\![a](https://b.c)', 'oh&#33;[a](<https://b.c>)'],
    ['$a$ $b$', '$a$ $b$'],
    ['$a$&#53;', '$a$&#53;'],
    ['a $$b$$', 'a $\\displaystyle b$'],
    ['$$\\text{if $a$ or \\$5}$$', '$\\displaystyle \\text{if \\(a\\) or \\$5}$'],
  ])('%j', (text, expected) => {
    expect(inline(text)).toBe(expected);
  });
});

describe('blocks', () => {
  it.each([
    ['# a', '### a'],
    ['a\nb\n\nc', 'a<br />b\n\nc'],
    ['- a\n- b\n  - c', '- a\n- b\n  - c'],
    ['- a\n\n- b', '- a\n\n- b'],
    ['3. a\n4. b', '3. a\n4. b'],
    ['- a\n\n  b\n\n  ```\n  c\n   d\n  ```', '- a\n\n  b\n\n  ```\n  c\n   d\n  ```'],
    ['- a\n\n* b', '- a\n\n<!-- -->\n\n- b'],
    ['> a\n>\n> > b', '> a\n>\n> > b'],
    ['---', '<hr />'],
    ['$$\nx\n$$', '$$\nx\n$$'],
    ['$$x$$', '$$\nx\n$$'],
    ['| a | b |\n|:--|--:|\n| $\\|c\\|$ | \\| |', '| a | b |\n| :--- | ---: |\n| $\\|c\\|$ | &#124; |'],
  ])('%j', (text, expected) => {
    expect(blocks(text)).toBe(expected);
  });

  it('come one by one only when asked for, and only in the outermost lists', () => {
    expect(blocks('- a\n  - b\n\n1. c\n\n> - d', true)).toBe('* a\n  - b\n\n<!-- -->\n\n1) c\n\n> - d');
  });

  it('have no list number beyond nine digits', () => {
    expect(blocks('999999999. a\n1. b')).toBe('999999999. a\n999999999. b');
  });
});

describe('a text on a page', () => {
  const page = (text: string) =>
    expandFragment({ kind: 'blocks', content: readBlocks(scalar(text)).content, span }).markdown;

  it('runs on behind the end of a line, and breaks where its author says so', () => {
    expect(page('one\n**two\nthree**\n\nfour')).toBe('one <strong>two three</strong>\n\nfour');
    expect(page('one  \ntwo\\\nthree<br>four')).toBe('one<br />two<br />three<br />four');
    expect(page('- one\n  two\n\n> three\n> four')).toBe('- one two\n\n> three four');
  });

  it('keeps its breaks on a slide', () => {
    expect(blocks('one\ntwo')).toBe('one<br />two');
  });
});

describe('code', () => {
  const code = { kind: 'code', text: 'x', language: '', highlight: '', span } as const;

  it('is fenced by more backticks than it has', () => {
    expect(encodeFence({ ...code, text: 'a\n````\n~~~' }, new Embeds())).toBe('`````\na\n````\n~~~\n`````');
  });

  it('has an info string that cannot be left', () => {
    const embeds = new Embeds();
    expect(encodeFence({ ...code, language: 'py\n# a ```', highlight: '1}\n\n# b {2-3' }, embeds)).toBe(
      '```py#a {12-3}\nx\n```',
    );
    expect(embeds.all).toEqual<Embed[]>([{ kind: 'code', text: 'x', language: 'py\n# a ```', display: true, span }]);
  });
});

it('hands on all that only the engine can judge, in the order of the text', () => {
  const embeds = new Embeds();
  const { content } = readBlocks(scalar('$a$ $$b$$\n\n$$c$$\n\n```sql\nd\n```\n\n```mermaid\ngraph TD\n```'));
  encodeBlocks(content, listMarks(false), embeds);
  expect(embeds.all.map(({ kind, text, display }) => [kind, text, display])).toEqual([
    ['formula', 'a', false],
    ['formula', 'b', false],
    ['formula', 'c', true],
    ['code', 'd', true],
    ['diagram', 'graph TD', true],
  ]);
});

import { describe, expect, it } from 'vitest';
import { parse } from '../../src/1-parse/index.ts';
import { childOf, type MapNode, plain, type ScalarNode, type Tree } from '../../src/model/tree.ts';
import { places } from '../support/marked.ts';

const read = (text: string) => parse({ path: 'a.yaml', text });

/** The tree of a text that has no mistakes. */
function tree(text: string): Tree {
  const { value, diagnostics } = read(text);
  expect(diagnostics).toEqual([]);
  if (!value) throw new Error('There is no tree.');
  return value;
}

const field = (text: string, key: string): ScalarNode => childOf(tree(text) as MapNode, key) as ScalarNode;
const written = (text: string, { span }: Pick<Tree, 'span'>): string => text.slice(span.start, span.end);

describe('the tree of a file', () => {
  it('has the values of the core schema', () => {
    const text = 'text: a\nquoted: "5"\nnumber: 5\nreal: 1.10\nyes: true\nnone: null\nword: yes\nlist: [a, 1]\n';
    expect(plain(tree(text))).toEqual({
      text: 'a',
      quoted: '5',
      number: 5,
      real: 1.1,
      yes: true,
      none: null,
      word: 'yes',
      list: ['a', 1],
    });
  });

  it('keeps numbers as they were written', () => {
    expect(field('version: 1.10\n', 'version')).toMatchObject({ value: 1.1, written: '1.10' });
  });

  it('keeps the order of fields', () => {
    expect((tree('b: 1\na: 2\n') as MapNode).entries.map(({ key }) => key)).toEqual(['b', 'a']);
  });

  it('knows where keys and values stand, also behind emoji and wide letters', () => {
    const text = '🤖: 日本\nnext: "a b" # comment\n';
    const [first, second] = (tree(text) as MapNode).entries;
    expect(first && [text.slice(first.keySpan.start, first.keySpan.end), written(text, first.value)]).toEqual([
      '🤖',
      '日本',
    ]);
    expect(second && written(text, second.value)).toBe('"a b"');
  });

  it('ends a block where its last line ends', () => {
    const text = 'list:\n  - a\n  - b\n\nnext: 1\n';
    expect(written(text, field(text, 'list'))).toBe('- a\n  - b');
  });

  it('speaks of an absent value where its key stands', () => {
    const text = 'title: A\nslides:\n';
    expect(written(text, field(text, 'slides'))).toBe('slides');
  });

  it('reads lines that end with CR and LF like others', () => {
    const text = 'title: A\r\nbody: |\r\n  one\r\n  two\r\nlist:\r\n  - x\r\n';
    expect(plain(tree(text))).toEqual({ title: 'A', body: 'one\ntwo\n', list: ['x'] });
  });

  it('follows aliases', () => {
    expect(plain(tree('a: &x [1, 2]\nb: *x\nc: &x 3\nd: *x\n'))).toEqual({ a: [1, 2], b: [1, 2], c: 3, d: 3 });
    expect(plain(tree('a: &x [&y 1]\nb: &y 2\nc: *x\nd: *y\n'))).toEqual({ a: [1], b: 2, c: [1], d: 2 });
  });
});

describe('the lines of a text', () => {
  const starts = (text: string): readonly string[] | undefined =>
    field(text, 'a').lineStarts?.map((start) => text.slice(start, start + 3));

  it('are known in a block that is kept as it is', () => {
    expect(starts('a: |\n    one\n\n      two\n    end\n')).toEqual(['one', '\n  ', '  t', 'end', expect.any(String)]);
  });

  it('are known in a text that is written as it is', () => {
    expect(starts('a: plain text\n')).toEqual(['pla']);
    expect(starts('a: "quoted text"\n')).toEqual(['quo']);
    expect(starts("a: 'quoted text'\n")).toEqual(['quo']);
  });

  it('are not known where YAML changes the text', () => {
    expect(starts('a: >\n  folded\n  text\n')).toBeUndefined();
    expect(starts('a: "with \\t escape"\n')).toBeUndefined();
    expect(starts("a: 'it''s'\n")).toBeUndefined();
    expect(starts('a: on two\n  lines\n')).toBeUndefined();
  });
});

describe('a file without content', () => {
  it.each(['', '\n\n', '# only a comment\n', '---\n', 'null\n', '~'])('%j is reported as empty', (text) => {
    const { value, diagnostics } = read(text);
    expect(value).toBeUndefined();
    expect(diagnostics).toMatchObject([{ code: 'file/empty', span: { start: 0, end: 0 } }]);
  });
});

describe('what YAML accepts and course files do not', () => {
  it.each([
    ['a key that stands twice', 'a: 1\nb: 2\na: 3\n', ['yaml/duplicate-key: a']],
    ['a key that stands twice in braces', '{ a: 1, b: 2, "a": 3 }\n', ['yaml/duplicate-key: "a"']],
    ['an item that goes on as another one', '- a: 1\n  b: 2\n  a: 3\n  b: 4\n', ['yaml/duplicate-key: a']],
    ['a merge key', 'a: &x { b: 1 }\nc:\n  <<: *x\n', ['yaml/unsupported: <<']],
    ['a key that is a list', '? [a, b]\n: c\n', ['yaml/unsupported: [a, b]']],
    ['an alias to the value that it is part of', 'a: &x [b, *x]\n', ['yaml/unsupported: *x']],
    ['a dash without a space', 'a:\n  -b: 1\n', ['yaml/syntax: -b']],
    ['a key behind a no-break space', 'a: 1\n\u00a0b: 2\n', ['yaml/syntax: \u00a0b']],
    ['text after a hash', 'a: Room #5\n', ['yaml/comment-in-text: #5']],
    ['a colour without quotes', 'a: #5b21b6\n', ['yaml/comment-in-text: #5b21b6']],
    ['an item that is a comment', '- a\n- #1 thing\n', ['yaml/comment-in-text: #1 thing']],
    ['an item that is indented too deep', '- a\n  - b\n', ['yaml/item-in-text: - b']],
    ['TeX in double quotes', 'a: "so $x \\to \\theta$"\n', ['yaml/tex-in-double-quotes: \\to']],
    ['an alias that leads nowhere', 'a: *bold*\n', ['yaml/syntax: *bold*']],
    ['a name that nothing refers to', 'a: &amp; more\n', ['yaml/syntax: &amp;']],
    ['a lone exclamation mark', 'a: ! wow\n', ['yaml/syntax: ! wow']],
    ['braces in braces', 'a: {{ b }}\n', ['yaml/syntax: {{ b }}']],
  ])('%s is reported, and the rest is read all the same', (_, text, expected) => {
    const { value, diagnostics } = read(text);
    expect(places(diagnostics, text)).toEqual(expected);
    expect(value).toBeDefined();
  });

  it.each([
    ['a comment', 'a: text # comment\nb: 5 #five\nc: #\nd: "x" #y\n'],
    ['a hash within a word', 'a: C#\nb: x#y\n'],
    ['a line break in double quotes', 'a: "one\\nu two\\ne \\\\theta"\n'],
    ['TeX without double quotes', "a: $\\theta$\nb: '$\\frac12$'\n"],
    ['a price in double quotes', 'a: "5 $\\n"\n'],
    ['a dash in a text', 'a: one -\n  two\n'],
    ['a name that is used', 'a: &x text\nb: *x\n'],
  ])('%s is accepted', (_, text) => {
    expect(read(text).diagnostics).toEqual([]);
  });

  it('keeps a text whole when YAML would cut it', () => {
    const { value } = read('a: Room #5\nb: *bold* text\n');
    expect(value).toBeUndefined();
    expect(plain(read('a: Room #5\n').value as Tree)).toEqual({ a: 'Room #5' });
    expect(plain(read('a: "$\\theta$"\n').value as Tree)).toEqual({ a: '$\\theta$' });
  });
});

describe('input that is far too much', () => {
  it.each([
    ['open brackets', '['.repeat(50_000)],
    ['brackets', `${'['.repeat(5_000)}${']'.repeat(5_000)}`],
    ['braces', '{a: '.repeat(20_000)],
    ['items of items', '- '.repeat(20_000)],
    ['keys of keys', '? '.repeat(5_000)],
    ['indentation', Array.from({ length: 500 }, (_, at) => `${' '.repeat(at)}a:`).join('\n')],
  ])('%s without end are refused', (_, text) => {
    const { value, diagnostics } = read(text);
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toEqual(['yaml/unsupported']);
  });

  it('aliases that multiply are refused once', () => {
    const levels = Array.from({ length: 9 }, (_, at) => `l${at + 1}: &l${at + 1} [${`*l${at},`.repeat(9)}]`);
    const { diagnostics } = read(['l0: &l0 [x]', ...levels].join('\n'));
    expect(diagnostics.map(({ code }) => code)).toEqual(['yaml/unsupported']);
  });
});

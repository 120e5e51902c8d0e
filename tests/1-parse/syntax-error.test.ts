import { describe, expect, it } from 'vitest';
import { parse } from '../../src/1-parse/index.ts';
import { marked, places } from '../support/marked.ts';

/** The mistakes of a text as `code: what it points at`. */
function mistakes(text: string): readonly string[] {
  const { value, diagnostics } = parse({ path: 'a.yaml', text });
  expect(value).toBeUndefined();
  for (const { message, hint } of diagnostics) expect([message, hint].join(' ')).not.toMatch(/undefined|scalar|token/);
  return places(diagnostics, text);
}

/** Expects one mistake, at the marked place. */
function expectMistake(written: string, code = 'yaml/syntax'): void {
  const { text, start, end } = marked(written);
  const { value, diagnostics } = parse({ path: 'a.yaml', text });
  expect(value).toBeUndefined();
  expect(diagnostics).toMatchObject([{ code, span: { file: 'a.yaml', start, end } }]);
}

describe('a text that needs quotes', () => {
  it.each([
    'title: ⟦Joins: the basics⟧\nnext: 1\n',
    '- title: ⟦Joins: the basics⟧ # comment\n- b\n',
    'title: ⟦"Joins": the basics⟧\n',
    'title: ⟦“Joins”: the basics⟧\n',
    'title: ⟦@home⟧\n',
    'title: ⟦`code` first⟧\n',
    'title: ⟦%percent⟧\n',
    'title: ⟦, comma⟧\n',
    'title: ⟦? what⟧\n',
    '- ⟦*important* joins⟧\n- b\n',
    '- ⟦**important** joins⟧\n- b\n',
    'title: ⟦& more⟧\n',
    '- ⟦[link](https://example.org) is⟧\n- b\n',
    'title: ⟦[a, b] and c⟧ # comment\n',
    'title: ⟦{a: 1} and c⟧\n',
    'title: ⟦| in the line⟧\nnext: 1\n',
    'title: ⟦|x| is absolute⟧\nnext: 1\n',
    'title: ⟦> quote⟧\nnext: 1\n',
    'title: ⟦- dash⟧\n',
    'title: ⟦- dash: more⟧\n',
  ])('%j is pointed at as a whole', (written) => expectMistake(written));

  it.each(['title: ⟦!important⟧ x\n', '- [a, ⟦!b⟧ c]\n'])('%j begins with a tag', (written) =>
    expectMistake(written, 'yaml/unsupported'),
  );
});

describe('quotes', () => {
  it.each([
    'title: ⟦"Joins⟧\nsections:\n  - title: a\n',
    "title: ⟦'Joins⟧\nsections:\n  - title: a\n",
    'items:\n  - ⟦"one⟧\n  - "two"\n  - "three"\n',
    'title: ⟦"Joins⟧\nsub: "two"\n',
    'slides:\n  - title: ⟦"Joins⟧\n    sub: "two"\n  - title: b\n',
    'title: ⟦"Joins⟧',
    '- title: ⟦"Joins⟧\n    sub: "two"\n',
  ])('%j are not closed', (written) => expectMistake(written));

  it.each(["title: 'It'⟦s a join'⟧\n", 'title: "a" ⟦and b⟧\nnext: 1\n', 'title: "a" ⟦"b"⟧\n'])(
    '%j end too early',
    (written) => expectMistake(written),
  );

  it.each(['title: "C:⟦\\data⟧\\x"\n', 'title: "a ⟦\\sigma⟧ b"\n', 'title: "⟦\\ü⟧"\n'])(
    '%j have a backslash that means nothing',
    (written) => expectMistake(written),
  );
});

describe('brackets', () => {
  it.each([
    'list: ⟦[one, two⟧\nnext: 1\n',
    'map: ⟦{a: 1, b: 2⟧\nnext: 1\n',
    'list: ⟦[one, [two]⟧\nnext: 1\n',
    '- a: ⟦[one⟧\n- b\n',
  ])('%j are not closed', (written) => expectMistake(written));

  it('that are closed in a comment are missing there', () => {
    expectMistake('a: { b: ⟦#5b21b6, c: 1 }⟧\nd: 1\n', 'yaml/comment-in-text');
  });

  it.each(['list: [one, two]⟦]⟧\n', 'map: ⟦}⟧\n'])('%j close nothing', (written) => expectMistake(written));

  it.each(['map: { a: ⟦1 b: 2 }⟧\n', 'list: [a, ⟦, b]⟧\n', 'map: { a: ⟦"x" b: 1 }⟧\n'])(
    '%j have entries without commas',
    (written) => expectMistake(written),
  );

  it('that are not indented are spoken of where that begins', () => expectMistake('list: [\n  one,\n⟦two⟧\n]\n'));
});

describe('indentation', () => {
  it.each(['a:\n⟦\t⟧b: 1\n', 'a:\n  b: 1\n⟦\t⟧c: 2\n', 'a:\n- b: 1\n ⟦\t⟧ c: 2\n', 'a: |\n⟦\t⟧text\n', '-⟦\t⟧a: 1\n'])(
    '%j has a tab',
    (written) => expectMistake(written),
  );

  it('with tabs throughout is reported once', () => {
    expect(mistakes('a:\n\tb: 1\n\tc: 2\n\td:\n\t\te: 3\n')).toEqual(['yaml/syntax: \t']);
  });

  it.each([
    '- a: 1\n ⟦b: 2⟧\n',
    '- a: 1\n\n# comment\n ⟦b: 2⟧\n',
    'a:\n      - b\n   ⟦- c⟧\n',
    'a: |\n    text\n\n  ⟦less⟧\n',
    '- a: 1\n⟦b: 2⟧\n',
    '  - a\n⟦- b⟧\n',
    ' a: 1\n⟦b: 2⟧\n',
    'a:\n  b: 1\n ⟦c: 2⟧\n',
    'a:\n    b: 1\n  ⟦c: 2⟧\n',
    'a:\n  - b\n  ⟦c: 1⟧\n',
    'a:\n  b: 1\n  ⟦- c⟧\n',
    'a:\n  - b: 1\n    c:\n      - d\n   ⟦- e: 2⟧\n',
    'a: 1\n  ⟦b: 2⟧\nc: 3\n',
    '- a: x\n   ⟦b: 2⟧\n- c\n',
    'a: |\n    text\n  ⟦less⟧\nb: 1\n',
    '- a: |\n  ⟦text⟧\n',
    'a:\n  - b: 1\n  ⟦-c: 2⟧\n',
  ])('%j does not fit', (written) => expectMistake(written));
});

describe('a line that is no field', () => {
  it.each([
    'a: 1\n⟦sections⟧\n  - b: 2\n',
    '⟦title Joins⟧\nb: 2\n',
    '⟦title:Joins⟧\nb: 2\n',
    '⟦title： Joins⟧\nb: 2\n',
    'a: 1\n⟦b⟧\n',
    'a: |\n  text\n⟦more text⟧\nb: 1\n',
  ])('%j is pointed at', (written) => expectMistake(written));
});

describe('a file as a whole', () => {
  it.each(['a: 1\n⟦---⟧\nb: 2\n', '---\na: 1\n⟦---⟧\n', 'a: 1\n...\n⟦b: 2⟧\n'])('%j has a second document', (written) =>
    expectMistake(written, 'yaml/unsupported'),
  );
  it.each(['⟦% comment⟧\na: 1\n', '⟦%YAML 1.2⟧\na: 1\n', '--- ⟦a: 1⟧\n'])('%j has a directive', (written) =>
    expectMistake(written),
  );
  it('may begin and end like a document', () => {
    expect(parse({ path: 'a.yaml', text: '---\na: 1\n...\n' }).diagnostics).toEqual([]);
  });
});

describe('several mistakes', () => {
  it('are all reported when each stands for itself', () => {
    expect(mistakes('a: @x\nb: x: y\nc: "\\q"\nd: "a" b\ne: [a] b\nf: 1\n')).toEqual([
      'yaml/syntax: @x',
      'yaml/syntax: x: y',
      'yaml/syntax: \\q',
      'yaml/syntax: b',
      'yaml/syntax: [a] b',
    ]);
  });

  it('in one line are reported once', () => {
    expect(mistakes('a: "\\q \\w \\j"\n')).toEqual(['yaml/syntax: \\q']);
  });

  it('after one that derails the parser are left for the next run', () => {
    expect(mistakes('a:\n  b: 1\n c: 2\nd: @x\n')).toEqual(['yaml/syntax: c: 2']);
  });
});

describe('the place of a mistake', () => {
  it('is right behind emoji and wide letters', () => expectMistake('🤖🤖: 日本\ntitle: ⟦日本: 🤖⟧\n'));
  it('is right on the last line without a line break', () => expectMistake('a: 1\nb: ⟦c: d⟧'));
  it('is right in lines that end with CR and LF', () => expectMistake('a: 1\r\nb: ⟦c: d⟧\r\ne: 1\r\n'));
  it('does not reach into the next line', () => expectMistake('a: 1\n⟦b⟧\n\n\n'));
});

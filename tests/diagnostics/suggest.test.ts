import { describe, expect, it } from 'vitest';
import { quoted, quotingHint } from '../../src/diagnostics/quoting.ts';
import { listNames, nearest, suggest, suggestOne } from '../../src/diagnostics/suggest.ts';

const layouts = ['title', 'bullets', 'two-column', 'table', 'code', 'figure'];

describe('the nearest name', () => {
  it.each([
    ['titel', 'title'],
    ['Title', 'title'],
    ['bulets', 'bullets'],
    ['bullet', 'bullets'],
    ['two-colum', 'two-column'],
    ['twocolumns', 'two-column'],
    ['cod', 'code'],
  ])('to %j is %j', (name, expected) => expect(nearest(name, layouts)).toBe(expected));

  it.each(['quiz', 'x', '', 'image', 'a-name-that-is-very-long'])('to %j is none', (name) =>
    expect(nearest(name, layouts)).toBeUndefined(),
  );

  it('is the first of several that are equally near', () => expect(nearest('b', ['a', 'c'])).toBe('a'));
  it('is none of no names', () => expect(nearest('a', [])).toBeUndefined());
});

describe('a hint for an unknown name', () => {
  it('has the nearest name, and how to see all', () => {
    expect(suggest('titel', layouts, 'See the list.')).toBe('Did you mean "title"? See the list.');
    expect(suggest('quiz', layouts, 'See the list.')).toBe('See the list.');
  });

  it('has one or the other where the list itself is long', () => {
    expect(suggestOne('titel', layouts, 'See the list.')).toBe('Did you mean "title"?');
    expect(suggestOne('quiz', layouts, 'See the list.')).toBe('See the list.');
  });
});

describe('names in a sentence', () => {
  it.each([
    [[], 'none'],
    [['a'], '"a"'],
    [['a', 'b'], '"a" or "b"'],
    [['a', 'b', 'c'], '"a", "b" or "c"'],
  ])('%j are %j', (names, expected) => expect(listNames(names)).toBe(expected));

  it('can be joined by another word', () => expect(listNames(['a', 'b'], 'and')).toBe('"a" and "b"'));
});

describe('a text in quotes', () => {
  it.each([
    ['Joins: more', '"Joins: more"'],
    ["it's", '"it\'s"'],
    ['"a" b', '\'"a" b\''],
    ['C:\\data', "'C:\\data'"],
    ['"it\'s" \\', "'\"it''s\" \\'"],
  ])('%j is written %j', (text, expected) => expect(quoted(text)).toBe(expected));

  it('is repeated in a hint unless it is long', () => {
    expect(quotingHint('a: b')).toBe('Put the whole text into quotes: "a: b".');
    expect(quotingHint('a'.repeat(100))).toBe('Put the whole text into quotes.');
  });

  it('is not one in typographic quotes', () => expect(quotingHint('“a: b”')).toContain('straight quotes'));
});

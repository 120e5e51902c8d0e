import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from '../../src/1-parse/index.ts';
import { CourseTexts } from '../../src/3-resolve/course-texts.ts';
import { loadData, readTable } from '../../src/3-resolve/data.ts';
import { memoryFiles } from '../../src/io/memory-files.ts';
import type { ScalarNode } from '../../src/model/tree.ts';
import { places } from '../support/marked.ts';

const node = (path: string): ScalarNode => ({
  kind: 'scalar',
  value: path,
  span: { file: 'content/db/01-a.yaml', start: 5, end: 5 + path.length },
});

/** Loads a file of a course in which it is the only one. */
function load(bytes: string | Uint8Array, path = 'data/a.csv', named = path) {
  const texts = new CourseTexts(memoryFiles({ [`content/db/${path}`]: bytes }), 'content/db', decode);
  return loadData(node(named), texts);
}

/** A table as texts, and each cell as it stands in the file. */
async function table(text: string, path = 'data/a.csv') {
  const { value, diagnostics } = await load(text, path);
  const all = value ? [value.columns, ...value.rows] : [];
  const read = text.replace(/^\ufeff/, '');
  return {
    codes: diagnostics.map(({ code }) => code),
    texts: all.map((row) => row.map((cell) => cell.text)),
    written: all.map((row) => row.map(({ span }) => read.slice(span.start, span.end))),
    files: new Set(all.flat().map(({ span }) => span.file)),
  };
}

const two = [
  ['a', 'b'],
  ['1', '2'],
];

describe('a table in a file', () => {
  it.each([
    ['lines that end with LF', 'a,b\n1,2\n'],
    ['lines that end with CR LF', 'a,b\r\n1,2\r\n'],
    ['lines that end with CR', 'a,b\r1,2\r'],
    ['lines that end in different ways', 'a,b\r\n1,2\n'],
    ['no line break at the end', 'a,b\n1,2'],
    ['a byte order mark', '\ufeffa,b\n1,2\n'],
    ['blank lines', '\n\na,b\n  \n1,2\n\n\n'],
    ['rows of nothing at the end', 'a,b\n1,2\n,\n,\n'],
    ['spaces around cells', 'a , b\n1 ,\t2\n'],
    ['all in quotes', '"a","b"\n"1","2"\n'],
    ['semicolons', 'a;b\n1;2\n'],
    ['tabs', 'a\tb\n1\t2\n'],
  ])('can have %s', async (_, text) => {
    const { texts, written, codes, files } = await table(text);
    expect({ texts, codes }).toEqual({ texts: two, codes: [] });
    expect(written).toEqual(two);
    expect([...files]).toEqual(['content/db/data/a.csv']);
  });

  it('has separators, quotes and line breaks in cells, and places as they are written', async () => {
    const { texts, written } = await table('a,b\n"1, 2","x ""y"" z"\n" l1\r\nl2",ü|<b>\n');
    expect(texts.slice(1)).toEqual([
      ['1, 2', 'x "y" z'],
      ['l1\r\nl2', 'ü|<b>'],
    ]);
    expect(written.slice(1)).toEqual([
      ['1, 2', 'x ""y"" z'],
      ['l1\r\nl2', 'ü|<b>'],
    ]);
  });

  it('has commas in its cells where tabs or semicolons separate them', async () => {
    expect((await table('a\tb\n0,5\t1;2\n', 'data/a.tsv')).texts[1]).toEqual(['0,5', '1;2']);
    expect((await table('a;b\n0,5;1,2\n')).texts[1]).toEqual(['0,5', '1,2']);
    expect((await table('"a;b;c";b,c\n1;2\n')).texts).toEqual([]);
    expect((await table('"a;b;c",b\n1,2\n')).texts[1]).toEqual(['1', '2']);
  });

  it('has an empty cell within a row, and rows of nothing between others', async () => {
    expect((await table('a,b\n,2\n,\n1,\n')).texts.slice(1)).toEqual([
      ['', '2'],
      ['', ''],
      ['1', ''],
    ]);
  });

  it('can have 300 columns', async () => {
    const names = Array.from({ length: 300 }, (_, at) => `c${at}`);
    const { texts } = await table(`${names.join(',')}\n${names.map((_, at) => at).join(',')}\n`);
    expect(texts[0]).toEqual(names);
    expect(texts[1]?.[299]).toBe('299');
  });

  it.each(['data/a b.csv', 'data/Ergebnisse für März.CSV', 'data/日本.tsv', 'a%20b.csv'])(
    'can be called %s',
    async (path) => {
      const { value } = await load('a\n1\n', path);
      expect(value?.rows[0]?.[0]?.span.file).toBe(`content/db/${path}`);
    },
  );

  it('can be named with a dot in front', async () => {
    const { value } = await load('a\n1\n', 'data/a.csv', './data/a.csv');
    expect(value?.columns[0]?.span.file).toBe('content/db/data/a.csv');
  });
});

describe('a table that cannot be read', () => {
  it.each([
    ['a,b\n1,2,3\n', ['data/invalid: 3']],
    ['a,b\n1\n', ['data/invalid: 1']],
    ['a,b\n1,2\n3,"x\n4', ['data/invalid: "x']],
    ['a,b\n1,x"y\n', ['data/invalid: x"y']],
    ['a,b\n1,"x"y\n', ['data/invalid: "x"y']],
    ['"a', ['data/invalid: "a']],
    [',x"y', ['data/invalid: x"y']],
    ['a,a\n1,2\n', ['data/invalid: a']],
    ['a,\n1,2\n', ['data/invalid: ']],
    ['a,b\n', ['data/invalid: a']],
    ['', ['data/invalid: ']],
    ['\n \n', ['data/invalid: ']],
    ['a\nx\u0007y\n', ['text/invalid-character: \u0007']],
    ['a\n"x""\ufdd0"\n', ['text/invalid-character: x""\ufdd0']],
    [`a\n${'x'.repeat(20_001)}\n`, [`text/too-long: ${'x'.repeat(20_001)}`]],
    [`a\n${'1\n'.repeat(5001)}`, ['data/too-large: 1']],
  ])('%j', async (text, expected) => {
    const { value, diagnostics } = await load(text);
    expect(places(diagnostics, text)).toEqual(expected);
    expect(value).toBeUndefined();
    expect(diagnostics.every(({ span }) => span?.file === 'content/db/data/a.csv')).toBe(true);
  });

  it('says once that many rows have the wrong length', async () => {
    const { diagnostics } = await load(`a,b\n${'1\n'.repeat(900)}`);
    expect(diagnostics.map(({ message }) => message)).toEqual([
      'This row has 1 cell, but there are 2 columns. 899 other rows do not fit either.',
    ]);
  });

  it.each([
    ['in UTF-16', Buffer.from('\ufeffa,b\n1,2', 'utf16le'), 'file/invalid-utf8'],
    ['in UTF-16 without a mark', Buffer.from('a,b\n1,2', 'utf16le'), 'file/invalid-utf8'],
    ['in Latin-1', Buffer.from('a\nü\n', 'latin1'), 'file/invalid-utf8'],
    ['an archive', Buffer.from('PK\u0003\u0004\u0000\u0000'), 'asset/unsupported-type'],
    ['as large as a film', new Uint8Array(4_000_001).fill(0x61), 'asset/unsupported-type'],
  ])('is %s', async (_, bytes, code) => {
    const { diagnostics } = await load(bytes);
    expect(diagnostics.map((found) => found.code)).toEqual([code]);
  });

  it.each([
    ['data/b.csv', 'asset/missing'],
    ['data\\a.csv', 'asset/missing'],
    ['../other/a.csv', 'asset/outside'],
    ['/etc/passwd.csv', 'asset/outside'],
    ['https://example.org/a.csv', 'asset/outside'],
    ['data/a.xlsx', 'asset/unsupported-type'],
    ['course.yaml', 'asset/unsupported-type'],
  ])('is named %s', async (named, code) => {
    const { diagnostics } = await load('a\n1\n', 'data/a.csv', named);
    expect(diagnostics.map((found) => found.code)).toEqual([code]);
    expect(diagnostics[0]?.span).toEqual(node(named).span);
  });
});

describe('any text', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      ',',
      ';',
      '\t',
      '"',
      '""',
      '\n',
      '\r\n',
      '\r',
      ' ',
      'a',
      'b,c',
      '"x"',
      '\ufeff',
      '🤖',
      '\u2028',
      '\u00a0',
    ),
    fc.string({ unit: 'grapheme', maxLength: 4 }),
  );
  const anyText = fc.array(piece, { maxLength: 30 }).map((parts) => parts.join(''));

  it('is a table, or has a fault in it, with places inside of the file', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom('a.csv', 'a.tsv'), (text, path) => {
        const { value, diagnostics } = readTable({ path, text });
        expect(value === undefined).toBe(diagnostics.length > 0);
        const cells = value ? [value.columns, ...value.rows].flat().map(({ span }) => span) : [];
        for (const span of [...cells, ...diagnostics.map((found) => found.span)]) {
          expect(span?.file).toBe(path);
          expect(span && span.start >= 0 && span.start <= span.end && span.end <= text.length).toBe(true);
        }
        for (const row of value?.rows ?? []) expect(row).toHaveLength(value?.columns.length ?? 0);
      }),
      { numRuns: 2000 },
    );
  });

  it('comes back as it was written into cells', () => {
    const cell = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 8 })
      .filter((text) => /^[^\s\p{C}]/u.test(text));
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), (rows) => {
        const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const text = ['a,b', ...rows.map((row) => row.map(quoted).join(','))].join('\n');
        const { value } = readTable({ path: 'a.csv', text });
        const trimmed = rows.map((row) => row.map((each) => each.replaceAll(/^[ \t\r\n]+|[ \t\r\n]+$/g, '')));
        if (value) expect(value.rows.map((row) => row.map((each) => each.text))).toEqual(trimmed);
        else expect(rows.flat().some((each) => /\p{C}/u.test(each))).toBe(true);
      }),
    );
  });
});

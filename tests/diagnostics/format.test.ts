import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { formatDiagnostic, type Paint, recordOf } from '../../src/diagnostics/format.ts';
import { diagnose } from '../../src/diagnostics/report.ts';
import { marked } from '../support/marked.ts';

const file = 'content/db101/01-joins.yaml';

/** The lines of a message about the marked place of a text. */
function format(written: string, width?: number, paint?: Paint): readonly string[] {
  const { text, start, end } = marked(written);
  const diagnostic = diagnose(
    'slide/unknown-layout',
    { file, start, end },
    'There is no such layout.',
    'See the list.',
  );
  return formatDiagnostic(diagnostic, new Map([[file, text]]), paint, width).split('\n');
}

/** The lines of the code frame alone. */
const frame = (written: string, width?: number): readonly string[] => format(written, width).slice(2, -1);

describe('a message for people', () => {
  it('has place, severity, code, message, code frame and hint', () => {
    expect(format('slides:\n  - layout: ⟦two-colum⟧\n    title: A\n')).toEqual([
      `${file}:2:13  error  slide/unknown-layout`,
      '  There is no such layout.',
      '  1 | slides:',
      '  2 |   - layout: two-colum',
      '    |             ^^^^^^^^^',
      '  hint: See the list.',
    ]);
  });

  it('about a file alone has no frame', () => {
    const diagnostic = diagnose('file/missing', file, 'There is no such file.');
    expect(formatDiagnostic(diagnostic, new Map())).toBe(`${file}  error  file/missing\n  There is no such file.`);
  });

  it('about nothing in particular speaks for Lectern', () => {
    const diagnostic = diagnose('browser/missing', undefined, 'There is no browser.');
    expect(formatDiagnostic(diagnostic, new Map())).toBe('lectern  error  browser/missing\n  There is no browser.');
  });

  it('of several lines has all of them indented', () => {
    const diagnostic = diagnose('browser/missing', undefined, 'One.\nTwo.');
    expect(formatDiagnostic(diagnostic, new Map()).split('\n').slice(1)).toEqual(['  One.', '  Two.']);
  });

  it('is painted where a terminal has colours', () => {
    const tag = (name: string) => (text: string) => `<${name}>${text}</${name}>`;
    const paint: Paint = { place: tag('p'), error: tag('e'), warning: tag('w'), note: tag('n'), faint: tag('f') };
    const [head = '', , row, carets, hint] = format('⟦a⟧', 80, paint);
    expect(head).toBe(`<p>${file}:1:1</p>  <e>error</e>  slide/unknown-layout`);
    expect([row, carets, hint]).toEqual(['<f>  1 |</f> a', '    <f>|</f> <e>^</e>', '  <n>hint:</n> See the list.']);
  });
});

describe('a code frame', () => {
  it('has no line before the first', () => expect(frame('⟦a⟧: 1\n')).toEqual(['  1 | a: 1', '    | ^']));

  it('marks one column where a span is empty', () => {
    expect(frame('a: ⟦⟧\n')).toEqual(['  1 | a: ', '    |    ^']);
    expect(frame('⟦⟧')).toEqual(['  1 |', '    | ^']);
    expect(frame('a: 1\n⟦⟧')).toEqual(['  1 | a: 1', '  2 |', '    | ^']);
  });

  it('marks only the first line of a span of several', () => {
    expect(frame('a: ⟦|\n  b\n  c⟧\n')).toEqual(['  1 | a: |', '    |    ^']);
  });

  it('aligns line numbers', () => {
    expect(frame(`${'x: 1\n'.repeat(9)}⟦a⟧: 1\n`)).toEqual(['   9 | x: 1', '  10 | a: 1', '     | ^']);
  });

  it('shows tabs as two columns', () => {
    expect(frame('\ta:\t⟦b\tc⟧\n')).toEqual(['  1 |   a:  b  c', '    |       ^^^^']);
  });

  it('counts wide letters and emoji as the columns that they take', () => {
    expect(frame('🤖: 日本 ⟦本日⟧\n')).toEqual(['  1 | 🤖: 日本 本日', '    |          ^^^^']);
    expect(frame('e\u0301: ⟦x⟧\n')).toEqual(['  1 | e\u0301: x', '    |    ^']);
  });

  it('leaves the CR of a line break out', () =>
    expect(frame('a: 1\r\nb: ⟦2⟧\r\n')).toEqual(['  1 | a: 1', '  2 | b: 2', '    |    ^']));

  it('shows the beginning of a long line when the place is there', () => {
    expect(frame(`a: ⟦b⟧ ${'c'.repeat(100)}`, 30)).toEqual([`  1 | a: b ${'c'.repeat(18)}…`, '    |    ^']);
  });

  it('shows what is around a place far behind', () => {
    const [before, line = '', carets = ''] = frame(`short\n${'a'.repeat(200)}⟦bbb⟧${'c'.repeat(200)}`, 40);
    expect(before).toBe('  1 |');
    expect(line).toMatch(/^ {2}2 \| …a+b{3}c+…$/);
    expect(line.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1)).toBe('bbb');
  });

  it('keeps in its room whatever the text is', () => {
    const letter = fc.constantFrom(
      'a',
      ' ',
      '日',
      '🤖',
      '\t',
      'e\u0301',
      '👩‍🏫',
      '\u0007',
      '\u202e',
      '\ud800',
      '\n',
      '\r\n',
    );
    fc.assert(
      fc.property(fc.array(letter, { maxLength: 300 }), fc.nat(), fc.nat(), (letters, from, length) => {
        const text = letters.join('');
        const start = from % (text.length + 1);
        const end = Math.min(text.length, start + (length % 50));
        const message = formatDiagnostic(
          diagnose('yaml/syntax', { file: 'a', start, end }, 'M.'),
          new Map([['a', text]]),
          undefined,
          60,
        );
        for (const line of message.split('\n').slice(2)) expect(stringWidth(line)).toBeLessThanOrEqual(60);
        expect(message).toMatch(/\^/);
      }),
      { numRuns: 500 },
    );
  });

  it('is quick also in a line without end', () => {
    expect(frame(`${'a'.repeat(2_000_000)}⟦b⟧${'c'.repeat(2_000_000)}`, 60)).toHaveLength(2);
  });
});

describe('what could disturb a terminal', () => {
  it('is shown as signs, in the frame and in words', () => {
    const text = 'a: \u001b[31mred\u202e\n';
    const diagnostic: Diagnostic = diagnose(
      'slide/unknown-layout',
      { file, start: 3, end: 11 },
      'No "\u001b[31m".',
      'Not \u0007.',
    );
    expect(
      formatDiagnostic(diagnostic, new Map([[file, text]]))
        .split('\n')
        .slice(1),
    ).toEqual(['  No "␛[31m".', '  1 | a: ␛[31mred\ufffd', '    |    ^^^^^^^^', '  hint: Not ␇.']);
  });
});

describe('a record for programs', () => {
  it('has lines and columns from 1, and nothing is left out', () => {
    const { text, start, end } = marked('a: 1\nb: ⟦two⟧\n');
    const diagnostic = diagnose('field/wrong-value', { file, start, end }, 'Wrong.', 'Right.');
    expect(recordOf(diagnostic, new Map([[file, text]]))).toEqual({
      code: 'field/wrong-value',
      severity: 'error',
      message: 'Wrong.',
      file,
      line: 2,
      column: 4,
      endLine: 2,
      endColumn: 7,
      hint: 'Right.',
    });
  });

  it('has null for what is not known', () => {
    expect(recordOf(diagnose('browser/missing', undefined, 'Nothing.'), new Map())).toMatchObject({
      file: null,
      line: null,
      column: null,
      endLine: null,
      endColumn: null,
      hint: null,
    });
    expect(recordOf(diagnose('file/missing', file, 'Nothing.'), new Map())).toMatchObject({ file, line: null });
  });
});

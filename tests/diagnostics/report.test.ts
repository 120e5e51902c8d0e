import { describe, expect, it } from 'vitest';
import { andThen, done, failed } from '../../src/diagnostics/outcome.ts';
import { diagnose, hasErrors, sortDiagnostics } from '../../src/diagnostics/report.ts';

const at = (file: string, start: number, code: 'field/missing' | 'field/unknown' = 'field/missing') =>
  diagnose(code, { file, start, end: start + 1 }, 'Message.');
const warning = diagnose('text/html-as-text', undefined, 'Message.');

describe('a diagnostic', () => {
  it('has the severity of the catalogue', () => {
    expect(at('a', 0).severity).toBe('error');
    expect(warning.severity).toBe('warning');
  });

  it('leaves out what it does not have', () => {
    expect(diagnose('file/missing', 'a.yaml', 'Message.')).toEqual({
      code: 'file/missing',
      severity: 'error',
      message: 'Message.',
      file: 'a.yaml',
    });
  });
});

describe('diagnostics together', () => {
  it('have errors only where one of them is', () => {
    expect(hasErrors([])).toBe(false);
    expect(hasErrors([warning])).toBe(false);
    expect(hasErrors([warning, at('a', 0)])).toBe(true);
  });

  it('are sorted by file, place and code, each once', () => {
    const sorted = [warning, at('a', 0), at('a', 0, 'field/unknown'), at('a', 9), at('b', 1)];
    expect(sortDiagnostics([at('b', 1), at('a', 9), ...sorted.toReversed()])).toEqual(sorted);
  });
});

describe('going on with an outcome', () => {
  it('needs a value', () => {
    expect(andThen(failed([at('a', 0)]), () => done(1))).toEqual(failed([at('a', 0)]));
  });

  it('keeps what was found before', () => {
    expect(andThen(done(1, [warning]), (value) => done(value + 1, [at('a', 0)]))).toEqual(
      done(2, [warning, at('a', 0)]),
    );
  });

  it('gives no value after an error, but all that is wrong', () => {
    expect(andThen(done(1, [at('a', 0)]), () => done(2, [at('a', 5)]))).toEqual(failed([at('a', 0), at('a', 5)]));
  });

  it('says nothing more of a place that had a fault already', () => {
    expect(andThen(done(1, [at('a', 0)]), () => failed([at('a', 0, 'field/unknown')]))).toEqual(failed([at('a', 0)]));
  });
});

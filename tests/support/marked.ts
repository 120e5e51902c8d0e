import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';

/** A text in which a place is marked: `title: ⟦Joins: more⟧`. */
export interface Marked {
  readonly text: string;
  /** Half-open, 0-based, in the text without marks. */
  readonly start: number;
  readonly end: number;
}

/** Takes the marks out of a text. Throws unless there is exactly one place. */
export function marked(written: string): Marked {
  const [before, inside, after, ...more] = written.split(/[⟦⟧]/);
  if (before === undefined || inside === undefined || after === undefined || more.length > 0) {
    throw new Error('A text has one place between ⟦ and ⟧.');
  }
  return { text: before + inside + after, start: before.length, end: before.length + inside.length };
}

/** What diagnostics are about: `code: text that they point at`. */
export function places(diagnostics: readonly Diagnostic[], text: string): readonly string[] {
  return diagnostics.map(({ code, span }) => `${code}: ${span ? text.slice(span.start, span.end) : ''}`);
}

import type { Span } from '../model/source.ts';
import type { Code } from './catalogue.ts';

/** An error means that the deck is wrong or missing; with a warning it is still right; a note reports what was done. */
export type Severity = 'error' | 'warning' | 'note';

/** Something that an author has to know, with the place it is about. */
export interface Diagnostic {
  readonly code: Code;
  readonly severity: Severity;
  /** What is wrong, in full sentences, without position or severity. */
  readonly message: string;
  /** Absent when there is no file to point into: a missing file, a browser. */
  readonly span?: Span;
  /** The file it is about when there is no span. */
  readonly file?: string;
  /** What to do next. */
  readonly hint?: string;
}

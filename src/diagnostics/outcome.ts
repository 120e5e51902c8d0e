import type { Diagnostic } from './diagnostic.ts';

/**
 * What a stage returns: a value, unless an error stands in the way, and everything found on the way.
 * A value may come with errors when the parts that are right are still of use (the good lessons of a course).
 */
export interface Outcome<T> {
  readonly value: T | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** An outcome with a value. */
export function done<T>(value: T, diagnostics: readonly Diagnostic[] = []): Outcome<T> & { readonly value: T } {
  return { value, diagnostics };
}

/** An outcome without a value. */
export function failed(diagnostics: readonly Diagnostic[]): Outcome<never> {
  return { value: undefined, diagnostics };
}

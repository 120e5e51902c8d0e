import type { Diagnostic } from './diagnostic.ts';
import { hasErrors } from './report.ts';

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

/**
 * Takes what there is of a value through the next step, so that all its faults are found in one run. Nothing comes out
 * when there has been an error before. What the step finds at a place that had a fault already is a consequence of it.
 */
export function andThen<T, U>({ value, diagnostics }: Outcome<T>, step: (value: T) => Outcome<U>): Outcome<U> {
  if (value === undefined) return failed(diagnostics);
  const next = step(value);
  const places = new Set(diagnostics.map(({ span }) => JSON.stringify(span)));
  const all = [...diagnostics, ...next.diagnostics.filter(({ span }) => !span || !places.has(JSON.stringify(span)))];
  return next.value === undefined || hasErrors(diagnostics) ? failed(all) : done(next.value, all);
}

import { done, type Outcome } from '../diagnostics/outcome.ts';
import type { Rendered } from '../model/rendered.ts';

/**
 * The place where slides are measured and made to fit. Decks pass through as they are: nothing is measured yet, and
 * nothing is changed. Cannot fail.
 */
export function fit(rendered: Rendered): Outcome<Rendered> {
  return done(rendered);
}

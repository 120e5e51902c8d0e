import { done, type Outcome } from '../diagnostics/outcome.ts';
import type { Rendered } from '../model/rendered.ts';

/**
 * The place where slides are made to fit. Decks pass through as they are today: what a slide cuts off is found when its
 * PDF is printed, and reported as fit/overflow. Cannot fail.
 */
export function fit(rendered: Rendered): Outcome<Rendered> {
  return done(rendered);
}

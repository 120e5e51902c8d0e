import { expand } from '../../4-expand/index.ts';
import { render } from '../../5-render/index.ts';
import { fit } from '../../6-fit/index.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Outcome } from '../../diagnostics/outcome.ts';
import type { Rendered } from '../../model/rendered.ts';
import type { DeckTools } from '../build-deck.ts';
import type { LookDeck } from './look-deck.ts';

/** The slides of a look, with notes and what else is for the instructor alone: no example is left out. */
export async function renderLook(
  { deck }: LookDeck,
  { templates, engine, emoji }: Pick<DeckTools, 'templates' | 'engine' | 'emoji'>,
): Promise<Outcome<Rendered>> {
  const diagnostics: Diagnostic[] = [];
  const collect = <T>({ value, diagnostics: found }: Outcome<T>): T | undefined => {
    diagnostics.push(...found);
    return value;
  };
  const expanded = collect(expand(deck, 'instructor', templates));
  const rendered = expanded && collect(await render(expanded, engine, emoji));
  return { value: rendered && collect(fit(rendered)), diagnostics };
}

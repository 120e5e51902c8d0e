import { distance } from 'fastest-levenshtein';

/** The name that a misspelt one most likely means, or undefined when none is near. */
export function nearest(name: string, names: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.max(2, Math.floor(name.length / 3)) + 1;
  for (const candidate of names) {
    const steps = distance(name.toLowerCase(), candidate.toLowerCase());
    if (steps < bestDistance) [best, bestDistance] = [candidate, steps];
  }
  return best;
}

/** A hint for an unknown name: the nearest one, and how to see all. */
export function suggest(name: string, names: Iterable<string>, otherwise: string): string {
  const near = nearest(name, names);
  return near === undefined ? otherwise : `Did you mean "${near}"? ${otherwise}`;
}

/** Names for a message, in their order: `"a", "b" or "c"`. */
export function listNames(names: Iterable<string>, joint = 'or'): string {
  const quoted = [...names].map((name) => `"${name}"`);
  const last = quoted.pop();
  return quoted.length === 0 ? (last ?? 'none') : `${quoted.join(', ')} ${joint} ${last}`;
}

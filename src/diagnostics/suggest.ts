import { distance } from 'fastest-levenshtein';

/** The name that a misspelt one most likely means, or undefined when none is near. */
export function nearest(name: string, names: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = tolerance(name.length) + 1;
  for (const candidate of names) {
    const steps = distance(name.toLowerCase(), candidate.toLowerCase());
    if (steps < bestDistance) [best, bestDistance] = [candidate, steps];
  }
  return best;
}

/** How many letters may differ. Two letters that have changed places count as two. */
const tolerance = (length: number): number => (length < 4 ? 1 : Math.max(2, Math.floor(length / 3)));

/** A hint for an unknown name: the nearest one, and how to see all. */
export function suggest(name: string, names: Iterable<string>, otherwise: string): string {
  const near = nearest(name, names);
  return near === undefined ? otherwise : `Did you mean "${near}"? ${otherwise}`;
}

/** A hint for an unknown name where all names are listed: the list only when none of them is near. */
export function suggestOne(name: string, names: Iterable<string>, otherwise: string): string {
  const near = nearest(name, names);
  return near === undefined ? otherwise : `Did you mean "${near}"?`;
}

/** Names for a message, in their order: `"a", "b" or "c"`. */
export function listNames(names: Iterable<string>, joint = 'or'): string {
  const quoted = [...names].map((name) => `"${name}"`);
  const last = quoted.pop();
  return quoted.length === 0 ? (last ?? 'none') : `${quoted.join(', ')} ${joint} ${last}`;
}

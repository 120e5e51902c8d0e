/**
 * Divides units into parts of about the same weight, in their order, and says with which unit each part begins. No part
 * begins with a unit of `joined`, which belongs to the one before it; unless `mayEndAlone`, the last part is no lone unit where
 * that can be helped.
 * Shape: as many parts as asked for, or as many as can be, the first one at 0. The same input gives the same parts.
 */
export function partition(
  weights: readonly number[],
  joined: ReadonlySet<number>,
  count: number,
  mayEndAlone = false,
): readonly number[] {
  const starts = weights.map((_, at) => at).filter((at) => at === 0 || !joined.has(at));
  const most = Math.min(count, starts.length);
  const sums = [0];
  // Whole numbers, so that equal parts are equal.
  for (const weight of weights) sums.push((sums.at(-1) ?? 0) + Math.round(weight * 10));
  const sum = (from: number, to: number): number => (sums[to] ?? 0) - (sums[from] ?? 0);
  const isLone = (from: number): boolean => !mayEndAlone && most < weights.length && from === weights.length - 1;

  // best[n][i]: how the units from starts[i] on are best divided into n parts.
  const best: (Division | undefined)[][] = [[]];
  for (let parts = 1; parts <= most; parts += 1) {
    best[parts] = starts.map((from, at): Division | undefined => {
      if (parts === 1)
        return { unevenness: sum(from, weights.length) ** 2 + (isLone(from) ? lone : 0), begins: [from] };
      let found: Division | undefined;
      for (let next = at + 1; next < starts.length; next += 1) {
        const rest = best[parts - 1]?.[next];
        if (!rest) continue;
        const unevenness = sum(from, starts[next] as number) ** 2 + rest.unevenness;
        // Of equals the one with the longer first part: what comes first is seen first.
        if (!found || unevenness <= found.unevenness) found = { unevenness, begins: [from, ...rest.begins] };
      }
      return found;
    });
  }
  return best[most]?.[0]?.begins ?? [0];
}

/** Worse than any unevenness. */
const lone = 1e12;

interface Division {
  /** The sum of the squares of the weights of all parts. */
  readonly unevenness: number;
  readonly begins: readonly number[];
}

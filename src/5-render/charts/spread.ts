/** A thing that would best stand at a place, with its height, in pixels. */
export interface Wanted {
  readonly at: number;
  readonly height: number;
}

/**
 * Pushes things apart so that none covers another, between two ends, each as near to its place as can be. Pushed down
 * only, they would all lie too low, pushed up only, too high; half way between they still do not touch.
 * Shape: as many places as things, in their order.
 */
export function spread(things: readonly Wanted[], from: number, to: number): readonly number[] {
  const order = things.map((_, index) => index).sort((a, b) => (things[a]?.at ?? 0) - (things[b]?.at ?? 0));
  const sorted = order.flatMap((index) => things[index] ?? []);
  const low = pushUp(pushDown(sorted, from), to);
  const high = pushDown(pushUp(sorted, to), from);
  const places = things.map(({ at }) => at);
  for (const [rank, index] of order.entries()) places[index] = ((low[rank]?.at ?? 0) + (high[rank]?.at ?? 0)) / 2;
  return places;
}

function pushDown(things: readonly Wanted[], from: number): readonly Wanted[] {
  let edge = from;
  return things.map(({ at, height }) => {
    const place = Math.max(at, edge + height / 2);
    edge = place + height / 2;
    return { at: place, height };
  });
}

const pushUp = (things: readonly Wanted[], to: number): readonly Wanted[] =>
  pushDown(things.map(({ at, height }) => ({ at: -at, height })).reverse(), -to)
    .map(({ at, height }) => ({ at: -at, height }))
    .reverse();

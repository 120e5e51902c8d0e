import type { Drawing, Shapes } from './vega.ts';

/** The drawing as in a mirror, its texts and marks the right way round: for texts that run from right to left. */
export function mirrored({ width, height, shapes }: Drawing): Drawing {
  const turn = (item: Shapes['items'][number]): Shapes['items'][number] => {
    const end = typeof item.width === 'number' ? item.width : 0;
    return {
      ...item,
      x: width - Number(item.x) - end,
      ...(typeof item.x2 === 'number' ? { x2: width - item.x2 } : {}),
      ...(item.align === 'left' ? { align: 'right' } : item.align === 'right' ? { align: 'left' } : {}),
    };
  };
  return { width, height, shapes: shapes.map(({ type, items }) => ({ type, items: items.map(turn) })) };
}

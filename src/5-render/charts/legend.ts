import { lineHeight, widthOf, wrap } from './measure.ts';
import { ink, type Label, type Look, labels, rules, symbols } from './shapes.ts';
import type { Shapes } from './vega.ts';

/**
 * Says what the looks mean: in rows from the left, above a chart. `height` is 0 where there is nothing to say. What is shown
 * is what is drawn: a square of colour for bars, a mark for points, a mark on its line for lines.
 */
export function legend(
  entries: readonly { readonly name: string; readonly look: Look }[],
  width: number,
  textSize: number,
  of: 'bar' | 'line' | 'scatter',
): { readonly height: number; shapes(top: number): readonly Shapes[] } {
  if (entries.length < 2) return { height: 0, shapes: () => [] };
  const [mark, gap, row] = [textSize * (of === 'line' ? 2.4 : 0.8), textSize * 1.2, lineHeight(textSize) * 1.1];
  const beside = textSize * 0.4;
  let [x, y] = [0, 0];
  const placed = entries.map(({ name, look }) => {
    const lines = wrap(name, textSize, width - mark - beside);
    const entryWidth = mark + beside + Math.max(...lines.map((line) => widthOf(line, textSize)));
    if (x > 0 && x + entryWidth > width) [x, y] = [0, y + row];
    const place = { look, lines, x, y: y + (lineHeight(textSize) * lines.length) / 2 };
    x += entryWidth + gap;
    if (lines.length > 1) [x, y] = [0, y + lineHeight(textSize) * (lines.length - 1) + row];
    return place;
  });
  const last = placed.at(-1);
  const height = last ? last.y + (lineHeight(textSize) * last.lines.length) / 2 + textSize * 0.6 : 0;
  return {
    height,
    shapes: (top) => [
      ...(of === 'line' ? placed : []).map(({ look, ...entry }) =>
        rules([[entry.x, top + entry.y, entry.x + mark, top + entry.y]], look.color, 3.5, look.dash),
      ),
      ...placed.map((entry) => {
        const shown = of === 'bar' ? { ...entry.look, shape: 'square', scale: 1 } : entry.look;
        return symbols([[entry.x + mark / 2, top + entry.y]], shown, (textSize * 0.8) ** 2);
      }),
      labels(
        placed.map(
          (entry): Label => ({
            lines: entry.lines,
            x: entry.x + mark + beside,
            y: top + entry.y,
            align: 'left',
            color: ink,
          }),
        ),
        textSize,
      ),
    ],
  };
}

import { widthOf } from './charts/measure.ts';

/** A shape with text in it, by its edges, in pixels. */
interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** How much of its width the text cannot have, because its sides slope. */
  readonly slope: number;
}

/** A text of a drawing, as it is written there. */
interface Text {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly anchor: string;
  /** Its widest line at its size, in any typeface of a theme. */
  readonly width: number;
  readonly lines: number;
}

const numberOf = (tag: string, name: string): number =>
  Number(new RegExp(`\\s${name}="(-?[\\d.]+)`).exec(tag)?.[1] ?? Number.NaN);

/** Makes the texts of a drawing up to `most` times larger: as large as the shapes that they stand in have room for. */
export function grown(svg: string, most: number): string {
  const boxes = boxesOf(svg);
  // What is written at an arrow has the way between its ends, not a shape that it happens to cross.
  const inShapes = svg.replaceAll(/<g class="(?:message|edge-label)"[\s\S]*?<\/g>/g, '');
  const texts = [...inShapes.matchAll(/<text\b[^>]*>[\s\S]*?<\/text>/g)].map(([text]) => textOf(text));
  const growth = Math.max(0.8, Math.min(most, ...texts.map((text) => roomOf(text, texts, boxes)), ...messages(svg)));
  return svg
    .replaceAll(/<text\b[^>]*>|<tspan\b[^>]*>/g, (tag) =>
      tag.replace(/(\sfont-size=")([\d.]+)"/, (_, name: string, px: string) => `${name}${round(Number(px) * growth)}"`),
    )
    .replaceAll(plate, (all, rect: string, _: string, text: string) => {
      const { x, width } = textOf(text);
      const wide = Math.max(numberOf(rect, 'width'), width + 6);
      return all.replace(rect, placed(rect, x - wide / 2, wide));
    });
}

/** The small plate behind what is written at a line: it is made as wide as the text. */
const plate = /(<rect\b[^>]*\srx="2"[^>]*>)(\s*)(<text\b[^>]*>[\s\S]*?<\/text>)/g;

const placed = (rect: string, x: number, width: number): string =>
  rect.replace(/\sx="[^"]*"/, ` x="${round(x)}"`).replace(/\swidth="[^"]*"/, ` width="${round(width)}"`);

function textOf(text: string): Text {
  const tag = /^<text\b[^>]*>/.exec(text)?.[0] ?? '';
  const size = numberOf(tag, 'font-size');
  // Lines of a text begin at a place of their own; parts of a line do not.
  const lines = text.split(/<tspan\b[^>]*\sx="/);
  const isBold = numberOf(tag, 'font-weight') >= 600;
  const widths = (lines.length > 1 ? lines.slice(1) : lines).map((line) =>
    widthOf(line.replaceAll(/^[^<]*">|<[^>]*>/g, '').replaceAll(/&\w+;|&#\d+;/g, 'x'), size),
  );
  return {
    x: numberOf(tag, 'x'),
    y: numberOf(tag, 'y'),
    size,
    anchor: /\stext-anchor="(\w+)"/.exec(tag)?.[1] ?? 'start',
    width: Math.max(...widths) * (isBold ? 1.06 : 1),
    lines: widths.length,
  };
}

/** How far the texts of a drawing reach to the left and to the right. */
export function reachOf(svg: string): readonly [low: number, high: number] {
  const ends = [...svg.matchAll(/<text\b[^>]*>[\s\S]*?<\/text>/g)].map(([text]) => {
    const { x, width, anchor } = textOf(text);
    const left = anchor === 'middle' ? x - width / 2 : anchor === 'end' ? x - width : x;
    return [left, left + width] as const;
  });
  const [lows, highs] = [ends.map(([low]) => low), ends.map(([, high]) => high)];
  return [Math.min(...lows), Math.max(...highs)];
}

/** How much larger a text can be in the smallest shape around it, and beside what stands in its line there. */
function roomOf(text: Text, texts: readonly Text[], boxes: readonly Box[]): number {
  const isIn = ({ x, y }: Text, box: Box): boolean => x > box.left && x < box.right && y > box.top && y < box.bottom;
  const [box] = boxes
    .filter((one) => isIn(text, one))
    .sort((a, b) => (a.right - a.left) * (a.bottom - a.top) - (b.right - b.left) * (b.bottom - b.top));
  if (!box || text.width === 0) return Number.POSITIVE_INFINITY;
  const beside = texts.filter((other) => other !== text && other.y === text.y && isIn(other, box));
  const [before, behind] = [text.x - box.left, box.right - text.x];
  const whole =
    text.anchor === 'middle' ? 2 * Math.min(before, behind) - 12 : (text.anchor === 'end' ? before : behind) - 6;
  const needed = text.width + beside.reduce((sum, { width }) => sum + width + 10, 0);
  const height = box.bottom - box.top;
  return Math.min((whole * (1 - box.slope)) / needed, height / (text.lines * text.size * 1.15));
}

/** How much larger the words at the arrows between two lifelines can be. */
function messages(svg: string): readonly number[] {
  return [...svg.matchAll(/<g class="message"[^>]*>\s*(<line\b[^>]*>)\s*(<text\b[\s\S]*?<\/text>)/g)].map(
    ([, line = '', text = '']) =>
      (Math.abs(numberOf(line, 'x2') - numberOf(line, 'x1')) - 10) / Math.max(1, textOf(text).width),
  );
}

function boxesOf(svg: string): readonly Box[] {
  const shapes = svg.replaceAll(/<defs>[\s\S]*?<\/defs>/g, '').replaceAll(plate, '').match(/<(?:rect(?! class="activation")|polygon|circle)\b[^>]*>/g) ?? []; // biome-ignore format: one list
  return shapes.flatMap((tag): Box[] => {
    if (tag.startsWith('<rect')) {
      const [x, y] = [numberOf(tag, 'x'), numberOf(tag, 'y')];
      return [{ left: x, right: x + numberOf(tag, 'width'), top: y, bottom: y + numberOf(tag, 'height'), slope: 0 }];
    }
    if (tag.startsWith('<circle')) {
      const [x, y, r] = [numberOf(tag, 'cx'), numberOf(tag, 'cy'), numberOf(tag, 'r')];
      return [{ left: x - r, right: x + r, top: y - r, bottom: y + r, slope: 0.08 }];
    }
    const numbers = (/\spoints="([^"]*)"/.exec(tag)?.[1] ?? '').split(/[\s,]+/).map(Number);
    const [xs, ys] = [numbers.filter((_, at) => at % 2 === 0), numbers.filter((_, at) => at % 2 === 1)];
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    // A rhombus stands on its tip.
    const isRhombus = numbers.length === 8 && xs.filter((x) => x > left && x < right).length === 2;
    return [{ left, right, top, bottom, slope: isRhombus ? Math.min(0.5, 22 / (bottom - top)) : 0.12 }];
  });
}

const round = (number: number): number => Math.round(number * 10) / 10;

/** A sequence with more room between its lifelines. What has a width of its own keeps it. */
export function stretched(svg: string, by: number): string {
  if (by === 1) return svg;
  const [head = '', ...rest] = svg.split('</defs>');
  const body = rest.join('</defs>');
  const wide = (value: string): string => String(round(Number(value) * by));
  const moved = body.replaceAll(/<(?:rect|line|text|tspan|polyline|polygon|g)\b[^>]*>/g, (tag) => {
    if (tag.startsWith('<g')) {
      // The figure of an actor: 24 wide before it is scaled.
      return tag.replace(
        /translate\(([-\d.]+),([-\d.]+)\) scale\(([\d.]+)\)/,
        (_, x: string, y: string, scale: string) => {
          const half = 12 * Number(scale);
          return `translate(${round((Number(x) + half) * by - half)},${y}) scale(${scale})`;
        },
      );
    }
    if (tag.includes('class="activation"')) {
      const width = numberOf(tag, 'width');
      return placed(tag, (numberOf(tag, 'x') + width / 2) * by - width / 2, width);
    }
    return tag
      .replaceAll(/(\s(?:x|x1|x2|width)=")([-\d.]+)"/g, (_, name: string, value: string) => `${name}${wide(value)}"`)
      .replace(/(\spoints=")([^"]*)"/, (_, name: string, points: string) => {
        const pairs = points.split(' ').map((pair) => pair.split(','));
        return `${name}${pairs.map(([x = '', y = '']) => `${wide(x)},${y}`).join(' ')}"`;
      });
  });
  return `${head}</defs>${moved}`;
}

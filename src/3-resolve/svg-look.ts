import { type SvgElement, type SvgRoot, UnusableDrawing } from './svg-tree.ts';

const svgNamespace = 'http://www.w3.org/2000/svg';

/** Chrome takes elements out of one another that are nested deeper than 512. */
const deepest = 250;

/**
 * Makes sure that a file is a drawing at all, and takes prefixes such as `svg:` from the names of its elements.
 * Errors: throws {@link UnusableDrawing}.
 */
export function lookAt(root: SvgRoot): void {
  const svg = rootOf(root);
  if (root.children.filter(({ type }) => type === 'element').length > 1) {
    throw new UnusableDrawing('It has more than one outermost element.');
  }
  const [, prefix] = /^(?:([\w-]+):)?svg$/.exec(svg.name) ?? [];
  if (!/^([\w-]+:)?svg$/.test(svg.name)) throw new UnusableDrawing(`Its first element is <${svg.name}>, not <svg>.`);
  const namespace = svg.attributes[prefix === undefined ? 'xmlns' : `xmlns:${prefix}`];
  if (namespace !== undefined && namespace !== svgNamespace) {
    throw new UnusableDrawing(`Its namespace is "${namespace}", not that of SVG.`);
  }
  // Without recursion: the depth is what is in doubt.
  let level: readonly SvgElement[] = [svg];
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > deepest) throw new UnusableDrawing(`Its elements are nested more than ${deepest} deep.`);
    for (const element of level) {
      if (prefix !== undefined && element.name.startsWith(`${prefix}:`))
        element.name = element.name.slice(prefix.length + 1);
    }
    level = level.flatMap(({ children }) => children.filter((child): child is SvgElement => child.type === 'element'));
  }
}

/** The size of a drawing, and the part of its plane that it shows. */
export interface Frame {
  readonly viewBox: string;
  readonly widthPx: number;
  readonly heightPx: number;
}

/**
 * Settles the size of a drawing, and takes from its root all that would place it by itself.
 * Source: SVG 2, section 8.2 "The initial viewport"; CSS Values 4, section 6.2 for units.
 * Errors: throws {@link UnusableDrawing}.
 */
export function frameOf(root: SvgRoot): Frame {
  const svg = rootOf(root);
  const {
    viewBox,
    width,
    height,
    x: _x,
    y: _y,
    preserveAspectRatio: _ratio,
    overflow: _overflow,
    ...rest
  } = svg.attributes;
  svg.attributes = { ...rest, ...(rest.style === undefined ? {} : { style: withoutPlace(rest.style) }) };
  const box = (viewBox ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const [, , boxWidth = 0, boxHeight = 0] = box;
  const hasBox = box.length === 4 && box.every(Number.isFinite) && boxWidth > 0 && boxHeight > 0;
  const widthPx = lengthPx(width) ?? lengthPx(styleOf(rest.style, 'width'));
  const heightPx = lengthPx(height) ?? lengthPx(styleOf(rest.style, 'height'));
  if (hasBox) {
    const scale = widthPx !== undefined ? widthPx / boxWidth : heightPx !== undefined ? heightPx / boxHeight : 1;
    return { viewBox: box.join(' '), widthPx: boxWidth * scale, heightPx: boxHeight * scale };
  }
  if (widthPx === undefined || heightPx === undefined) {
    throw new UnusableDrawing('It does not say how large it is: it has no viewBox, and no width and height in pixels.');
  }
  return { viewBox: `0 0 ${widthPx} ${heightPx}`, widthPx, heightPx };
}

function rootOf(root: SvgRoot): SvgElement {
  const svg = root.children.find((node): node is SvgElement => node.type === 'element');
  if (!svg) throw new UnusableDrawing('It has no element in it.');
  return svg;
}

const pxPerUnit: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 4 / 3,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
};

/** An absolute length; undefined for a share of what is around it, and for none. */
function lengthPx(text: string | undefined): number | undefined {
  const [, number, unit = ''] = /^\s*\+?([\d.]+(?:e[-+]?\d+)?)\s*([a-z]*)\s*$/i.exec(text ?? '') ?? [];
  const px = Number(number) * (pxPerUnit[unit.toLowerCase()] ?? Number.NaN);
  return Number.isFinite(px) && px > 0 ? px : undefined;
}

function styleOf(style: string | undefined, name: string): string | undefined {
  return new RegExp(`(?:^|;)\\s*${name}\\s*:\\s*([^;]+)`, 'i').exec(style ?? '')?.[1];
}

/** Where a drawing stands and how far it reaches is the slide's business. */
function withoutPlace(style: string): string {
  return style
    .split(';')
    .filter((part) => !/^\s*(overflow|display|transform|visibility)\b/i.test(part))
    .join(';');
}

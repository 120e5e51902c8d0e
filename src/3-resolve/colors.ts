import {
  blend,
  type Color,
  clampChroma,
  clampRgb,
  converter,
  formatCss,
  formatHex,
  interpolateWithPremultipliedAlpha,
  type Mode,
  parse,
  wcagContrast,
} from 'culori';

export type { Color } from 'culori';

const toOklch = converter('oklch');

/** A colour as CSS, written so that it can hold nothing else; undefined when the text is no colour. */
export function canonicalColor(text: string): string | undefined {
  const color = parseColor(text);
  if (!color) return undefined;
  // The number sign gets lost in YAML without quotes, so it may be missing.
  if (/^#?[0-9a-f]+$/i.test(text)) return `#${text.replace('#', '')}`;
  // Names stay as they were written: they hold nothing but a colour.
  return /^[a-z]+$/i.test(text) ? text : formatCss(color);
}

function parseColor(text: string) {
  try {
    return parse(text);
  } catch {
    // culori 4.0.2 throws at a function that is not closed after a length, such as "rgb(1px".
    return undefined;
  }
}

/** How culori calls the spaces in which CSS mixes colours. */
const spaces: Readonly<Record<string, Mode>> = {
  srgb: 'rgb',
  'srgb-linear': 'lrgb',
  oklab: 'oklab',
  oklch: 'oklch',
  lab: 'lab',
  lch: 'lch',
  hsl: 'hsl',
  hwb: 'hwb',
};

// A mixture within another comes first: it is no part before it has become a colour.
const part = '((?:(?!color-mix)[^,()])*(?:\\([^()]*\\))?[^,()]*)';
const mixture = new RegExp(`color-mix\\(\\s*in ([a-z-]+)\\s*,${part},${part}\\)`, 'i');

/**
 * The colour that a value of CSS stands for, without `var()` in it: a colour, or a mixture of mixtures of colours.
 * Undefined when it is none, or depends on more than the value. Source: CSS Color Module Level 5, section 3.
 */
export function colorOf(value: string): Color | undefined {
  let text = value.trim();
  for (let found = mixture.exec(text); found; found = mixture.exec(text)) {
    const [whole, space = '', one = '', other = ''] = found;
    const mixed = mix(spaces[space.toLowerCase()], one, other);
    if (!mixed) return undefined;
    text = text.replace(whole, () => formatCss(mixed));
  }
  return parseColor(text);
}

function mix(mode: Mode | undefined, one: string, other: string): Color | undefined {
  const [first, second] = [one, other].map((text) => {
    const share = /\s([\d.]+)%\s*$|^\s*([\d.]+)%\s/.exec(text);
    const written = share?.[1] ?? share?.[2];
    return {
      color: parseColor(text.replace(share?.[0] ?? '', '').trim()),
      share: written === undefined ? undefined : Number(written),
    };
  });
  if (!mode || !first?.color || !second?.color) return undefined;
  const before = first.share ?? 100 - (second.share ?? 50);
  const after = second.share ?? 100 - before;
  if (before + after === 0) return undefined;
  return interpolateWithPremultipliedAlpha([first.color, second.color], mode)(after / (before + after)) as Color;
}

/** What is seen where a colour lies on an opaque one. */
export function laidOn(color: Color, ground: Color): Color {
  return isOpaque(color) ? color : (blend([ground, color]) as Color);
}

/** Whether nothing is seen through a colour. */
export const isOpaque = (color: Color): boolean => (color.alpha ?? 1) >= 1;

/** The contrast of two opaque colours as a screen shows them, from 1 to 21. Source: WCAG 2.2, "contrast ratio". */
export function contrastOf(one: Color, other: Color): number {
  return wcagContrast(clampRgb(one), clampRgb(other));
}

/** As `#rrggbb`. */
export const hexOf = (color: Color): string => formatHex(clampRgb(color));

/**
 * The colour nearest to `color` in lightness, of the same hue, that passes a test; undefined when there is none.
 * As `#rrggbb`.
 */
export function nearestColor(color: string, passes: (candidate: string) => boolean): string | undefined {
  const start = toOklch(parseColor(color));
  if (!start) return undefined;
  for (let step = 1; step <= 100; step += 1) {
    for (const lightness of [start.l - step / 100, start.l + step / 100]) {
      if (lightness < 0 || lightness > 1) continue;
      const candidate = formatHex(clampChroma({ ...start, alpha: 1, l: lightness }, 'oklch'));
      if (passes(candidate)) return candidate;
    }
  }
  return undefined;
}

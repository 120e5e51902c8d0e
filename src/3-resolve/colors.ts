import { clampChroma, converter, formatCss, formatHex, parse, wcagContrast } from 'culori';

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

/** The contrast of two colours, from 1 to 21. Source: WCAG 2.2, "contrast ratio". */
export function contrastOf(one: string, other: string): number {
  return wcagContrast(one, other);
}

/**
 * The colour nearest to `color` in lightness, of the same hue, that has at least this contrast with all `others`;
 * undefined when there is none. As `#rrggbb`.
 */
export function nearestReadable(color: string, others: readonly string[], contrast: number): string | undefined {
  const start = toOklch(color);
  if (!start) return undefined;
  for (let step = 1; step <= 100; step += 1) {
    for (const lightness of [start.l - step / 100, start.l + step / 100]) {
      if (lightness < 0 || lightness > 1) continue;
      const candidate = formatHex(clampChroma({ ...start, l: lightness }, 'oklch'));
      if (others.every((other) => wcagContrast(candidate, other) >= contrast)) return candidate;
    }
  }
  return undefined;
}

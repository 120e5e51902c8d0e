import { drawingFunctions, drawingProperties, themeTokens } from './svg-lists.ts';

/** What comes of a value: how it is written in a slide, or what it asks for from outside. */
export type SafeValue =
  | { readonly kind: 'kept'; readonly value: string }
  | { readonly kind: 'outside'; readonly address: string }
  | { readonly kind: 'unreadable' };

/** Characters with which a value could be read in two ways: escapes, comments, ends of declarations and of tags. */
const ambiguous = /[\\<>{};@]|\/\*|<!--|-->/;

/** Gives the id in a slide for an id in the file. */
export type Rename = (id: string) => string;

/** Makes the value of a property safe: it computes, or points at parts of the same drawing. */
export function safeValue(value: string, rename: Rename): SafeValue {
  if (ambiguous.test(value)) return { kind: 'unreadable' };
  if (!value.includes('(')) return { kind: 'kept', value };
  let outside: string | undefined;
  const local = value.replaceAll(/url\(\s*(["']?)([^"')]*)\1\s*\)/gi, (_, __, address: string) => {
    if (!address.startsWith('#')) outside ??= address.trim();
    return `url(#${rename(address.slice(1))})`;
  });
  if (outside !== undefined) return { kind: 'outside', address: outside };
  for (const [, name = ''] of local.matchAll(/([\w-]*)\s*\(/g)) {
    if (name !== '' && !drawingFunctions.has(name.toLowerCase())) return { kind: 'unreadable' };
  }
  // What is left of an address that no pattern above takes for one.
  if (/url\((?!#)/i.test(local)) return { kind: 'unreadable' };
  return { kind: 'kept', value: local };
}

/**
 * A style attribute as its declarations, in order; what does not draw is left out, and so are values that the file gives
 * to tokens of the theme, to be looked at by itself. A part that is cut off at a `;`
 * within quotes is no declaration of a list, or has a value that is refused.
 */
export function declarationsOf(style: string): readonly (readonly [name: string, value: string])[] {
  return style.split(';').flatMap((part): readonly (readonly [string, string])[] => {
    const at = part.indexOf(':');
    const name = part.slice(0, at).trim().toLowerCase();
    const value = part.slice(at + 1).trim();
    if (at < 0 || value === '') return [];
    if (name === 'font') return fontParts(value);
    const isOwn = /^--[\w-]+$/.test(name) && !themeTokens.has(name.slice(2));
    return isOwn || drawingProperties.has(name) ? [[name, value]] : [];
  });
}

/** The parts of the shorthand `font`. Source: CSS Fonts 4, section 4.7. */
function fontParts(value: string): readonly (readonly [string, string])[] {
  const match =
    /^((?:(?:italic|oblique|normal|bold|bolder|lighter|small-caps|\d{3})\s+)*)([\d.]+[a-z%]+)(?:\s*\/\s*[\w.%]+)?\s+(.+)$/i;
  const [, leading = '', size = '', family = ''] = match.exec(value) ?? [];
  if (size === '') return [];
  const style = /italic|oblique/i.exec(leading)?.[0] ?? 'normal';
  const weight = /bolder|bold|lighter|\d{3}/i.exec(leading)?.[0] ?? 'normal';
  return [
    ['font-style', style],
    ['font-weight', weight],
    ['font-size', size],
    ['font-family', family],
  ];
}

/** A typeface of a theme, by what it is for. */
export type Family = 'body' | 'heading' | 'mono';

/** The typeface of the theme for a family in a file. Any other name would be that of a font of some machine. */
export function themeFamily(value: string): Family {
  if (/--font-heading/.test(value)) return 'heading';
  return /--font-mono|\bmono|monospace|courier|consolas|menlo|monaco/i.test(value) ? 'mono' : 'body';
}

/** A typeface as CSS. */
export const familyCss = (family: Family): string => `var(--font-${family})`;

import { done, failed, type Outcome } from '../diagnostics/outcome.ts';
import { hasErrors } from '../diagnostics/report.ts';
import type { Deck } from '../model/deck.ts';
import type { Fonts } from '../model/ports.ts';
import { type ChosenFile, chooseFonts } from './choose-fonts.ts';
import { deckText } from './deck-text.ts';
import { cssString } from './escape.ts';
import { beyondFormulaFonts, formulaFontFaces } from './formula-fonts.ts';
import { missingFamily, missingGlyphs } from './missing-glyphs.ts';

/** What the fonts of a page have to cover. */
export interface FontNeeds {
  readonly deck: Deck;
  /** HTML of all that is shown. */
  readonly html: string;
  readonly css: string;
}

/**
 * The `@font-face` rules of a page, all files inside, with the order of families that fall back on each other, and the
 * style sheet with the fonts of KaTeX put in their place. Only the ranges of characters that the page uses are embedded.
 * Errors: font/not-found, font/missing-glyph.
 */
export async function embedFonts(needs: FontNeeds, fonts: Fonts): Promise<Outcome<{ fontCss: string; css: string }>> {
  const { deck, html, css } = needs;
  const text = deckText(html + (await beyondFormulaFonts(html, fonts)), css);
  const choice = await chooseFonts(deck, text, weightsIn(css, html), fonts);
  const diagnostics = [
    ...choice.notInstalled.map((family) => missingFamily(deck, family)),
    ...missingGlyphs(deck, choice.missing),
  ];
  if (hasErrors(diagnostics)) return failed(diagnostics);
  const rules = await Promise.all(choice.files.map(fontFace));
  const list = (families: readonly string[]): string => families.map(cssString).join();
  const order = `:root{--text-fallbacks:${list(choice.fallbacks.text)};--code-fallbacks:${list(choice.fallbacks.code)}}`;
  const formulas = await formulaFontFaces(css, html, fonts);
  return done({ fontCss: [...rules, order].join('\n'), css: formulas });
}

/** The weights that a style sheet and drawings ask for. */
function weightsIn(css: string, html: string): ReadonlySet<number> {
  const drawn = html.includes('<svg') ? html.matchAll(/font-weight(?:="|:)(\d00)\b/g) : [];
  const named = [...css.matchAll(/font(?:-weight)?:\s*(\d00)\b/g), ...drawn].map(([, weight]) => Number(weight));
  return new Set([400, 700, ...named]);
}

/** The range of a family in one piece, which says nothing about what is in it. */
const everything = 'U+0000-10FFFF';

/** What joins and parts letters has no look of its own, but the letters beside it take theirs from it. */
const joiners = [0x200c, 0x200d];

async function fontFace({ file, text }: ChosenFile): Promise<string> {
  const { family, style, weight } = file;
  const joining: number[] = [];
  if (text !== undefined) for (const code of joiners) if (await file.has(code)) joining.push(code);
  const kept = text === undefined ? undefined : text + String.fromCodePoint(...joining);
  const bytes = await file.bytes(kept);
  const range = kept !== undefined && file.unicodeRange === everything ? rangeOf(kept) : file.unicodeRange;
  const source = `url(data:font/woff2;base64,${Buffer.from(bytes).toString('base64')}) format("woff2")`;
  return `@font-face{font-family:"${family}";font-style:${style};font-weight:${weight};font-display:block;src:${source};unicode-range:${range}}`;
}

const rangeOf = (text: string): string =>
  [...text].map((part) => `U+${(part.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`).join(',');

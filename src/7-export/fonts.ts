import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { done, failed, type Outcome } from '../diagnostics/outcome.ts';
import { diagnose, hasErrors } from '../diagnostics/report.ts';
import type { Deck, NamedAsset } from '../model/deck.ts';
import type { FontFile, Fonts } from '../model/ports.ts';
import type { Span } from '../model/source.ts';
import type { Tree } from '../model/tree.ts';
import { type DeckText, deckText } from './deck-text.ts';
import { beyondFormulaFonts, fallbackFamilies, formulaFontFaces } from './formula-fonts.ts';

/** What the fonts of a page have to cover. */
export interface FontNeeds {
  readonly deck: Deck;
  /** HTML of all that is shown. */
  readonly html: string;
  readonly css: string;
}

/**
 * The `@font-face` rules of a page, all files inside, and the style sheet with those of KaTeX put in their place.
 * Only the ranges of characters that the page uses are embedded.
 * Errors: font/not-found, font/missing-glyph.
 */
export async function embedFonts(needs: FontNeeds, fonts: Fonts): Promise<Outcome<{ fontCss: string; css: string }>> {
  const { deck, html, css } = needs;
  const text = deckText(html + (await beyondFormulaFonts(html, fonts)), css);
  const { value: chosen, diagnostics } = await chooseFiles(deck, text, weightsIn(css, html), fonts);
  if (!chosen || hasErrors(diagnostics)) return failed(diagnostics);
  const rules = await Promise.all(chosen.map(fontFace));
  const formulas = await formulaFontFaces(css, html, fonts);
  return done({ fontCss: rules.join('\n'), css: formulas }, diagnostics);
}

interface ChosenFile {
  readonly file: FontFile;
  /** For large fallback fonts: the characters to keep. */
  readonly text?: string;
}

async function chooseFiles(
  deck: Deck,
  text: DeckText,
  weights: ReadonlySet<number>,
  fonts: Fonts,
): Promise<Outcome<readonly ChosenFile[]>> {
  const { theme } = deck;
  const mono = theme.fonts.filter((family) => isMono(deck, family));
  const chosen = new Map<FontFile, ChosenFile>();
  const uncovered = new Set<number>();
  const diagnostics: Diagnostic[] = [];
  for (const family of theme.fonts) {
    const files = await fonts.family(family);
    if (!files) {
      diagnostics.push(missingFamily(deck, family));
      continue;
    }
    const characters = mono.includes(family) ? text.code : text.prose;
    const faces = facesOf(files, weights, mono.includes(family) ? false : text.hasItalics);
    const [regular] = faces;
    for (const character of characters) {
      const file = await covering(regular ?? [], character);
      if (!file) {
        uncovered.add(character);
        continue;
      }
      for (const face of faces) {
        const same = face.find((candidate) => candidate.unicodeRange === file.unicodeRange);
        if (same) chosen.set(same, { file: same });
      }
    }
  }
  const { files, missing } = await chooseFallbacks(uncovered, fonts);
  if (missing.length > 0) diagnostics.push(missingGlyphs(deck, missing));
  return { value: [...chosen.values(), ...files], diagnostics };
}

/** The files of a family by face, the regular one first. */
function facesOf(files: readonly FontFile[], weights: ReadonlySet<number>, italics: boolean): readonly FontFile[][] {
  const faces = new Map<string, FontFile[]>();
  for (const file of files) {
    if (file.style === 'italic' ? !italics || file.weight !== 400 : !weights.has(file.weight)) continue;
    const key = `${file.style} ${file.weight}`;
    faces.set(key, [...(faces.get(key) ?? []), file]);
  }
  const regular = faces.get('normal 400') ?? [];
  return [regular, ...[...faces.values()].filter((face) => face !== regular)];
}

/** The weights that a style sheet and drawings ask for. */
function weightsIn(css: string, html: string): ReadonlySet<number> {
  const drawn = html.includes('<svg') ? html.matchAll(/font-weight(?:="|:)(\d00)\b/g) : [];
  const named = [...css.matchAll(/font(?:-weight)?:\s*(\d00)\b/g), ...drawn].map(([, weight]) => Number(weight));
  return new Set([400, 700, ...named]);
}

async function chooseFallbacks(characters: ReadonlySet<number>, fonts: Fonts) {
  const kept = new Map<FontFile, string>();
  const missing: number[] = [];
  for (const character of [...characters].sort((a, b) => a - b)) {
    const file = await inFamilies(fallbackFamilies, character, fonts);
    if (file) kept.set(file, (kept.get(file) ?? '') + String.fromCodePoint(character));
    else missing.push(character);
  }
  return { files: [...kept].map(([file, text]): ChosenFile => ({ file, text })), missing };
}

async function inFamilies(families: readonly string[], character: number, fonts: Fonts): Promise<FontFile | undefined> {
  for (const family of families) {
    const files = (await fonts.family(family)) ?? [];
    const file = await covering(files, character);
    if (file) return file;
  }
  return undefined;
}

async function covering(files: readonly FontFile[], character: number): Promise<FontFile | undefined> {
  for (const file of files) if (await file.has(character)) return file;
  return undefined;
}

async function fontFace({ file, text }: ChosenFile): Promise<string> {
  const bytes = await file.bytes(text);
  const range =
    text === undefined ? file.unicodeRange : [...text].map((part) => `U+${hex(part.codePointAt(0) ?? 0)}`).join(',');
  const source = `url(data:font/woff2;base64,${Buffer.from(bytes).toString('base64')}) format("woff2")`;
  return `@font-face{font-family:"${file.family}";font-style:${file.style};font-weight:${file.weight};font-display:block;src:${source};unicode-range:${range}}`;
}

const hex = (codePoint: number): string => codePoint.toString(16).toUpperCase().padStart(4, '0');

function isMono({ theme }: Deck, family: string): boolean {
  return (
    theme.tokens.get('font-mono')?.includes(family) === true &&
    !/font-(body|heading)/.test(rolesOf(theme.tokens, family))
  );
}

function rolesOf(tokens: ReadonlyMap<string, string>, family: string): string {
  return [...tokens]
    .filter(([, value]) => value.includes(`"${family}"`))
    .map(([name]) => name)
    .join(' ');
}

function missingFamily({ course, theme }: Deck, family: string): Diagnostic {
  const token = course.theme.tokens?.entries.find(({ value }) => value.kind === 'scalar' && value.value === family);
  const name = `@fontsource/${family.toLowerCase().replaceAll(/\s+/g, '-')}`;
  return diagnose(
    'font/not-found',
    token?.value.span ?? { file: theme.source.path, start: 0, end: 0 },
    `The font family "${family}" is not installed.`,
    `Lectern takes fonts from packages: \`npm install ${name}\` in the folder of your project.`,
  );
}

const shownIn =
  (characters: readonly number[]) =>
  (text: string): boolean =>
    characters.some((code) => text.includes(String.fromCodePoint(code)));

/** The first text in a tree that is drawn and passes a test. */
function placeOf(test: (text: string) => boolean, tree: Tree): Span | undefined {
  if (tree.kind === 'scalar') return typeof tree.value === 'string' && test(tree.value) ? tree.span : undefined;
  const parts =
    tree.kind === 'list' ? tree.items : tree.entries.filter(({ key }) => key !== 'alt').map(({ value }) => value);
  for (const part of parts) {
    const found = placeOf(test, part);
    if (found) return found;
  }
  return undefined;
}

/** The first drawing on a slide with a text that passes a test. */
function drawingWith({ slides, assets }: Deck, test: (text: string) => boolean): NamedAsset | undefined {
  return slides
    .flatMap(({ images }) => images)
    .find(({ path }) => {
      const asset = assets.get(path);
      return asset?.kind === 'drawing' && test(asset.drawing.text.normalize('NFC'));
    });
}

function missingGlyphs(deck: Deck, characters: readonly number[]): Diagnostic {
  const shown = characters.slice(0, 8).map((code) => `${String.fromCodePoint(code)} (U+${hex(code)})`);
  const inText = placeOf(shownIn(characters), deck.section.node);
  // Or else a drawing has it, and the place is where the drawing is named.
  const drawing = inText ? undefined : drawingWith(deck, shownIn(characters));
  const more = characters.length > shown.length ? ` and ${characters.length - shown.length} more` : '';
  return diagnose(
    'font/missing-glyph',
    inText ?? drawing?.span ?? deck.section.title.span,
    `No font of the theme has ${shown.join(', ')}${more}${drawing ? ` in "${drawing.path}"` : ''}: each machine would show it in another way.`,
    'Choose a font for the course that has these characters (theme.tokens.font-body), or write them in another way.',
  );
}

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { diagnose } from '../diagnostics/report.ts';
import type { Deck } from '../model/deck.ts';
import { emojiIn } from '../model/emoji.ts';
import type { Span } from '../model/source.ts';
import { findText } from '../model/tree.ts';
import { type FontKind, familyToInstall, packageOf } from './script-fonts.ts';

/** That a family of the theme is not installed. Error: font/not-found. */
export function missingFamily({ theme }: Deck, family: string): Diagnostic {
  return diagnose(
    'font/not-found',
    theme.fontPlaces.get(family) ?? { file: theme.source.path, start: 0, end: 0 },
    `The font family "${family}" is not installed.`,
    `Lectern takes fonts from packages: \`npm install ${packageOf(family)}\` in the folder of your project.`,
  );
}

/** The characters that no font has, one message for each thing to do about them. Error: font/missing-glyph. */
export function missingGlyphs(deck: Deck, characters: ReadonlyMap<number, FontKind>): readonly Diagnostic[] {
  const byHint = new Map<string, string[]>();
  for (const [code, kind] of characters) {
    const character = String.fromCodePoint(code);
    const hint = hintFor(character, kind, deck.course.language);
    byHint.set(hint, [...(byHint.get(hint) ?? []), character]);
  }
  return [...byHint].map(([hint, list]) => missingGlyph(deck, list.sort(), hint));
}

function hintFor(character: string, kind: FontKind, language: string): string {
  const family = familyToInstall(character, kind, language);
  if (family !== undefined) {
    return `\`npm install ${packageOf(family)}\` in the folder of your project: Lectern then takes them from there.`;
  }
  return emojiIn(character).length > 0
    ? 'Emoji are pictures, which cannot stand in a diagram: write a word, or put them into the title or the caption.'
    : 'Choose a font for the course that has these characters (theme.tokens.font-body), or write them in another way.';
}

function missingGlyph(deck: Deck, characters: readonly string[], hint: string): Diagnostic {
  const shown = characters.slice(0, 8).map((character) => `${character} (${unicodeName(character)})`);
  const more = characters.length > shown.length ? ` and ${characters.length - shown.length} more` : '';
  const { span, drawing } = placeOf(deck, characters);
  const where = drawing === undefined ? '' : ` in "${drawing}"`;
  const message = `No font of the theme has ${shown.join(', ')}${more}${where}: each machine would show it in another way.`;
  return diagnose('font/missing-glyph', span, message, hint);
}

const unicodeName = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** Where some characters stand: in a text of the section, in its data, in a drawing that it names, or around it. */
function placeOf(deck: Deck, characters: readonly string[]): { readonly span: Span; readonly drawing?: string } {
  const inSection = findText(deck.section.node, ...characters) ?? inData(deck, characters);
  if (inSection) return { span: inSection };
  for (const { path, span } of deck.slides.flatMap(({ images }) => images)) {
    const asset = deck.assets.get(path);
    if (asset?.kind === 'drawing' && hasAny(asset.drawing.text, characters)) return { span, drawing: path };
  }
  const around = findText(deck.lesson.node, ...characters) ?? findText(deck.course.node, ...characters);
  return { span: around ?? deck.section.title.span };
}

/** The first cell of data, or file of code, with such a character. */
function inData({ slides }: Deck, characters: readonly string[]): Span | undefined {
  for (const field of slides.flatMap(({ fields }) => Object.values(fields))) {
    if (field.kind === 'data') {
      const cell = [field.columns, ...field.rows].flat().find(({ text }) => hasAny(text, characters));
      if (cell) return cell.span;
    }
    if (field.kind === 'code-file' && field.source) {
      const { path, text } = field.source;
      const start = Math.min(...characters.map((character) => text.indexOf(character)).filter((at) => at >= 0));
      if (Number.isFinite(start)) return { file: path, start, end: start + 1 };
    }
  }
  return undefined;
}

const hasAny = (text: string, characters: readonly string[]): boolean =>
  characters.some((character) => text.normalize('NFC').includes(character));

import type { Deck } from '../model/deck.ts';
import type { FontFamily, FontFile, Fonts } from '../model/ports.ts';
import type { DeckText } from './deck-text.ts';
import { type FontKind, fallbackFamilies } from './script-fonts.ts';

/** A file to embed. With `text`, only what these characters need of it. */
export interface ChosenFile {
  readonly file: FontFile;
  readonly text?: string;
}

/** What the texts of a page are set in. */
export interface FontChoice {
  readonly files: readonly ChosenFile[];
  /** The families that follow those of the theme, in order; never empty. */
  readonly fallbacks: { readonly text: readonly string[]; readonly code: readonly string[] };
  /** Characters that no installed family has, with what the texts around them are set in. */
  readonly missing: ReadonlyMap<number, FontKind>;
  /** Families of the theme that are not installed. */
  readonly notInstalled: readonly string[];
}

/** The weights in which fallbacks are there; browsers take the nearer one. */
const fallbackWeights = new Set([400, 700]);

/** A family in more slices than this, as those of East Asia are, is cut down to the characters in use. */
const mostSlices = 20;

/**
 * Finds for each character of a page the family that draws it: the theme's own, another one of the theme, one that is
 * installed for its script, one for symbols. Style sheets name the families in the same order, so that browsers agree.
 */
export async function chooseFonts(
  deck: Deck,
  text: DeckText,
  weights: ReadonlySet<number>,
  fonts: Fonts,
): Promise<FontChoice> {
  const { theme, course } = deck;
  const mono = theme.fonts.filter((family) => isMono(deck, family));
  const others = theme.fonts.filter((family) => !mono.includes(family));
  const kind = (await fonts.family(familyOf(deck, 'font-body')))?.isSerif === true ? 'serif' : 'sans';
  const notInstalled: string[] = [];
  const missing = new Map<number, FontKind>();
  const files = new FilesByCharacter();

  const choose = async (own: readonly string[], characters: readonly number[], use: FontKind, italics: boolean) => {
    const uncovered = new Set<number>();
    for (const name of own) {
      const family = await fonts.family(name);
      if (!family) notInstalled.push(name);
      else for (const character of await files.add(family, characters, weights, italics)) uncovered.add(character);
    }
    let left: readonly number[] = [...uncovered].sort((a, b) => a - b);
    const followers = new Set(others);
    for (const name of [...others, ...fallbackFamilies(use, course.language)]) {
      if (left.length === 0) break;
      const family = await fonts.family(name);
      const rest = family ? await files.add(family, left, fallbackWeights, italics, true) : left;
      if (rest.length < left.length) followers.add(name);
      // An accent and its letter come from one font, or browsers show empty boxes.
      const hasAccent = left.some((code) => isAccent(code) && !rest.includes(code));
      if (family && hasAccent) await files.add(family, letters, fallbackWeights, italics, true);
      left = rest;
    }
    for (const character of left) missing.set(character, missing.get(character) ?? use);
    return [...(followers.size > 0 ? followers : mono)];
  };
  const inText = await choose(others, text.prose, kind, text.hasItalics);
  const inCode = await choose(mono, text.code, 'code', false);
  return { files: files.chosen, fallbacks: { text: inText, code: inCode }, missing, notInstalled };
}

/** An accent that joins the letter before it. */
const isAccent = (code: number): boolean => code >= 0x300 && code <= 0x36f;

/** A letter that each Latin font has. */
const latinX = 0x78;

/** Letters that may have an accent: those of formulas and of names. */
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'].map((letter) => letter.charCodeAt(0));

/** The files that a page embeds, and for some of them the characters that it needs of them. */
class FilesByCharacter {
  /** `whole`, or the characters. */
  readonly #files = new Map<FontFile, 'whole' | Set<number>>();

  get chosen(): readonly ChosenFile[] {
    return [...this.#files].map(([file, use]) => {
      if (use === 'whole') return { file };
      const characters = [...use].sort((a, b) => a - b);
      return { file, text: String.fromCodePoint(...characters) };
    });
  }

  /** Takes of a family what some characters need, and gives back those that it has not. */
  async add(
    { files }: FontFamily,
    characters: readonly number[],
    weights: ReadonlySet<number>,
    italics: boolean,
    asFallback = false,
  ): Promise<readonly number[]> {
    const faces = facesOf(files, weights, italics);
    const [regular = []] = faces;
    const isCut = asFallback || regular.length > mostSlices;
    const rest: number[] = [];
    for (const character of characters) {
      const found = await covering(regular, character);
      if (!found) rest.push(character);
      for (const file of found ? faces.flat() : []) {
        if (file.unicodeRange === found?.unicodeRange) this.#take(file, isCut ? character : 'whole');
      }
    }
    return rest;
  }

  #take(file: FontFile, what: number | 'whole'): void {
    const known = this.#files.get(file);
    if (known === 'whole') return;
    if (what === 'whole') this.#files.set(file, what);
    else if (known) known.add(what);
    else this.#files.set(file, new Set([what]));
  }
}

/** The files of a family by face, the regular one first. */
function facesOf(files: readonly FontFile[], weights: ReadonlySet<number>, italics: boolean): readonly FontFile[][] {
  const faces = new Map<string, FontFile[]>();
  for (const file of files) {
    if (file.style === 'italic' ? !italics || file.weight !== 400 : !weights.has(file.weight)) continue;
    const key = `${file.style} ${file.weight}`;
    faces.set(key, [...(faces.get(key) ?? []), file]);
  }
  // Some families come in one weight, and that is another one.
  const regular = faces.get('normal 400') ?? [...faces.values()][0] ?? [];
  return [regular, ...[...faces.values()].filter((face) => face !== regular)];
}

async function covering(files: readonly FontFile[], character: number): Promise<FontFile | undefined> {
  for (const file of files) {
    // Slices of other letters have accents too, which the letters of a formula cannot take from there.
    if ((await file.has(character)) && (!isAccent(character) || (await file.has(latinX)))) return file;
  }
  return undefined;
}

/** The family that a token of the deck's theme names; the first one of a theme that has no such token. */
export function familyOf({ theme }: Deck, token: 'font-body' | 'font-heading'): string {
  const value = theme.tokens.get(token);
  return theme.fonts.find((family) => value?.includes(`"${family}"`)) ?? theme.fonts[0] ?? '';
}

function isMono({ theme }: Deck, family: string): boolean {
  const named = [...theme.tokens].filter(([, value]) => value.includes(`"${family}"`)).map(([name]) => name);
  return named.includes('font-mono') && !named.some((name) => /font-(body|heading)/.test(name));
}

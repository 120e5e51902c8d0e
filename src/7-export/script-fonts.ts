/** What a text is set in: the kinds of families that look well beside each other. */
export type FontKind = 'sans' | 'serif' | 'code';

/** A script, or what several have in common, with its family for each kind of text around it. */
type ScriptFonts = readonly [script: RegExp, sans: string, serif: string];

/**
 * Families by script, all of them packages of @fontsource. Source: Unicode property Script_Extensions, so that the comma
 * of Arabic and the full stop of Chinese count as theirs.
 */
const scripts: readonly ScriptFonts[] = [
  [/[\p{scx=Latin}\p{scx=Greek}\p{scx=Cyrillic}]/u, 'Noto Sans', 'Noto Serif'],
  [/\p{scx=Arabic}/u, 'Noto Sans Arabic', 'Noto Naskh Arabic'],
  [/\p{scx=Hebrew}/u, 'Noto Sans Hebrew', 'Noto Serif Hebrew'],
  [/\p{scx=Devanagari}/u, 'Noto Sans Devanagari', 'Noto Serif Devanagari'],
  [/\p{scx=Bengali}/u, 'Noto Sans Bengali', 'Noto Serif Bengali'],
  [/\p{scx=Gurmukhi}/u, 'Noto Sans Gurmukhi', 'Noto Serif Gurmukhi'],
  [/\p{scx=Gujarati}/u, 'Noto Sans Gujarati', 'Noto Serif Gujarati'],
  [/\p{scx=Tamil}/u, 'Noto Sans Tamil', 'Noto Serif Tamil'],
  [/\p{scx=Telugu}/u, 'Noto Sans Telugu', 'Noto Serif Telugu'],
  [/\p{scx=Kannada}/u, 'Noto Sans Kannada', 'Noto Serif Kannada'],
  [/\p{scx=Malayalam}/u, 'Noto Sans Malayalam', 'Noto Serif Malayalam'],
  [/\p{scx=Sinhala}/u, 'Noto Sans Sinhala', 'Noto Serif Sinhala'],
  [/\p{scx=Thai}/u, 'Noto Sans Thai', 'Noto Serif Thai'],
  [/\p{scx=Lao}/u, 'Noto Sans Lao', 'Noto Serif Lao'],
  [/\p{scx=Khmer}/u, 'Noto Sans Khmer', 'Noto Serif Khmer'],
  [/\p{scx=Georgian}/u, 'Noto Sans Georgian', 'Noto Serif Georgian'],
  [/\p{scx=Armenian}/u, 'Noto Sans Armenian', 'Noto Serif Armenian'],
  [/\p{scx=Ethiopic}/u, 'Noto Sans Ethiopic', 'Noto Serif Ethiopic'],
];

/** The families of a country of East Asia. */
const eastern = (country: string, script = /[\p{scx=Han}\uff00-\uffef]/u): ScriptFonts => [
  script,
  `Noto Sans ${country}`,
  `Noto Serif ${country}`,
];

/** Chinese characters look different in each country: the language says whose come first. */
function eastAsian(language: string): readonly ScriptFonts[] {
  if (/^ja\b/i.test(language)) return ['JP', 'SC', 'TC', 'KR'].map((country) => eastern(country));
  if (/^ko\b/i.test(language)) return ['KR', 'JP', 'TC', 'SC'].map((country) => eastern(country));
  const isTraditional = /^zh\b.*-(hant|tw|hk|mo)\b/i.test(language);
  return [...(isTraditional ? ['TC', 'SC'] : ['SC', 'TC']), 'JP', 'KR'].map((country) => eastern(country));
}

/** What only one country writes. */
const ofOneCountry: readonly ScriptFonts[] = [
  eastern('JP', /[\p{Script=Hiragana}\p{Script=Katakana}]/u),
  eastern('KR', /\p{Script=Hangul}/u),
  eastern('TC', /\p{Script=Bopomofo}/u),
];

/** What comes with Lectern and has Latin, Greek and Cyrillic letters. */
const ownFamilies: Readonly<Record<FontKind, readonly string[]>> = {
  sans: ['Source Sans 3'],
  serif: ['Source Serif 4'],
  code: ['Source Code Pro', 'Source Sans 3'],
};

/** Arrows, operators, dingbats. */
const symbolFamilies = ['Noto Sans Math', 'Noto Sans Symbols 2'];

/**
 * The families that stand in, in this order, for characters that a theme's own have not. Those that are not installed
 * are passed over. `language` is a BCP 47 tag.
 */
export function fallbackFamilies(kind: FontKind, language: string): readonly string[] {
  const familiesOf = (of: readonly ScriptFonts[]): readonly string[] =>
    of.flatMap(([, sans, serif]) => (kind === 'serif' ? [serif, sans] : [sans, serif]));
  const eastern = familiesOf(eastAsian(language));
  const rest = [...familiesOf(scripts), ...ownFamilies[kind], ...symbolFamilies];
  const own = kind === 'code' ? ownFamilies.code : [];
  // They have symbols of their own, as wide as their letters, which suit no other script.
  return [...own, ...(/^(ja|ko|zh)\b/i.test(language) ? [...eastern, ...rest] : [...rest, ...eastern])];
}

/** The family to install for a character; undefined when none is known to have it. */
export function familyToInstall(character: string, kind: FontKind, language: string): string | undefined {
  const all = [...scripts, ...ofOneCountry, ...eastAsian(language)];
  const [, sans, serif] = all.find(([script]) => script.test(character)) ?? [];
  return kind === 'serif' ? serif : sans;
}

/** The package of a family. */
export const packageOf = (family: string): string => `@fontsource/${family.toLowerCase().replaceAll(/\s+/g, '-')}`;

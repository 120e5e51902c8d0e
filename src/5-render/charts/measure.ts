/** Letters by how wide they are, in parts of the type size. Rather too wide than too narrow: typefaces differ. */
const widths: readonly (readonly [RegExp, number])[] = [
  [/[\p{Mn}\p{Me}\p{Cf}]/u, 0],
  [/[ijl.,:;'|!’‘·]/u, 0.33],
  [/[frtI()[\]{}\s"“”*/\\-]/u, 0.42],
  [/[mwMW@%—…]/u, 0.95],
  // In a column all digits are as wide as the widest.
  [/\d/u, 0.65],
  [/\p{Extended_Pictographic}/u, 1.3],
  [/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uffef]/u, 1.02],
  [/[\p{Lu}&+<=>±×−→]/u, 0.74],
];

/** How wide a text is at most, about, in pixels. */
export function widthOf(text: string, size: number): number {
  let width = 0;
  for (const letter of text) width += widths.find(([letters]) => letters.test(letter))?.[1] ?? 0.57;
  return width * size;
}

/** The width of the widest of some texts; 0 without any. */
export function widest(texts: readonly string[], size: number): number {
  return Math.max(0, ...texts.map((text) => widthOf(text, size)));
}

/** From line to line, in pixels. */
export const lineHeight = (size: number): number => Math.round(size * 1.2);

/** A number and its unit stand together: a space that does not break is part of a word. */
const words = (text: string): readonly string[] => text.split(/[ \t\n\r]+/);

/** Divides a text into lines no wider than `limit`: between words, and within a word only when it is too long itself. */
export function wrap(text: string, size: number, limit: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of words(text).flatMap((word) => piecesOf(word, size, limit))) {
    const longer = line === '' || piece.isContinued ? line + piece.text : `${line} ${piece.text}`;
    if (line !== '' && widthOf(longer, size) > limit) {
      lines.push(line);
      line = piece.text;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
}

/** The width that some texts are divided at: `wished`, or as much more as their longest word needs, but no more than `most`. */
export function limitFor(texts: readonly string[], size: number, wished: number, most: number): number {
  const longest = widest(
    texts.flatMap((text) => words(text).flatMap(partsOf)),
    size,
  );
  return Math.min(Math.max(wished, longest), most);
}

/** Whether a text can be divided into lines of a width without tearing a word. */
export function wrapsWell(text: string, size: number, limit: number): boolean {
  return words(text).every((word) => partsOf(word).every((part) => widthOf(part, size) <= limit));
}

/** East Asian letters may stand on lines of their own, and what is behind a hyphen; other words stay together. */
const partsOf = (word: string): readonly string[] =>
  word.match(
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}-]+-*|-+/gu,
  ) ?? [];

function piecesOf(word: string, size: number, limit: number): { text: string; isContinued: boolean }[] {
  const parts = partsOf(word).flatMap((part) => (widthOf(part, size) <= limit ? [part] : torn(part, size, limit)));
  return parts.map((text, at) => ({ text, isContinued: at > 0 }));
}

const segments = new Intl.Segmenter('en');

function torn(word: string, size: number, limit: number): string[] {
  const parts = [''];
  for (const { segment } of segments.segment(word)) {
    const last = parts.at(-1) ?? '';
    if (last !== '' && widthOf(last + segment, size) > limit) parts.push(segment);
    else parts[parts.length - 1] = last + segment;
  }
  return parts;
}

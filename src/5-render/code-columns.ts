/** The length of the longest line of a listing, in letters of a typeface in which all are equally wide. At least 1. */
export function columnsOf(code: string): number {
  return Math.max(1, ...code.split('\n').map(lengthOf));
}

function lengthOf(line: string): number {
  let length = 0;
  for (const letter of line.trimEnd()) {
    if (letter === '\t') length += 4 - (length % 4);
    // Not in typefaces for code: these come from others, and are as wide as they are high.
    else if (/[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{Emoji_Presentation}]/u.test(letter)) length += 1.7;
    else if (!/\p{M}/u.test(letter)) length += 1;
  }
  return Math.ceil(length);
}

/** Controls, lone surrogates, and marks that turn the direction of writing. */
const invisible =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: to find them is what it is for.
  /[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]|(?<![\ud800-\udbff])[\udc00-\udfff]|[\ud800-\udbff](?![\udc00-\udfff])/g;

/**
 * A text of a course as a terminal can show it: what would move the cursor, change colours or the order of letters is
 * replaced by a sign for it, a tab by two spaces. Line breaks stay.
 */
export function visible(text: string): string {
  return text.replaceAll('\t', '  ').replaceAll(invisible, signFor);
}

/** Source: Unicode, Control Pictures (U+2400). */
function signFor(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '␡' : '\ufffd';
}

/** One part of a sequence: a flag, or a sign with skin tone, keycap, tags or the wish for one of its two looks. */
const element = String.raw`(?:\p{RI}\p{RI}?|\p{Emoji}(?:\p{Emoji_Modifier}|\ufe0f?\u20e3|[\ufe0e\ufe0f]|[\u{e0020}-\u{e007f}]+)?)`;

/** All that may be an emoji, digits among them. Source: UTS #51, "possible emoji" in section 1.4.9. */
const possible = new RegExp(`${element}(?:\\u200d${element})*`, 'gu');

/** What makes it one; without, signs such as `©` and `✓` are text. */
const isPicture = /[\p{Emoji_Presentation}\p{RI}\p{Emoji_Modifier}]|\u200d|\ufe0f/u;

/**
 * Whether a sequence wants to be shown as a picture. Sequences that do not exist, such as half a flag, want it as well:
 * no font shows them in the same way everywhere.
 */
function asksForPicture(sequence: string): boolean {
  if (sequence.includes('\ufe0e')) return false;
  return /^[0-9#*]/.test(sequence) ? sequence.includes('\u20e3') : isPicture.test(sequence);
}

/** All emoji in a text, in order. */
export function emojiIn(text: string): readonly string[] {
  return (text.match(possible) ?? []).filter(asksForPicture);
}

/** The text with its emoji replaced. */
export function replaceEmoji(text: string, replacement: (emoji: string) => string): string {
  return text.replaceAll(possible, (found) => (asksForPicture(found) ? replacement(found) : found));
}

/** A title for where pictures cannot stand, without its emoji, unless there is nothing else to it. */
export function withoutEmoji(title: string): string {
  const words = replaceEmoji(title, () => '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return words === '' ? title : words;
}

/**
 * The emoji that a text consists of, or undefined when it is anything else. A character that is a sign of text by itself,
 * such as ⚖, becomes the emoji of it.
 */
export function emojiOf(text: string): string | undefined {
  const written = text.trim();
  return [written, `${written}\ufe0f`].find((candidate) => emojiIn(candidate)[0] === candidate);
}

/** What Unicode recommends to be shown as one emoji. Source: UTS #51, section 1.4.6. */
const one = /^\p{RGI_Emoji}$/v;

/**
 * The emoji that a text consists of, or undefined when it is anything else. A character that is a sign of text by itself,
 * such as ⚖, becomes the emoji of it.
 */
export function emojiOf(text: string): string | undefined {
  const written = text.trim();
  return [written, `${written}\ufe0f`].find((candidate) => one.test(candidate));
}

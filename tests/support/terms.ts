/**
 * Text as a line of words, for looking up terms: lower case, ligatures and other compatibility characters resolved, every
 * hyphen, line break, and sign of punctuation a space. So a term is found however its line was broken.
 */
export function wordsOf(text: string): string {
  const words = text
    .normalize('NFKC')
    .replaceAll('\u00ad', '')
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}&×]+/gu);
  return ` ${(words ?? []).join(' ')} `;
}

/** Whether a line of words, made by {@link wordsOf}, has a term as whole words. */
export function hasTerm(words: string, term: string): boolean {
  return words.includes(wordsOf(term));
}

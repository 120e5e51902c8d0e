/** Longer texts are not repeated in a hint. */
const longest = 70;

/** A hint to quote a text that YAML misreads, with the quotes that change nothing in it. */
export function quotingHint(text: string): string {
  const clause = quotingClause(text);
  return `${clause.charAt(0).toUpperCase()}${clause.slice(1)}.`;
}

/** The same as part of a sentence. */
export function quotingClause(text: string): string {
  if (/^[“”„‘’«»]/.test(text)) return 'put the whole text into straight quotes, "…": “ and ” are letters to YAML';
  if (text.length > longest || text.includes('\n')) return 'put the whole text into quotes';
  return `put the whole text into quotes: ${quoted(text)}`;
}

/** Source: YAML 1.2.2, sections 7.3.1 and 7.3.2. */
export function quoted(text: string): string {
  return /["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
}

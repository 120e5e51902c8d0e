/**
 * The cells of a table row beyond its columns, which Markdown leaves out without a word. Empty ones do not count.
 * `row` is the line of the row without what stands before the table.
 * Source: GitHub Flavored Markdown, section 4.10 "Tables".
 */
export function surplusCells(row: string, columns: number): readonly string[] {
  const cells = row
    .trim()
    .replace(/^\|/, '')
    .split(/(?<!\\)\|/);
  return cells
    .slice(columns)
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '');
}

/**
 * The words of the player, in the language of the course: the text under a key, its `{placeholders}` filled.
 * A missing key shows itself.
 */
export type Labels = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** Reads labels from a table. Keys are given without the prefix `player-`, which they have in the table. */
export function createLabels(table: Readonly<Record<string, string>>): Labels {
  return (key, values = {}) =>
    (table[`player-${key}`] ?? key).replace(/\{(\w+)\}/g, (placeholder, name: string) =>
      String(values[name] ?? placeholder),
    );
}

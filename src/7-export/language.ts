import type { Labels } from '../model/library.ts';

/** The words of a page, in one language. */
export interface Words {
  readonly language: string;
  readonly labels: Labels;
}

/**
 * The text under a key, its `{placeholders}` filled. Not escaped.
 * Throws when there is no such key: the labels that come with Lectern are complete, so that is a bug of ours.
 */
export function label(words: Words, key: string, values: Readonly<Record<string, string | number>> = {}): string {
  const text = words.labels[key];
  if (text === undefined) throw new Error(`There is no label "${key}" in "${words.language}".`);
  return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => String(values[name] ?? placeholder));
}

/**
 * A number with its noun, such as `1 slide` or `12 slides`. Looks for `<key>-one`, `<key>-few` … as the language asks,
 * and takes `<key>-other` when a form is not there. Source: Unicode plural rules (CLDR).
 */
export function counted(words: Words, key: string, count: number): string {
  const form = `${key}-${new Intl.PluralRules(words.language).select(count)}`;
  return label(words, form in words.labels ? form : `${key}-other`, { count });
}

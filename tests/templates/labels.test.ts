import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from '../../src/1-parse/index.ts';
import { resolveLabels } from '../../src/3-resolve/index.ts';
import type { Labels } from '../../src/model/library.ts';

const folder = 'templates/labels';
const languages = readdirSync(folder)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => file.slice(0, -'.yaml'.length))
  .sort();
const pluralForms = ['zero', 'one', 'two', 'few', 'many', 'other'] as const;
const pluralKey = new RegExp(`^(.+)-(?:${pluralForms.join('|')})$`);
const english = read('en');

describe('labels', () => {
  it('are there in English and in other languages', () => {
    expect(languages).toContain('en');
    expect(languages.length).toBeGreaterThan(1);
  });
});

describe.each(languages)('labels in "%s"', (language) => {
  const labels = read(language);

  it('have the keys of the English ones in their order, with the plural forms of the language', () => {
    expect(Object.keys(labels)).toEqual(Object.keys(english).flatMap((key) => keysIn(language, key)));
  });

  it('have the placeholders of the English ones', () => {
    const placeholders = Object.entries(labels).map(([key, text]) => [key, placeholdersOf(text)]);
    const expected = Object.keys(labels).map((key) => [key, placeholdersOf(english[englishKey(key)] ?? '')]);
    expect(placeholders).toEqual(expected);
  });

  it('are never empty', () => {
    expect(Object.keys(labels).filter((key) => labels[key]?.trim() === '')).toEqual([]);
  });
});

/** The labels of a language, read as a build reads them. */
function read(language: string): Labels {
  const path = `${folder}/${language}.yaml`;
  const { value: tree, diagnostics } = parse({ path, text: readFileSync(path, 'utf8') });
  expect(diagnostics).toEqual([]);
  if (!tree) throw new Error(`${path} has no content.`);
  const labels = resolveLabels(tree);
  expect(labels.diagnostics).toEqual([]);
  return labels.value ?? {};
}

/** The key that stands for a text with a number in all its forms, without the form; undefined for other texts. */
function countedKey(key: string): string | undefined {
  const base = pluralKey.exec(key)?.[1];
  return base !== undefined && `${base}-other` in english ? base : undefined;
}

/** The English key whose placeholders a key has to have: English lacks forms that other languages have. */
function englishKey(key: string): string {
  const counted = countedKey(key);
  return counted === undefined ? key : `${counted}-other`;
}

/** The keys of a language in the place of an English key. All plural forms stand where English has `<key>-other`. */
function keysIn(language: string, key: string): readonly string[] {
  const counted = countedKey(key);
  if (counted === undefined) return [key];
  if (key !== `${counted}-other`) return [];
  const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
  return pluralForms.filter((form) => pluralCategories.includes(form)).map((form) => `${counted}-${form}`);
}

/** The placeholders of a text, sorted; one that occurs twice is there twice. Their order is the language's own. */
function placeholdersOf(text: string): readonly string[] {
  return (text.match(/\{[^}]*\}?/g) ?? []).sort();
}

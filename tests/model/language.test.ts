import { expect, it } from 'vitest';
import { directionOf, lookupTags } from '../../src/model/language.ts';

it.each([
  ['ar', 'rtl'],
  ['he-IL', 'rtl'],
  ['pa-Arab-PK', 'rtl'],
  ['pa', 'ltr'],
  ['de-AT', 'ltr'],
])('knows which way "%s" runs', (language, direction) => {
  expect(directionOf(language)).toBe(direction);
});

it.each([
  ['de-AT', ['de-AT', 'de']],
  ['zh-Hant-TW', ['zh-Hant-TW', 'zh-Hant', 'zh']],
  ['en', ['en']],
])('looks for what is said in "%s" under ever more general tags', (language, tags) => {
  expect(lookupTags(language)).toEqual(tags);
});

import { describe, expect, it } from 'vitest';
import { lessonSlug, numbered, slug } from '../../src/3-resolve/slug.ts';

describe('slug', () => {
  it.each([
    ['What is Generative AI?', 'what-is-generative-ai'],
    ["Bayes' rule — and Murphy’s", 'bayes-rule-and-murphys'],
    ['Straße, Ärger & Co.', 'straße-ärger-co'],
    ['cafe\u0301 = café', 'café-café'],
    ['日本語の 授業', '日本語の-授業'],
    ['مقدمة في الاحتمال', 'مقدمة-في-الاحتمال'],
    ['../../etc/passwd', 'etc-passwd'],
    ['a\u0000b\nc', 'a-b-c'],
    ['CON', 'con'],
    ['🤖 Robots 🤖', 'robots'],
  ])('makes a name of %j', (text, name) => {
    expect(slug(text, 'section')).toBe(name);
  });

  it('has a name for a text that nothing is left of', () => {
    const names = ['🤖🧠', '…', ''].map((text) => slug(text, 'section'));
    expect(names).toEqual(['section', 'section', 'section']);
  });

  it.each(['a', 'ä', '漢', '𐐨'])(
    'cuts a long name of %s between characters, so that file systems take it',
    (letter) => {
      const name = slug(`${letter.repeat(30)} `.repeat(20), 'section');
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(120);
      expect(name).toMatch(new RegExp(`^(${letter}{1,30}-?)+$`, 'u'));
      expect(name).not.toMatch(/-$/);
    },
  );
});

it('puts a number of two digits or more before a name', () => {
  expect([numbered(3, 'joins'), numbered(12, 'x'), numbered(100, 'y')]).toEqual(['03-joins', '12-x', '100-y']);
});

it('takes the name of a lesson from its file', () => {
  expect(lessonSlug('content/db101/02-joins.yaml')).toBe('joins');
  expect(lessonSlug('content/db101/10_Inner Joins.yml')).toBe('inner-joins');
  expect(lessonSlug('content/db101/01.yaml')).toBe('lesson');
});

import { describe, expect, it } from 'vitest';
import { parse } from '../../src/1-parse/index.ts';
import { check } from '../../src/2-validate/check.ts';
import type { Schema } from '../../src/model/contract.ts';
import { marked } from '../support/marked.ts';

/** Expects one mistake, at the marked place; gives what is said of it. */
function mistake(
  schema: Schema,
  written: string,
): { readonly code: string; readonly message: string; readonly hint: string } {
  const { text, start, end } = marked(written);
  const { value } = parse({ path: 'a.yaml', text });
  if (!value) throw new Error('This is no YAML.');
  const found = check(schema, value);
  expect(found).toMatchObject([{ span: { file: 'a.yaml', start, end } }]);
  const [{ code, message, hint = '' } = { code: '', message: '' }] = found;
  return { code, message, hint };
}

const text: Schema = { type: 'string' };
const fields = (properties: Readonly<Record<string, Schema>>, required: readonly string[] = []): Schema => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});

describe('a choice between types', () => {
  const choice: Schema = { anyOf: [text, fields({ text, icon: text }, ['text'])] };

  it.each([
    ['field/wrong-type', '- a\n- ⟦5⟧\n'],
    ['field/wrong-type', '- ⟦[a]⟧\n'],
    ['field/missing', '- ⟦icon: a⟧\n'],
    ['field/unknown', '- text: a\n  ⟦icno⟧: b\n'],
    ['field/wrong-type', '- text: ⟦5⟧\n'],
    ['field/wrong-type', '- ⟦note: this⟧\n'],
  ])('has one message for what is wrong: %s at %j', (code, written) => {
    expect(mistake({ type: 'array', items: choice }, written).code).toBe(code);
  });

  it('names all types when none fits', () => {
    expect(mistake(choice, '⟦5⟧').message).toMatch(/a text or a mapping/);
  });

  it('within another one is judged within it', () => {
    const inner: Schema = { anyOf: [text, { type: 'number' }] };
    const outer: Schema = { anyOf: [text, fields({ a: inner }, ['a'])] };
    expect(mistake(outer, 'a: ⟦true⟧').message).toMatch(/a text or a number/);
  });

  it('between two mappings is about the one that is nearer', () => {
    const circle = fields({ kind: { enum: ['circle'] }, radius: { type: 'number' } }, ['kind', 'radius']);
    const box = fields({ kind: { enum: ['box'] }, width: text, height: text }, ['kind', 'width', 'height']);
    expect(mistake({ oneOf: [box, circle] }, '{ kind: circle, radius: ⟦wide⟧ }').code).toBe('field/wrong-type');
  });
});

describe('a misspelt field', () => {
  it('is not missing besides', () => {
    expect(mistake(fields({ title: text }, ['title']), '⟦titel⟧: A').code).toBe('field/unknown');
  });

  it('leaves others missing', () => {
    const schema = fields({ title: text, layout: text }, ['title', 'layout']);
    const { value } = parse({ path: 'a.yaml', text: 'titel: A\n' });
    expect(value && check(schema, value).map(({ code }) => code)).toEqual(['field/missing', 'field/unknown']);
  });
});

describe('limits', () => {
  it.each([
    [{ type: 'number', minimum: 1 }, 'at least 1'],
    [{ type: 'number', maximum: -1 }, 'at most -1'],
    [{ type: 'number', exclusiveMinimum: 0 }, 'more than 0'],
    [{ type: 'number', exclusiveMaximum: 0 }, 'less than 0'],
  ])('%j are said in words', (schema, words) => {
    expect(mistake(schema as Schema, '⟦0⟧').message).toContain(words);
  });

  it.each([
    [{ type: 'array', minItems: 2 }, '⟦[a]⟧', '2 items'],
    [{ type: 'array', maxItems: 1 }, '⟦[a, b]⟧', '1 item'],
    [{ type: 'string', maxLength: 1 }, '⟦ab⟧', '1 character'],
  ])('%j are counted', (schema, written, words) => {
    expect(mistake(schema as Schema, written).message).toContain(words);
  });
});

describe('hints', () => {
  it.each([
    [text, '⟦1.10⟧', '"1.10"'],
    [text, '⟦{ a: b }⟧', '"a: b"'],
    [{ type: 'array' }, '⟦a, b⟧', '[a, b]'],
    [fields({ body: text }, ['body']), '⟦some text⟧', 'body'],
    [{ enum: ['left', 'right'] }, '⟦lefd⟧', 'left'],
    [{ type: 'string', pattern: '^a$', patternHint: 'Write a.' }, '⟦b⟧', 'Write a.'],
    [{ type: 'string', pattern: '^a$', description: 'The letter a.' }, '⟦b⟧', 'The letter a.'],
  ])('of %j for %j have the next step', (schema, written, words) => {
    expect(mistake(schema as Schema, written).hint).toContain(words);
  });

  it('do not suggest numbers for numbers', () => {
    expect(mistake({ enum: ['1:1', '1:2'] }, '⟦"1:3"⟧').hint).toBe('');
  });
});

describe('names of places', () => {
  it.each([
    [{ type: 'array', items: { type: 'array', items: text } }, '- [a]\n- [a, ⟦5⟧]\n', 'Item 2 of item 2'],
    [
      fields({ rows: { type: 'array', items: { type: 'array', items: text } } }),
      'rows: [[⟦5⟧]]',
      'Item 1 of item 1 of "rows"',
    ],
    [fields({ 5: text }), '5: ⟦6⟧', 'The field "5"'],
    [text, '⟦5⟧', 'This file'],
  ])('of %j in %j are those of the author', (schema, written, name) => {
    expect(mistake(schema as Schema, written).message).toMatch(new RegExp(`^${name} is `));
  });
});

describe('letters of options', () => {
  const lettered = fields({
    options: { type: 'array', items: text },
    answer: { letterOf: 'options', anyOf: [text, { type: 'array', items: text }] },
  });
  const quiz = (answer: string): string => `options: [yes, no, "7"]\nanswer: ${answer}\n`;

  it.each(['A', 'C', '[A]', '[C, A]'])('name what there is: %s', (answer) => {
    const { value } = parse({ path: 'a.yaml', text: quiz(answer) });
    expect(value && check(lettered, value)).toEqual([]);
  });

  it.each([
    ['⟦D⟧', /"A", "B" and "C"/, /first/],
    ['⟦a⟧', /no "a"/, /first/],
    ['[A, ⟦E⟧]', /no "E"/, /first/],
    ['[A, B, ⟦A⟧]', /twice/, /Remove/],
    ['⟦A and B⟧', /no "A and B"/, /first/],
    ['⟦AB⟧', /not one letter/, /\[A, B\]/],
    ['⟦no⟧', /no "no"/, /"B"/],
  ])('are said to be wrong where they stand: %s', (answer, message, hint) => {
    const found = mistake(lettered, quiz(answer));
    expect(found).toMatchObject({ code: 'field/wrong-value', message: expect.stringMatching(message) });
    expect(found.hint).toMatch(hint);
  });

  it('are not judged where there is nothing to name', () => {
    expect(mistake(lettered, 'options: ⟦5⟧\nanswer: D\n').code).toBe('field/wrong-type');
  });
});

describe('an emoji', () => {
  const icon: Schema = fields({ icon: { type: 'string', format: 'emoji' } });

  it.each(['🤖', '⚖️', '⚖', '👩‍💻', '🇩🇪', '1️⃣', '👍🏽', '" 🤖 "'])('is one: %s', (written) => {
    const { value } = parse({ path: 'a.yaml', text: `icon: ${written}\n` });
    expect(value && check(icon, value)).toEqual([]);
  });

  it.each(['A', 'robot', '🤖🤖', '🤖 x', '→', '★', '"1"', '":robot:"'])('is not: %s', (written) => {
    expect(mistake(icon, `icon: ⟦${written}⟧\n`)).toMatchObject({
      code: 'field/wrong-value',
      message: expect.stringContaining('one emoji'),
    });
  });
});

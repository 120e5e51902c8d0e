import { describe, expect, it } from 'vitest';
import { parse } from '../../src/1-parse/index.ts';
import { validateCourse } from '../../src/2-validate/index.ts';
import { andThen } from '../../src/diagnostics/outcome.ts';
import { marked } from '../support/marked.ts';

const path = 'content/db101/course.yaml';
const validate = (text: string) => andThen(parse({ path, text }), (tree) => validateCourse(tree, 'content/db101'));

describe('a course', () => {
  it('has a name and a language when it says nothing but its title', () => {
    const { value, diagnostics } = validate('title: Databases\n');
    expect(diagnostics).toEqual([]);
    expect(value).toMatchObject({ id: 'db101', folder: 'content/db101', language: 'en', people: [], keywords: [] });
    expect(value?.theme).toEqual({});
    expect(value).not.toHaveProperty('lessons');
  });

  it('can name its theme alone, or with changes', () => {
    expect(validate('title: A\ntheme: journal\n').value?.theme).toMatchObject({ base: { value: 'journal' } });
    expect(validate('title: A\ntheme: { tokens: { primary: red }, size: 4:3 }\n').value?.theme).toMatchObject({
      tokens: { kind: 'map' },
      size: { value: '4:3' },
    });
  });

  it('lists its lessons in its own order', () => {
    const { value } = validate('title: A\nlessons: [b.yaml, a.yaml]\n');
    expect(value?.lessons?.map(({ value: name }) => name)).toEqual(['b.yaml', 'a.yaml']);
  });

  it.each([
    ['field/missing', '⟦lang: en⟧\n'],
    ['field/wrong-type', 'title: ⟦2024⟧\n'],
    ['field/unknown', 'title: A\n⟦author⟧: Ada\n'],
    ['field/wrong-value', 'title: A\nlang: ⟦English⟧\n'],
    ['field/wrong-type', 'title: A\npeople: ⟦Ada⟧\n'],
    ['field/wrong-type', 'title: A\npeople: [⟦Ada⟧]\n'],
    ['field/missing', 'title: A\npeople:\n  - ⟦role: Tutor⟧\n'],
    ['field/wrong-value', 'title: A\npeople: [{ name: Ada, email: ⟦ada⟧ }]\n'],
    ['field/wrong-type', 'title: A\ntheme: ⟦5⟧\n'],
    ['field/wrong-type', 'title: A\ntheme: ⟦[lecture]⟧\n'],
    ['field/unknown', 'title: A\ntheme: { ⟦bas⟧: lecture }\n'],
    ['field/wrong-type', 'title: A\ntheme: { tokens: { primary: ⟦[red]⟧ } }\n'],
    ['field/missing', 'title: A\ntheme: { tokens: { ⟦primary⟧: } }\n'],
    ['yaml/comment-in-text', 'title: A\ntheme:\n  tokens:\n    primary: ⟦#5b21b6⟧\n'],
    ['course/no-lessons', 'title: A\nlessons: ⟦[]⟧\n'],
    ['course/no-lessons', 'title: A\n⟦lessons⟧:\n'],
    ['text/invalid-character', 'title: A⟦\u0000⟧\n'],
  ])('has %s reported at %j', (code, written) => {
    const { text, start, end } = marked(written);
    const { value, diagnostics } = validate(text);
    expect(value).toBeUndefined();
    expect(diagnostics).toMatchObject([{ code, span: { file: path, start, end } }]);
  });
});

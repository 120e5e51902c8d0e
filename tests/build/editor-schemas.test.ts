import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from '../../src/1-parse/index.ts';
import { editorSchemas } from '../../src/build/editor-schemas.ts';
import { plain } from '../../src/model/tree.ts';
import { repository, sampleFiles } from '../support/project.ts';
import { projectReaders } from '../support/readers.ts';

describe('the schemas for editors', () => {
  let schemas: ReadonlyMap<string, string>;
  beforeAll(async () => {
    schemas = (await editorSchemas(projectReaders(repository))).schemas;
  });

  it.each(['course.schema.json', 'lesson.schema.json'])(
    '%s in the repository is the one that `lectern schema` writes',
    (name) => {
      expect(readFileSync(join(repository, 'schemas', name), 'utf8')).toBe(schemas.get(name));
    },
  );

  it('accept the sample courses', () => {
    const files = readdirSync(join(repository, 'content'), { recursive: true, encoding: 'utf8' });
    const samples = files.filter((path) => path.endsWith('.yaml')).map((path) => join('content', path));
    expect(samples.length).toBeGreaterThan(0);
    for (const path of samples) expect(faults(path, readFileSync(join(repository, path), 'utf8')), path).toEqual([]);
    for (const [path, text] of Object.entries(sampleFiles)) expect(faults(path, text)).toEqual([]);
  });

  it.each([
    ['an unknown layout', '- layout: bulets'],
    ['a field of another layout', '- { layout: bullets, title: A, items: [a], term: x }'],
    ['a missing field', '- { layout: definition, term: x }'],
  ])('refuse %s', (_, slide) => {
    const lesson = `title: A\nsections:\n  - title: B\n    slides:\n      ${slide}\n`;
    expect(faults('content/x/01-a.yaml', lesson)).not.toEqual([]);
  });

  it('have no word that only Lectern knows, but fields of such names', () => {
    const lesson = JSON.parse(schemas.get('lesson.schema.json') ?? '');
    const layouts: { title: string; properties: Record<string, object> }[] =
      lesson.properties.sections.items.properties.slides.items.anyOf;
    const quiz = layouts.find(({ title }) => title === 'Quiz')?.properties ?? {};
    expect(Object.keys(quiz)).toEqual(expect.arrayContaining(['answer', 'explanation', 'audience']));
    expect(Object.keys(quiz.answer ?? {})).toEqual(['description', 'anyOf']);
    expect(Object.keys(quiz.explanation ?? {})).not.toContain('audience');
  });

  it('explain every field', () => {
    const lesson = JSON.parse(schemas.get('lesson.schema.json') ?? '');
    const layouts = lesson.properties.sections.items.properties.slides.items.anyOf;
    expect(layouts.length).toBeGreaterThanOrEqual(12);
    for (const { title, properties } of layouts) {
      for (const [field, { description }] of Object.entries<{ description?: string }>(properties)) {
        expect(description, `${title}: ${field}`).toBeTruthy();
      }
    }
  });

  function faults(path: string, text: string): readonly unknown[] {
    const name = path.endsWith('course.yaml') ? 'course.schema.json' : 'lesson.schema.json';
    const validate = new Ajv({ strict: false, logger: false }).compile(JSON.parse(schemas.get(name) ?? ''));
    const tree = parse({ path, text }).value;
    return tree && validate(plain(tree)) ? [] : (validate.errors ?? ['The YAML cannot be read.']);
  }
});

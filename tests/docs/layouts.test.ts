import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { fieldRows } from '../../scripts/docs/fields.ts';
import { hashes, type LayoutDocs, layoutDocs, page, pictureFolder } from '../../scripts/docs/layouts.ts';
import { hashesFile } from '../../scripts/docs/pictures.ts';
import { twemojiSet } from '../../src/io/emoji.ts';
import { repository } from '../support/project.ts';
import { projectReaders } from '../support/readers.ts';
import { workbench } from '../support/workbench.ts';

const read = (path: string): string => readFileSync(join(repository, path), 'utf8');

describe('docs/layouts.md', () => {
  let docs: LayoutDocs;
  beforeAll(async () => {
    docs = await layoutDocs(projectReaders(repository), { ...(await workbench()), emoji: twemojiSet(repository) });
  });

  it('says what the contracts say (if not: npm run docs)', () => {
    expect(read(page)).toBe(docs.text);
  });

  it('has a picture of every example as it looks now (if not: npm run docs)', async () => {
    expect(read(hashes)).toBe(hashesFile(docs.pictures));
    const files = readdirSync(join(repository, pictureFolder)).filter((name) => !name.endsWith('.txt'));
    expect(files).toEqual(docs.pictures.map(({ file }) => file).sort());
    for (const { file } of docs.pictures) {
      expect(await sharp(join(repository, pictureFolder, file)).metadata()).toMatchObject({ width: 640, height: 360 });
    }
  });

  it('has pictures that load fast', () => {
    const sizes = readdirSync(join(repository, pictureFolder)).map(
      (name) => statSync(join(repository, pictureFolder, name)).size,
    );
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(2_000_000);
  });

  it('shows and explains each layout', () => {
    for (const { layout } of docs.pictures) {
      expect(docs.text).toContain(`\n## ${layout}\n`);
      expect(docs.text).toContain(`\n- layout: ${layout}\n  `);
    }
    for (const { file } of docs.pictures) expect(docs.text).toContain(`"images/layouts/${file}"`);
  });
});

describe('the table of fields', () => {
  it('has fields within fields, in lists and in either of two forms', () => {
    const text = { type: 'string', format: 'inline', description: 'Some text.' } as const;
    const rows = fieldRows({
      required: ['left'],
      properties: {
        left: { type: 'object', required: ['body'], properties: { body: text }, description: 'A part.' },
        items: { type: 'array', items: { anyOf: [text, { type: 'object', properties: { icon: text } }] } },
      },
    });
    expect(rows.map(({ name, required, format }) => [name, required, format])).toEqual([
      ['left', 'yes', 'fields'],
      ['left.body', 'yes', 'line of Markdown'],
      ['items', '', 'list of lines of Markdown, or fields'],
      ['items[].icon', '', 'line of Markdown'],
    ]);
  });

  it('says in which case a field is required', () => {
    const rows = fieldRows({
      required: ['goals'],
      properties: {
        code: { format: 'code' },
        file: { format: 'code-file' },
        goals: { defaultFrom: 'lesson.objectives' },
      },
      if: { not: { required: ['file'] } },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
      then: { required: ['code'] },
    });
    expect(rows.map(({ required }) => required)).toEqual(['without `file`', '', 'unless the lesson has `objectives`']);
  });
});

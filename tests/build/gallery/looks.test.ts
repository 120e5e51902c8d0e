import { describe, expect, it } from 'vitest';
import { acrossLooks } from '../../../src/build/gallery/across-looks.ts';
import { exampleFiles } from '../../../src/build/gallery/example-files.ts';
import { lookDeck } from '../../../src/build/gallery/look-deck.ts';
import { chooseLooks, nameOfLook, pathOfLook } from '../../../src/build/gallery/looks.ts';
import { openShelves } from '../../../src/build/gallery/shelf.ts';
import { previewTiles } from '../../../src/build/gallery/words.ts';
import { diagnose } from '../../../src/diagnostics/report.ts';
import { memoryFiles } from '../../../src/io/memory-files.ts';
import { TestProject } from '../../support/project.ts';
import { projectReaders } from '../../support/readers.ts';
import { expectValue } from '../../support/workbench.ts';

const layout = (title: string) => ({
  'pull.hbs': '## {{title}}\n\n<div class="body">\n\n{{text}}\n\n</div>\n',
  'pull.schema.yaml': `title: ${title}
description: A layout of one's own.
type: object
required: [title]
properties:
  title: { type: string, format: inline, description: The heading. }
  text: { type: string, format: inline, description: The text. }
examples:
  - title: First
    id: mine
  - { title: Second, text: More, id: mine }
`,
});

function filesIn(folder: string, files: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text]));
}

async function shelvesOf(files: Readonly<Record<string, string>>) {
  const project = new TestProject(files);
  const shelves = await openShelves(projectReaders(project.root));
  return { project, shelves };
}

describe('the looks of a project', () => {
  it('are all themes in all of their sizes', async () => {
    const { project, shelves } = await shelvesOf({ 'content/db/course.yaml': 'title: Databases\n' });
    const { looks, diagnostics } = chooseLooks(shelves, [], []);
    project.remove();
    expect(diagnostics).toEqual([]);
    expect(looks.map(nameOfLook)).toEqual(
      ['chalkboard', 'contrast', 'journal', 'lecture'].flatMap((theme) => [`${theme}, 16:9`, `${theme}, 4:3`]),
    );
    expect(looks.map(pathOfLook).slice(0, 2)).toEqual(['chalkboard/16-9', 'chalkboard/4-3']);
  });

  it('are those that are asked for; names of nothing are faults', async () => {
    const { project, shelves } = await shelvesOf({});
    const { looks, diagnostics } = chooseLooks(shelves, ['journal', 'jurnal'], ['4:3', '5:4']);
    project.remove();
    expect(looks.map(nameOfLook)).toEqual(['journal, 4:3']);
    expect(diagnostics.map(({ code, hint }) => [code, hint])).toEqual([
      ['theme/not-found', 'Did you mean "journal"?'],
      ['theme/unknown-size', 'The sizes are "16:9" and "4:3".'],
    ]);
  });

  it('show what a course has of its own: its layouts in all themes, all layouts in its theme', async () => {
    const { project, shelves } = await shelvesOf({
      ...filesIn('templates/slides', layout('Of the project')),
      ...filesIn('content/db/templates/slides', layout('Of the course')),
      'content/db/themes/mine.css': '/* @theme mine */\n@import "lecture";\n',
    });
    const { looks } = chooseLooks(shelves, ['lecture', 'mine'], ['4:3']);
    project.remove();
    const shown = looks.map((look) => [pathOfLook(look), look.layouts.length, look.layouts.includes('pull')]);
    expect(shown).toEqual([
      ['lecture/4-3', 30, true],
      ['db.lecture/4-3', 1, true],
      ['db.mine/4-3', 30, true],
    ]);
    expect(looks[1]?.shelf.contracts.get('pull')?.title).toBe('Of the course');
  });
});

describe('the deck of a look', () => {
  it('has all examples, then what variants of the theme do to some; ids are those of the gallery', async () => {
    const { project, shelves } = await shelvesOf(filesIn('templates/slides', layout('Mine')));
    const [look] = chooseLooks(shelves, ['lecture'], ['16:9']).looks;
    if (!look) throw new Error('There is no such look.');
    const { deck, examples } = expectValue(await lookDeck(look));
    project.remove();
    const ids = deck.slides.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => /^(pull|code|objectives)\b/.test(id))).toEqual([
      'code',
      'code.2',
      'code.3',
      'objectives',
      'objectives.2',
      'pull',
      'pull.2',
      'code.invert',
      'code.line-numbers',
    ]);
    expect(ids).toEqual(examples.map(({ id }) => id));
    const own = deck.slides.find(({ id }) => id === 'pull.2');
    expect(own?.span.file).toBe('templates/slides/pull.schema.yaml');
    expect(deck.slides.find(({ id }) => id === 'code.invert')?.classes).toEqual(['invert']);
    expect(deck.path).toBe('gallery/lecture/16-9');
  });

  it('fills fields from its own lesson that examples leave to theirs', async () => {
    const contract = `title: Goals
description: What the lesson is for.
type: object
required: [items]
properties:
  items:
    type: array
    description: The goals.
    defaultFrom: lesson.objectives
    items: { type: string, format: inline, description: One goal. }
examples:
  - {}
`;
    const { project, shelves } = await shelvesOf({
      'templates/slides/goals.schema.yaml': contract,
      'templates/slides/goals.hbs': '## Goals\n\n{{#each items}}\n{{bullet}} {{this}}\n{{/each}}\n',
    });
    const [look] = chooseLooks(shelves, ['lecture'], ['16:9']).looks;
    const { deck } = expectValue(await lookDeck(look as NonNullable<typeof look>));
    project.remove();
    const items = deck.slides.find(({ id }) => id === 'goals')?.fields.items;
    expect(items?.kind === 'list' && items.items.length).toBe(3);
  });
});

describe('the files of examples', () => {
  const files = exampleFiles(
    memoryFiles({
      'content/db/templates/examples/data/a.csv': 'course',
      'templates/examples/data/a.csv': 'project',
      'templates/examples/data/b.csv': 'project',
      'lectern:templates/examples/data/b.csv': 'built-in',
      'lectern:templates/examples/data/c.csv': 'built-in',
    }),
    'content/db',
  );
  const textOf = async (name: string): Promise<string> => {
    const read = await files.read(`templates/examples/data/${name}`, 'templates/examples');
    return read.kind === 'file' ? new TextDecoder().decode(read.bytes) : read.kind;
  };

  it('are found in the course, then in the project, then in Lectern', async () => {
    expect(await Promise.all(['a.csv', 'b.csv', 'c.csv', 'd.csv', '../../../x'].map(textOf))).toEqual([
      'course',
      'project',
      'built-in',
      'missing',
      'outside',
    ]);
    expect(await files.list('templates/examples/data')).toEqual(['a.csv', 'b.csv', 'c.csv']);
  });
});

describe('what is found in looks', () => {
  const place = { file: 'a', start: 0, end: 1 };
  const everywhere = diagnose('formula/invalid', place, 'Not TeX.');
  const narrow = diagnose('fit/overflow', place, 'Too high.');

  it('is said once where all have it, and with their names where some do', () => {
    const found = acrossLooks([
      { name: 'lecture, 4:3', diagnostics: [everywhere, narrow] },
      { name: 'journal, 4:3', diagnostics: [everywhere, narrow] },
      { name: 'lecture, 16:9', diagnostics: [everywhere] },
    ]);
    expect(found).toEqual([everywhere, { ...narrow, message: 'lecture, 4:3; journal, 4:3: Too high.' }]);
  });
});

describe('the preview of a look', () => {
  const slide = (id: string) => ({ id, title: '', html: '', notes: '' });
  const tile = (leftPx: number) => ({ leftPx, topPx: 0, widthPx: 16, heightPx: 9 });

  it('is four slides that say most about a theme, or the first ones', () => {
    const slides = ['analogy', 'bullets', 'cards', 'code', 'title', 'title.2'].map(slide);
    const tiles = slides.map((_, at) => tile(at));
    expect(previewTiles(slides, tiles).map(({ leftPx }) => slides[leftPx]?.id)).toEqual([
      'title',
      'bullets',
      'code',
      'analogy',
    ]);
    expect(previewTiles(slides.slice(0, 1), tiles.slice(0, 1))).toEqual([tile(0)]);
  });
});

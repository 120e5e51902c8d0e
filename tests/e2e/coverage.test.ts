import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { attribute, byTag, textOf } from '../support/html.ts';
import { readPdf } from '../support/pdf.ts';
import { type Run, repository, TestProject } from '../support/project.ts';
import { hasTerm, wordsOf } from '../support/terms.ts';

/** What one lesson has to teach; an entry that is a list gives the accepted spellings. */
interface LessonTerms {
  readonly lesson: number;
  readonly slides: readonly (string | readonly string[])[];
  readonly notes: readonly (string | readonly string[])[];
}

const lessons = parse(readFileSync(join(import.meta.dirname, 'generative-ai-terms.yaml'), 'utf8')) as LessonTerms[];

describe('looking up a term', () => {
  it('finds it across lines, hyphens and ligatures', () => {
    for (const text of ['a high-\nquality picture', 'High‑Quality', 'HIGH\u00ad-quality']) {
      expect(hasTerm(wordsOf(text), 'high-quality')).toBe(true);
    }
    expect(hasTerm(wordsOf('e\uFB03cient \uFB02ow'), 'efficient flow')).toBe(true);
    expect(hasTerm(wordsOf('Autoencoders\n(VAEs)'), 'Autoencoders (VAEs)')).toBe(true);
  });

  it('takes no part of a word for it', () => {
    expect(hasTerm(wordsOf('the restart of GPT-30'), 'art')).toBe(false);
    expect(hasTerm(wordsOf('the restart of GPT-30'), 'GPT-3')).toBe(false);
  });
});

describe('the course Generative AI', () => {
  const project = new TestProject();
  let run: Run;
  beforeAll(async () => {
    cpSync(join(repository, 'content/generative-ai'), join(project.root, 'content/generative-ai'), { recursive: true });
    run = await project.lectern(['build', 'generative-ai', '--strict']);
  }, 180_000);
  afterAll(() => project.remove());

  /** Decks of a lesson in one of the two trees, by their paths without ending. */
  const decks = (tree: 'public' | 'instructor', lesson: number): readonly string[] => {
    const folder = `output/${tree}/generative-ai`;
    const inLesson = (path: string): boolean => path.startsWith(`${String(lesson).padStart(2, '0')}-`);
    const pages = project.files(folder).filter((path) => inLesson(path) && path.endsWith('.html'));
    return pages.map((path) => `${folder}/${path.slice(0, -'.html'.length)}`);
  };

  it('builds without an error or a warning', () => {
    expect(run.stderr).not.toMatch(/error|warning/);
    expect(run.code).toBe(0);
  });

  it.each(lessons)('teaches the terms of lesson $lesson on its slides', async ({ lesson, slides }) => {
    const texts: string[] = [];
    for (const deck of decks('public', lesson)) {
      const pdf = await readPdf(project.bytes(`${deck}.pdf`));
      const layouts = byTag(project.read(`${deck}.html`), 'section').map((slide) => attribute(slide, 'class') ?? '');
      expect(layouts).toHaveLength(pdf.pages);
      // To name a system in the title of a paper is not to teach it.
      texts.push(...pdf.texts.filter((_, page) => !layouts[page]?.split(' ').includes('references')));
    }
    expect(missing(slides, texts.join('\n'))).toEqual([]);
  });

  it.each(lessons)('has the examples of lesson $lesson on its slides or in the notes', ({ lesson, notes }) => {
    const texts = decks('instructor', lesson).flatMap((deck) => {
      const html = project.read(`${deck}.html`);
      return [...byTag(html, 'section'), ...byTag(html, 'aside')].map(textOf);
    });
    expect(missing(notes, texts.join('\n'))).toEqual([]);
  });
});

/** The terms of which a text has no accepted spelling. */
function missing(terms: LessonTerms['slides'], text: string): readonly string[] {
  const words = wordsOf(text);
  return terms.flatMap((term) => {
    const spellings = typeof term === 'string' ? [term] : term;
    return spellings.some((each) => hasTerm(words, each)) ? [] : [spellings.join(' / ')];
  });
}

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPdf } from '../support/pdf.ts';
import { type Run, sampleFiles, TestProject } from '../support/project.ts';

interface Manifest {
  readonly artifacts: readonly {
    path: string;
    bytes: number;
    sha256: string;
    deck: string | null;
    slides: number | null;
    source: string;
  }[];
}

describe('lectern build', () => {
  const project = new TestProject(sampleFiles);
  let run: Run;
  let manifest: Manifest;
  beforeAll(async () => {
    run = await project.lectern(['build']);
    manifest = JSON.parse(project.read('output/manifest.json'));
  });
  afterAll(() => project.remove());

  it('writes an HTML deck and a PDF for every section, and notes and Markdown for the instructor', () => {
    expect(run).toMatchObject({ code: 0, stdout: '' });
    expect(project.files('output')).toEqual([
      'instructor/db101/01-joins/01-inner-joins.html',
      'instructor/db101/01-joins/01-inner-joins.md',
      'instructor/db101/01-joins/02-outer-joins.html',
      'instructor/db101/01-joins/02-outer-joins.md',
      'instructor/db101/index.html',
      'instructor/index.html',
      'manifest.json',
      'public/db101/01-joins/01-inner-joins.html',
      'public/db101/01-joins/01-inner-joins.pdf',
      'public/db101/01-joins/02-outer-joins.html',
      'public/db101/01-joins/02-outer-joins.pdf',
      'public/db101/index.html',
      'public/index.html',
    ]);
  });

  it('lists every file in the manifest with its size, deck, slides and source', () => {
    expect(manifest.artifacts.map(({ path }) => path)).toEqual(
      project.files('output').filter((path) => path !== 'manifest.json'),
    );
    for (const { path, bytes } of manifest.artifacts) expect(project.bytes(`output/${path}`).length).toBe(bytes);
    expect(
      manifest.artifacts.find(({ path }) => path.endsWith('public/db101/01-joins/01-inner-joins.pdf')),
    ).toMatchObject({
      deck: 'db101/joins/inner-joins',
      slides: 4,
      source: 'content/db101/01-joins.yaml',
    });
    // The instructor has one slide more.
    expect(manifest.artifacts.find(({ path }) => path.endsWith('01-inner-joins.md'))).toMatchObject({ slides: 5 });
  });

  it('prints as many pages as there are slides, in the size of the theme, tagged, with outline and information', async () => {
    const pdfs = manifest.artifacts.filter(({ path }) => path.endsWith('.pdf'));
    expect(pdfs).toHaveLength(2);
    for (const { path, slides } of pdfs) {
      const pdf = await readPdf(project.bytes(`output/${path}`));
      expect(pdf.pages).toBe(slides);
      expect(new Set(pdf.sizes.map(String))).toEqual(new Set(['960,540']));
      expect(pdf).toMatchObject({ isTagged: true, language: 'en' });
    }
    const pdf = await readPdf(project.bytes('output/public/db101/01-joins/01-inner-joins.pdf'));
    expect(pdf.outline).toEqual(['Inner joins', 'Learning objectives', 'Inner join', 'In SQL']);
    expect(pdf.info).toMatchObject({
      Title: 'Inner joins',
      Author: 'Ada Example',
      Subject: 'Joins – Databases',
      Keywords: 'SQL joins',
      CreationDate: 'D:20000101000000Z',
      ModDate: 'D:20000101000000Z',
    });
    expect(pdf.texts[2]).toContain('Rows of two tables that match');
    expect(pdf.texts[2]).toMatch(/Databases 101/);
  });

  it('uses no font but those that it embeds', async () => {
    for (const path of project.files('output').filter((file) => file.endsWith('.pdf'))) {
      const { fonts } = await readPdf(project.bytes(`output/${path}`));
      expect(fonts.length).toBeGreaterThan(0);
      expect(
        fonts.filter((name) => !/^(SourceSans3|SourceCodePro|NotoSansMath|NotoSansSymbols2|KaTeX_)/.test(name)),
      ).toEqual([]);
    }
  });
});

describe('the same course', () => {
  it('gives the same bytes for every file, whatever the folder, the number of jobs and what else is built', async () => {
    const first = new TestProject(sampleFiles);
    const second = new TestProject(sampleFiles);
    try {
      await first.lectern(['build']);
      await second.lectern(['build', 'db101/joins/outer-joins', '--jobs', '1']);
      await second.lectern(['build', '--jobs', '1'], { TZ: 'Asia/Tokyo', LANG: 'de_DE.UTF-8' });
      expect(first.read('output/manifest.json')).toBe(second.read('output/manifest.json'));
    } finally {
      first.remove();
      second.remove();
    }
  });

  it('carries the date of SOURCE_DATE_EPOCH', async () => {
    const project = new TestProject(sampleFiles);
    try {
      await project.lectern(['build', '--formats', 'pdf'], { SOURCE_DATE_EPOCH: '1700000000' });
      const { info } = await readPdf(project.bytes('output/public/db101/01-joins/02-outer-joins.pdf'));
      expect(info).toMatchObject({ CreationDate: 'D:20231114221320Z' });
    } finally {
      project.remove();
    }
  });
});

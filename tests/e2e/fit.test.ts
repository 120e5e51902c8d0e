import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { builtInContracts } from '../support/built-in-contracts.ts';
import { grown, ladder, ladderFiles } from '../support/ladder.ts';
import { readPdf } from '../support/pdf.ts';
import { repository, TestProject } from '../support/project.ts';

interface Report {
  readonly ok: boolean;
  readonly diagnostics: readonly {
    code: string;
    message: string;
    file: string;
    line: number;
    column: number;
    hint?: string;
  }[];
  readonly decks: readonly { id: string; slides: number; measured: boolean; fitted: readonly Fitted[] }[];
}
interface Fitted {
  readonly id: string;
  readonly title: string;
  readonly compact: boolean;
  readonly scale: number;
  readonly part?: { readonly number: number; readonly of: number };
}

const looks = ['lecture', 'chalkboard', 'journal', 'contrast'].flatMap((theme) =>
  ['16:9', '4:3'].map((size) => ({ theme, size, lang: 'en', course: `${theme}-${size.replace(':', '-')}` })),
);
looks.push({ theme: 'lecture', size: '16:9', lang: 'ar', course: 'arabic' });
const { lesson, words, hopeless } = ladder();

/** Headings of slides that something leaves, measured anew and more simply: what leaves a slide, or the box of a listing, cannot be seen. */
async function cutSlides(page: Page): Promise<readonly string[]> {
  await page.evaluate('document.fonts.ready');
  return (await page.evaluate(`(() => {
      document.documentElement.className = '';
      return [...document.querySelectorAll('.lectern-slide')].flatMap((slide) => {
        const section = slide.querySelector('section');
        const edge = section.getBoundingClientRect();
        const range = document.createRange();
        const texts = document.createTreeWalker(section, NodeFilter.SHOW_TEXT);
        let beyond = 0;
        while (texts.nextNode()) {
          const { parentElement, data } = texts.currentNode;
          if (data.trim() === '' || parentElement.closest('.katex-mathml, svg')) continue;
          const frame = parentElement.closest('pre')?.getBoundingClientRect() ?? edge;
          range.selectNodeContents(texts.currentNode);
          for (const box of range.getClientRects())
            beyond = Math.max(beyond, box.right - frame.right, frame.left - box.left, box.bottom - edge.bottom - 4, edge.top - box.top - 4);
        }
        return beyond > 2 ? [section.querySelector('h1, h2')?.textContent ?? ''] : [];
      });
    })()`)) as readonly string[];
}

async function buildDecks(project: TestProject): Promise<Report> {
  const { stdout } = await project.lectern(['build', '--json', '--formats', 'html,pdf']);
  return JSON.parse(stdout) as Report;
}

describe('slides with ever more on them', () => {
  const project = new TestProject();
  let report: Report;
  let browser: Browser;
  beforeAll(async () => {
    for (const { theme, size, lang, course } of looks) {
      const choice = { title: 'Ladder', lang, footer: 'A footer', theme: { base: theme, size } };
      project.write(`content/${course}/course.yaml`, JSON.stringify(choice));
      project.write(`content/${course}/01-ladder.yaml`, JSON.stringify(lesson));
      for (const [name, text] of Object.entries(ladderFiles)) project.write(`content/${course}/${name}`, text);
    }
    [report, browser] = await Promise.all([buildDecks(project), launchBrowser()]);
  }, 180_000);
  afterAll(async () => {
    await browser.close();
    project.remove();
  });

  const deckOf = (course: string) => report.decks.find(({ id }) => id.startsWith(course)) as Report['decks'][number];

  it.each(looks)('show all of it, or are reported: $course', async ({ course }) => {
    const page = await browser.newPage();
    await page.goto(pathToFileURL(join(project.root, `output/public/${course}/01-ladder/01-ladder.html`)).href);
    const cut = await cutSlides(page);
    await page.close();
    const reported = report.diagnostics.filter(({ file, code }) => file.includes(course) && code === 'fit/overflow');
    for (const title of cut) expect(reported.map(({ message }) => message).join('\n')).toContain(title.slice(0, 30));
    for (const { message } of reported) expect(hopeless.some((title) => message.includes(title))).toBe(true);
  });

  it.each(looks)('lose nothing: $course', async ({ course }) => {
    const { texts, pages, outline } = await readPdf(project.bytes(`output/public/${course}/01-ladder/01-ladder.pdf`));
    // A long word in a narrow cell goes on in the next line.
    const shown = texts.map((text) => text.replaceAll(/\s+/g, '')).join(' ');
    expect(words.filter((word) => !shown.includes(word))).toEqual([]);
    expect(pages).toBe(deckOf(course).slides);
    const parts = deckOf(course).fitted.filter(({ part }) => (part?.number ?? 1) > 1).length;
    expect(parts).toBeGreaterThan(10);
    expect(outline).toHaveLength(pages - parts);
  });

  it.each(looks)('have no text smaller than the theme allows: $course', async ({ course }) => {
    const page = await browser.newPage();
    await page.goto(pathToFileURL(join(project.root, `output/public/${course}/01-ladder/01-ladder.html`)).href);
    const smallest = await page.evaluate(`Math.min(...[...document.querySelectorAll('section[class*="fit-"] .body *')]
      .filter((each) => [...each.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== ''))
      .filter((each) => !each.closest('sub, sup, .katex, svg'))
      .map((each) => parseFloat(getComputedStyle(each).fontSize)))`);
    await page.close();
    expect(smallest).toBeGreaterThanOrEqual(18);
  });

  it('are tightened before they are scaled, and scaled before they are split', () => {
    const ways = deckOf('lecture-16-9').fitted;
    for (const { compact, scale } of ways) expect(compact || scale === 1).toBe(true);
    expect(ways.some(({ part, compact, scale }) => !part && compact && scale === 1)).toBe(true);
    expect(ways.some(({ part, scale }) => !part && scale < 1)).toBe(true);
    expect(ways.some(({ part }) => part)).toBe(true);
  });
});

describe('every layout with more and longer texts', () => {
  const more = grown(
    [...builtInContracts().values()],
    [
      [1, 1],
      [5, 3],
      [60, 4],
      [3, 40],
    ],
  );
  const project = new TestProject();
  let report: Report;
  let browser: Browser;
  beforeAll(async () => {
    for (const { course, ...theme } of [
      { course: 'wide', base: 'lecture', size: '16:9' },
      { course: 'narrow', base: 'contrast', size: '4:3' },
    ]) {
      project.write(`content/${course}/course.yaml`, JSON.stringify({ title: 'Ladder', theme }));
      project.write(`content/${course}/01-ladder.yaml`, JSON.stringify(more.lesson));
      cpSync(join(repository, 'templates/examples'), join(project.root, `content/${course}`), { recursive: true });
    }
    [report, browser] = await Promise.all([buildDecks(project), launchBrowser()]);
  }, 180_000);
  afterAll(async () => {
    await browser.close();
    project.remove();
  });

  it.each(['wide', 'narrow'])('shows all of it, or is reported: %s', async (course) => {
    const path = `output/%/${course}/01-ladder/01-ladder`;
    const page = await browser.newPage();
    await page.goto(pathToFileURL(join(project.root, `${path.replace('%', 'public')}.html`)).href);
    const cut = await cutSlides(page);
    await page.close();
    const faults = report.diagnostics.filter(({ file, code }) => file.includes(course) && code !== 'fit/small-text');
    expect([...new Set(faults.map(({ code }) => code))]).toEqual(['fit/overflow']);
    const messages = faults.map(({ message }) => message).join('\n');
    // Behind these letters a heading may have a formula, which an element says twice.
    for (const heading of cut) expect(messages).toContain(heading.slice(0, 18));
    const { texts } = await readPdf(project.bytes(`${path.replace('%', 'public')}.pdf`));
    const shown = texts.map((text) => text.replaceAll(/\s+/g, '')).join(' ');
    // What only the instructor sees is in the instructor's deck.
    const hidden = project.read(`${path.replace('%', 'instructor')}.html`);
    const lost = more.words.filter((word) => !shown.includes(word) && !hidden.includes(word));
    expect(lost).toEqual([]);
    expect(more.words.length).toBeGreaterThan(4000);
  });
});

describe('the way a slide is set', () => {
  const long = (count: number, item = 'An item of a list that is too long'): readonly string[] =>
    Array.from({ length: count }, (_, at) => `${item} ${at + 1}`);
  const yaml = (slides: readonly object[], more: object = {}): string =>
    JSON.stringify({ title: 'Lesson', ...more, sections: [{ title: 'Section', slides }] }, null, 1);
  const many = { layout: 'bullets', title: 'Many', items: long(24) };
  const other = { layout: 'bullets', title: 'Other', items: long(18) };

  async function build(lessonText: string, args: readonly string[] = []): Promise<Report> {
    const project = new TestProject({
      'content/db101/course.yaml': 'title: C\n',
      'content/db101/01-lesson.yaml': lessonText,
    });
    const run = await project.lectern(['check', '--json', ...args]);
    project.remove();
    return JSON.parse(run.stdout) as Report;
  }
  const fitted = ({ decks }: Report, title: string) =>
    decks[0]?.fitted.filter((slide) => slide.title.startsWith(title)).map(({ id: _, ...way }) => way);

  it('does not depend on other slides', async () => {
    const before = await build(yaml([many, other]));
    const after = await build(yaml([{ ...many, items: long(50) }, other]));
    expect(fitted(before, 'Other')).toEqual(fitted(after, 'Other'));
    expect(fitted(before, 'Many')).not.toEqual(fitted(after, 'Many'));
  });

  it('is limited by what is said nearest to the slide, and by the command', async () => {
    const ways = async (...given: Parameters<typeof build>) => fitted(await build(...given), 'Many')?.length;
    expect(await ways(yaml([many]))).toBe(3);
    for (const [slide, more, args] of [
      [{ ...many, fit: 'none' }, {}, []],
      [many, { fit: 'none' }, []],
      [many, {}, ['--fit', 'none']],
    ] as const) {
      const report = await build(yaml([slide], more), args);
      expect(fitted(report, 'Many')).toEqual([]);
      expect(report.diagnostics).toMatchObject([{ code: 'fit/overflow', hint: expect.stringContaining('fit: split') }]);
    }
    expect(await ways(yaml([{ ...many, fit: 'split' }], { fit: 'none' }))).toBe(3);
  });

  it('leads to the item that does not fit, wherever it stands', async () => {
    const items = [...long(2), 'word '.repeat(400)];
    const lines = (text: string): readonly number[] =>
      text.split('\n').flatMap((line, at) => (line.includes('word word') ? [at + 1] : []));
    for (const slides of [[{ ...many, items }], [other, { ...many, items }]]) {
      const text = yaml(slides);
      const { diagnostics } = await build(text);
      expect(diagnostics.map(({ code, line }) => [code, line])).toEqual([['fit/overflow', lines(text)[0]]]);
    }
  });

  it('leads to the line of a listing that is too wide', async () => {
    const text = `title: L
sections:
  - title: S
    slides:
      - layout: code
        title: Wide
        language: text
        code: |
          short
          ${'x'.repeat(200)}
`;
    const { diagnostics } = await build(text);
    expect(diagnostics).toMatchObject([{ code: 'fit/overflow', line: 10, column: 11 }]);
  });
});

import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from '../../src/1-parse/index.ts';
import { plain } from '../../src/model/tree.ts';
import { launchBrowser } from '../support/browser.ts';
import { type Run, repository, TestProject } from '../support/project.ts';

const slides = join(repository, 'templates/slides');
const layouts = readdirSync(slides)
  .filter((name) => name.endsWith('.schema.yaml'))
  .map((name) => name.replace('.schema.yaml', ''));
const themes = readdirSync(join(repository, 'themes'))
  .filter((name) => name.endsWith('.css'))
  .map((name) => name.replace('.css', ''));
const sizes = ['16:9', '4:3'];
const looks = themes.flatMap((theme) =>
  sizes.map((size) => ({ theme, size, course: `${theme}-${size.replace(':', '-')}` })),
);

/** The examples of all contracts as one lesson; JSON is YAML. */
function lessonOfExamples(): string {
  const examples = layouts.flatMap((layout) => {
    const path = join(slides, `${layout}.schema.yaml`);
    const tree = parse({ path, text: readFileSync(path, 'utf8') }).value;
    const { examples: given } = (tree ? plain(tree) : {}) as { examples: readonly object[] };
    return given.map((example) => ({ layout, ...example }));
  });
  const objectives = [
    'Tell a cause from a symptom',
    'Weigh two sources against each other',
    'Write a claim that can fail',
  ];
  return JSON.stringify({
    title: 'Layouts',
    icon: '📐',
    objectives,
    sections: [{ title: 'All layouts', icon: '📐', slides: examples }],
  });
}

describe('the examples of all layouts, in every theme and size', () => {
  const project = new TestProject();
  let run: Run;
  let browser: Browser;
  beforeAll(async () => {
    for (const { theme, size, course } of looks) {
      const choice = { title: 'Layouts', footer: 'A footer', theme: { base: theme, size } };
      project.write(`content/${course}/course.yaml`, JSON.stringify(choice));
      project.write(`content/${course}/01-layouts.yaml`, lessonOfExamples());
      cpSync(join(repository, 'templates/examples'), join(project.root, `content/${course}`), { recursive: true });
    }
    [run, browser] = await Promise.all([project.lectern(['build', '--strict']), launchBrowser()]);
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    project.remove();
  });

  it('build without an error or a warning', () => {
    expect(run.stderr.match(/ {2}(error|warning) {2}(?!fit\/).*/g)).toBeNull();
  });

  it('fit at 16:9, for which they are written', () => {
    expect(run.stderr.match(/.*16-9.* fit\/overflow/g)).toBeNull();
  });

  it.each(looks)('show answers to the instructor without cutting them off: $theme, $size', async ({ course }) => {
    const page = await browser.newPage();
    await page.goto(
      pathToFileURL(join(project.root, `output/instructor/${course}/01-layouts/01-all-layouts.html`)).href,
    );
    await page.evaluate('document.fonts.ready');
    const found = (await page.evaluate(`[...document.querySelectorAll('section.quiz')].map((slide) => ({
      correct: slide.querySelectorAll('.correct').length,
      beyond: Math.max(slide.scrollHeight - slide.clientHeight, slide.scrollWidth - slide.clientWidth),
    }))`)) as readonly { correct: number; beyond: number }[];
    expect(found.map(({ correct }) => correct)).toEqual([1, 2, 1]);
    expect(found.map(({ beyond }) => beyond)).toEqual([0, 0, 0]);
    await page.close();
  });

  it.each(looks)('have no violation that axe finds: $theme, $size', async ({ course }) => {
    const page = await browser.newPage();
    await page.goto(pathToFileURL(join(project.root, `output/public/${course}/01-layouts/01-all-layouts.html`)).href);
    // The page as it is without its script, with all slides at once; axe itself needs scripts.
    await page.evaluate(`document.documentElement.className = '';
      for (const slide of document.querySelectorAll('[inert]')) slide.inert = false;
      for (const control of document.querySelectorAll('.lectern-controls, .lectern-tile, dialog')) control.remove();`);
    await page.evaluate(axe.source);
    const { violations, passes } = (await page.evaluate('axe.run()')) as axe.AxeResults;
    expect(passes.find(({ id }) => id === 'color-contrast')?.nodes.length).toBeGreaterThan(200);
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join('\n')}`),
    ).toEqual([]);
    await page.close();
  });
});

describe('the pages around the slides', () => {
  const project = new TestProject({
    'content/db101/course.yaml':
      'title: Databases\ndescription: All about **joins**.\npeople: [{ name: Ada Example, url: "https://example.org" }]\n',
    'content/db101/01-joins.yaml': `title: Joins
objectives: [Join two tables]
sections:
  - title: Inner joins
    icon: 🔗
    slides:
      - { layout: title, title: Inner joins, notes: Say hello. }
      - { layout: bullets, title: Kinds, items: [Inner, Outer] }
`,
  });
  let browser: Browser;
  beforeAll(async () => {
    [browser] = await Promise.all([launchBrowser(), project.lectern(['build', '--formats', 'html'])]);
  });
  afterAll(async () => {
    await browser.close();
    project.remove();
  });

  it.each([
    ['the page of all courses', 'public/index.html', []],
    ['the page of a course', 'public/db101/index.html', []],
    ['a slide in the player', 'public/db101/01-joins/01-inner-joins.html#2', []],
    ['the overview', 'public/db101/01-joins/01-inner-joins.html', ['o']],
    ['the help', 'public/db101/01-joins/01-inner-joins.html', ['?']],
    ['the notes', 'instructor/db101/01-joins/01-inner-joins.html', ['p']],
  ])('have no violation that axe finds: %s', async (_, path, keys) => {
    const page = await browser.newPage();
    const [file = '', hash = ''] = path.split('#');
    await page.goto(`${pathToFileURL(join(project.root, 'output', file)).href}#${hash}`);
    for (const key of keys) await page.keyboard.press(key as 'o');
    await page.evaluate(axe.source);
    const { violations } = (await page.evaluate('axe.run()')) as axe.AxeResults;
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join('\n')}`),
    ).toEqual([]);
    await page.close();
  });
});

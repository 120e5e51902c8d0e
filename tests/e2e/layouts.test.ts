import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import type { Browser } from 'puppeteer-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { drawnFonts } from '../support/drawn-fonts.ts';
import { readPdf } from '../support/pdf.ts';
import { type Run, repository, TestProject } from '../support/project.ts';

const names = (folder: string, end: string): readonly string[] =>
  readdirSync(join(repository, folder)).flatMap((name) => (name.endsWith(end) ? [name.slice(0, -end.length)] : []));
const layouts = names('templates/slides', '.schema.yaml');
const looks = names('themes', '.css').flatMap((theme) => ['16-9', '4-3'].map((size) => ({ theme, size })));
const embedded = /^(SourceSans3|SourceSerif4|SourceCodePro|AtkinsonHyperlegible|NotoSans(Math|Symbols2)|KaTeX_)/;

interface Gallery {
  readonly ok: boolean;
  readonly diagnostics: readonly unknown[];
  readonly looks: readonly { readonly slides: number; readonly files: readonly string[] }[];
}

describe('the gallery of all themes and sizes', () => {
  const project = new TestProject();
  const fileOf = (path: string): string => join(project.root, 'output/gallery', path);
  let run: Run;
  let gallery: Gallery;
  let browser: Browser;
  beforeAll(async () => {
    [run, browser] = await Promise.all([project.lectern(['gallery', '--json']), launchBrowser()]);
    gallery = JSON.parse(run.stdout) as Gallery;
  }, 180_000);
  afterAll(async () => {
    await browser.close();
    project.remove();
  });

  it('has every example of every layout without a fault, and none that its slide cuts off', () => {
    expect(gallery.diagnostics).toEqual([]);
    expect(run.code).toBe(0);
    expect(gallery.looks).toHaveLength(looks.length);
    for (const look of gallery.looks) expect(look).toMatchObject({ layouts, ok: true });
    const slides = new Set(gallery.looks.map((look) => look.slides));
    expect(slides.size).toBe(1);
    expect([...slides][0]).toBeGreaterThan(layouts.length * 2);
  });

  it.each(looks)(
    'can be read by everyone, asks for nothing, and is drawn in its own fonts: $theme, $size',
    async (look) => {
      const page = await browser.newPage();
      const requests: string[] = [];
      page.on('request', (request) => requests.push(request.url()));
      const address = pathToFileURL(fileOf(`${look.theme}/${look.size}.html`)).href;
      await page.goto(address);
      // The page as it is without its script, with all slides at once; axe itself needs scripts.
      await page.evaluate(`document.documentElement.className = '';
      for (const slide of document.querySelectorAll('[inert]')) slide.inert = false;
      for (const control of document.querySelectorAll('.lectern-controls, .lectern-tile, dialog')) control.remove();`);
      const fonts = await drawnFonts(page);
      expect(fonts.length).toBeGreaterThan(2);
      expect(fonts.filter(({ isEmbedded }) => !isEmbedded)).toEqual([]);
      await page.evaluate(axe.source);
      const { violations, passes } = (await page.evaluate('axe.run()')) as axe.AxeResults;
      expect(passes.find(({ id }) => id === 'color-contrast')?.nodes.length).toBeGreaterThan(200);
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join('\n')}`),
      ).toEqual([]);
      expect(requests.filter((url) => url !== address && !url.startsWith('data:'))).toEqual([]);
      await page.close();
    },
  );

  it.each(looks)('is printed in its own fonts, a page a slide: $theme, $size', async ({ theme, size }) => {
    const { fonts, pages } = await readPdf(project.bytes(`output/gallery/${theme}/${size}.pdf`));
    expect(fonts.length).toBeGreaterThan(2);
    expect(fonts.filter((name) => !embedded.test(name))).toEqual([]);
    expect(pages).toBe(gallery.looks[0]?.slides);
  });

  it.each(looks)('has a contact sheet: $theme, $size', async ({ theme, size }) => {
    const { width, height } = await sharp(fileOf(`${theme}/${size}.png`)).metadata();
    expect(width).toBeGreaterThan(2000);
    expect(height).toBeGreaterThan(6000);
  });

  it('is opened from a page that axe has no objection to, with ways to all of its files', async () => {
    const page = await browser.newPage();
    await page.goto(pathToFileURL(fileOf('index.html')).href);
    const links = await page.evaluate("[...document.querySelectorAll('a')].map((link) => link.getAttribute('href'))");
    expect([...(links as string[])].sort()).toEqual(gallery.looks.flatMap(({ files }) => files).sort());
    expect((await drawnFonts(page)).filter(({ isEmbedded }) => !isEmbedded)).toEqual([]);
    await page.evaluate(axe.source);
    const { violations } = (await page.evaluate('axe.run()')) as axe.AxeResults;
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)).toEqual([]);
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

  it('have the fonts that are inside, also where courses have themes of their own', async () => {
    project.write('content/os/course.yaml', 'title: Operating systems\ntheme: journal\n');
    project.write('content/os/01-files.yaml', project.read('content/db101/01-joins.yaml'));
    project.write('content/db101/course.yaml', 'title: Databases\ntheme: contrast\n');
    await project.lectern(['build', '--formats', 'html', '-o', 'fonts']);
    const page = await browser.newPage();
    await page.goto(pathToFileURL(join(project.root, 'fonts/public/index.html')).href);
    expect(await drawnFonts(page)).toEqual([{ family: 'Atkinson Hyperlegible', isEmbedded: true }]);
    await page.close();
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

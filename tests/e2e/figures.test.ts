import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'puppeteer-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { readPdf } from '../support/pdf.ts';
import { type Run, TestProject } from '../support/project.ts';

/** As drawing programs write them: styles by class, short ids that all of their files share. */
const drawing = (word: string, color: string) => `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300" width="400" height="300">
  <defs><style>.cls-1{fill:url(#a)}.label{font-size:40px}</style>
    <linearGradient id="a"><stop stop-color="${color}"/></linearGradient></defs>
  <rect id="b" class="cls-1" width="400" height="100"/>
  <text class="label" x="20" y="200" font-weight="600" font-family="Arial">${word} ⋈ x</text>
</svg>`;

const slides = `
      - layout: figure
        image: figures/one.svg
        alt: The first & only
        class: invert
      - layout: two-column
        title: Twice
        left: { body: "![left](figures/one.svg)" }
        right: { body: "![right](figures/two.svg)" }
        notes: "In the notes: ![noted](figures/one.svg) and $x^2$"
      - layout: figure
        title: Photograph
        image: figures/photo.jpg
        alt: A photograph
      - layout: figure
        title: Stamp
        image: figures/stamp.png
        alt: A stamp
`;

const project = new TestProject({
  'content/c/course.yaml':
    'title: Course\ndescription: "About $e$ ![about](figures/two.svg) ![b](figures/photo.jpg)"\n',
  'content/c/01-a.yaml': `title: A\nobjectives: ["See ![seen](figures/two.svg)"]\nsections:\n  - title: S\n    slides:${slides}`,
  'content/c/figures/one.svg': drawing('Natural', 'var(--primary, red)'),
  'content/c/figures/two.svg': drawing('Outer', '#00ff00'),
});

let run: Run;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  const spots = Buffer.from(Array.from({ length: 12 * 8 * 3 }, (_, at) => (at * 7919) % 251));
  const photo = sharp(spots, { raw: { width: 12, height: 8, channels: 3 } })
    .resize(4500, 3000)
    .sharpen();
  project.write(
    'content/c/figures/photo.jpg',
    await photo
      .withExif({ IFD0: { Copyright: 'Ada' } })
      .jpeg()
      .toBuffer(),
  );
  project.write(
    'content/c/figures/stamp.png',
    await sharp(spots, { raw: { width: 12, height: 8, channels: 3 } })
      .png()
      .toBuffer(),
  );
  [run, browser] = await Promise.all([project.lectern(['build', '--json']), launchBrowser()]);
  page = await browser.newPage();
});
afterAll(async () => {
  await browser.close();
  project.remove();
});

const open = (path: string) => page.goto(pathToFileURL(join(project.root, 'output', path)).href);

describe('drawings', () => {
  it('have their text in the PDF, in fonts that are inside', async () => {
    const { texts } = await readPdf(project.bytes('output/public/c/01-a/01-s.pdf'));
    expect(texts[0]).toMatch(/Natural ⋈ x/);
    expect(texts[1]).toMatch(/Natural[\s\S]*Outer/);
  });

  it('are painted by their own parts, wherever they are shown, in the colours of the slide', async () => {
    await open('instructor/c/01-a/01-s.html');
    await page.evaluate(`document.querySelector('[data-icon=notes]').click()`);
    const facts = (await page.evaluate(`[...document.querySelectorAll('svg.figure')].map((figure) => {
      const rect = figure.querySelector('rect');
      const gradient = document.getElementById(/#([^"')]+)/.exec(getComputedStyle(rect).fill)[1]);
      return [figure.querySelector('title').textContent, figure.contains(gradient),
        getComputedStyle(gradient.firstElementChild).stopColor];
    })`)) as [string, boolean, string][];
    expect(facts.filter(([, isOwn]) => !isOwn)).toEqual([]);
    expect(facts.map(([name]) => name).sort()).toEqual(['The first & only', 'left', 'noted', 'right']);
    const colors = new Map(facts.map(([name, , color]) => [name, color]));
    expect(colors.get('right')).toBe('rgb(0, 255, 0)');
    expect(colors.get('left')).toBe(colors.get('noted'));
    // On an inverted slide the main colour is another one.
    expect(colors.get('The first & only')).not.toBe(colors.get('left'));
  });

  it('have a family of the theme in place of that of a machine', async () => {
    await open('public/c/01-a/01-s.html');
    const families = await page.evaluate(
      `[...document.querySelectorAll('svg.figure text')].map((text) => getComputedStyle(text).fontFamily.split(',')[0])`,
    );
    expect(families).toEqual(Array(3).fill('"Source Sans 3"'));
  });

  it('and formulas are on the page of the course as well', async () => {
    await open('public/c/index.html');
    const names = await page.evaluate(
      `[...document.querySelectorAll('svg.figure title')].map((title) => title.textContent)`,
    );
    expect(names).toEqual(['about', 'seen']);
    expect(await page.evaluate(`[...document.images].filter((image) => image.naturalWidth === 0).length`)).toBe(0);
    // The copy for screen readers takes no room.
    expect(await page.evaluate(`document.querySelector('.katex-mathml').getBoundingClientRect().width`)).toBeLessThan(
      2,
    );
  });

  it('stay images in the Marp Markdown', () => {
    expect(project.read('output/instructor/c/01-a/01-s.md')).toContain(
      '<img src="figures/one.svg" alt="The first &amp; only"',
    );
  });
});

describe('images of pixels', () => {
  it('are made smaller and freed of what the camera wrote; the build says how much that saved', () => {
    const { images } = JSON.parse(run.stdout) as { images: { scaled: number; savedBytes: number } };
    expect(images.scaled).toBe(1);
    expect(images.savedBytes).toBeGreaterThan(100_000);
    const [, photo = ''] = /data:image\/jpeg;base64,([^"]+)/.exec(project.read('output/public/c/01-a/01-s.html')) ?? [];
    expect(Buffer.from(photo, 'base64').length).toBeGreaterThan(1000);
    expect(Buffer.from(photo, 'base64').includes('Ada')).toBe(false);
  });

  it('that are too small are named', () => {
    const { diagnostics } = JSON.parse(run.stdout) as {
      diagnostics: { code: string; message: string; line: number }[];
    };
    expect(diagnostics.map(({ code }) => code)).toEqual(['asset/low-resolution']);
    expect(diagnostics[0]?.message).toContain('"figures/stamp.png" has 12 × 8 pixels');
    expect(diagnostics[0]?.line).toBe(21);
  });
});

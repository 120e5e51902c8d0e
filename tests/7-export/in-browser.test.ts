import { PDFDocument } from '@cantoo/pdf-lib';
import { expect, it } from 'vitest';
import { printPage } from '../../src/7-export/page.ts';
import { coursePage, siteIndex } from '../../src/7-export/site.ts';
import { inBrowser } from '../support/deck-in-browser.ts';
import { ask } from '../support/open-deck.ts';
import { sampleCourse, sampleSite } from '../support/sample-course.ts';
import { sampleDeck } from '../support/sample-deck.ts';

const { openFiles } = inBrowser();

it.each([
  ['16:9', 1280, 720],
  ['4:3', 960, 720],
  ['A4', 1123, 794],
])('prints one page of the size %s for every slide', async (name, widthPx, heightPx) => {
  const sample = sampleDeck({ script: '', style: '' });
  const css = sample.css.replace('width: 1280px; height: 720px', `width: ${widthPx}px; height: ${heightPx}px`);
  const html = printPage({ ...sample, css, size: { name, widthPx, heightPx } });
  const page = await openFiles({ files: { 'index.html': html } });
  const pdf = await PDFDocument.load(await page.pdf({ preferCSSPageSize: true }));
  const sizes = pdf.getPages().map((page) => [page.getWidth(), page.getHeight()].map(Math.round));
  expect(sizes).toEqual(Array(4).fill([widthPx * 0.75, heightPx * 0.75].map(Math.round)));
});

it.each([
  ['course page', coursePage(sampleCourse)],
  ['index', siteIndex(sampleSite)],
])('shows the %s on a phone and on a desk without anything cut off', async (_, html) => {
  const page = await openFiles({ files: { 'index.html': html }, viewport: { width: 390, height: 800 } });
  for (const width of [320, 390, 1280]) {
    await page.setViewport({ width, height: 800 });
    expect(await ask(page, 'document.documentElement.scrollWidth')).toBe(width);
  }
});

it('lets a click anywhere on a deck open it, except on its PDF', async () => {
  const page = await openFiles({ files: { 'index.html': coursePage(sampleCourse) } });
  const hrefAt = (selector: string, share: number) =>
    ask(
      page,
      `(() => { const box = document.querySelector('${selector}').getBoundingClientRect();
        return document.elementFromPoint(box.left + box.width * ${share}, box.top + box.height / 2).closest('a').getAttribute('href') })()`,
    );
  expect(await hrefAt('.deck', 0.02)).toBe('01-joins/01-inner.html');
  expect(await hrefAt('.deck', 0.7)).toBe('01-joins/01-inner.html');
  expect(await hrefAt('.download', 0.5)).toBe('01-joins/01-inner.pdf');
});

import { PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { deckPage, printPage } from '../../src/7-export/page.ts';
import { inBrowser, see } from '../support/deck-in-browser.ts';
import { ask, press } from '../support/open-deck.ts';

const { open, openFiles, sample } = inBrowser();

describe('a frame that allows nothing but scripts', () => {
  const frames = {
    file: () => `<iframe sandbox="allow-scripts" src="deck.html" width="900" height="600"></iframe>`,
    text: (deck: string) =>
      `<iframe sandbox="allow-scripts" width="900" height="600" srcdoc="${deck.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"></iframe>`,
  };

  it.each(['file', 'text'] as const)('is enough for a deck from a %s', async (kind) => {
    const deck = deckPage(sample());
    const page = await openFiles({
      files: { 'index.html': `<!doctype html>${frames[kind](deck)}`, 'deck.html': deck },
    });
    const frame = page.frames()[1];
    if (!frame) throw new Error('The page has no frame.');
    // Keys reach a frame of another origin in their own time.
    await page.mouse.click(450, 300);
    await press(page, 'ArrowRight', 'ArrowRight');
    await expect.poll(() => ask(frame, `${see.current} + ${see.shown}`)).toBe('inner-join1');
    await press(page, 'g', '4', 'Enter');
    await expect.poll(() => ask(frame, see.current)).toBe('summary');
    await press(page, 'o', 'ArrowLeft', 'Enter');
    await expect.poll(() => ask(frame, see.current)).toBe('übung');
    expect(await ask(frame, `document.querySelector('[aria-label="Full screen"]')`)).toBeNull();
  });
});

describe('paper', () => {
  it('shows a slide in the same style as the screen, whatever its theme leaves open', async () => {
    // Left out: the player's variables, and what makes no difference on paper.
    const style = `JSON.stringify([...document.querySelectorAll('#inner-join :is(section, h1, li:first-child)')].map((element) =>
      [...getComputedStyle(element)].filter((name) => !/^--lectern|^cursor|print-color-adjust|text-size-adjust/.test(name))
        .map((name) => [name, getComputedStyle(element).getPropertyValue(name)])))`;
    const css = 'div.marpit > div.slide > section { width: 1280px; height: 720px }';
    const onScreen = await ask(
      await open({ css }, { hash: '#inner-join', viewport: { width: 1280, height: 720 } }),
      style,
    );
    const paper = await openFiles({
      files: { 'index.html': printPage({ ...sample(), css }) },
      viewport: { width: 1280, height: 720 },
    });
    expect(JSON.parse(String(onScreen))).toEqual(JSON.parse(String(await ask(paper, style))));
  });

  it.each([
    ['16:9', 1280, 720],
    ['4:3', 960, 720],
    ['A4', 1123, 794],
  ])('has one page of the size %s for every slide, wherever one is in the deck', async (name, widthPx, heightPx) => {
    const css = sample().css.replace('width: 1280px; height: 720px', `width: ${widthPx}px; height: ${heightPx}px`);
    const page = await open({ audience: 'instructor', css, size: { name, widthPx, heightPx } });
    await press(page, 'ArrowRight', 'p', 'o');
    const pdf = await PDFDocument.load(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
    const sizes = pdf.getPages().map((sheet) => [sheet.getWidth(), sheet.getHeight()].map(Math.round));
    expect(sizes).toEqual(Array(4).fill([widthPx * 0.75, heightPx * 0.75].map(Math.round)));
  });

  it('shows every fragment and no control', async () => {
    const page = await open();
    await page.emulateMediaType('print');
    const hidden = `[...document.querySelectorAll('[data-marpit-fragment]')].filter((e) => !e.checkVisibility({ visibilityProperty: true, opacityProperty: true })).length`;
    expect(await ask(page, hidden)).toBe(0);
    expect(await ask(page, `document.querySelector('.lectern-controls').checkVisibility()`)).toBe(false);
  });
});

describe('without the script', () => {
  it.each([1100, 390])('all slides are there, one below the other, %i pixels wide', async (width) => {
    const html = deckPage(sample()).replace(/<script>.*?<\/script>/s, '');
    const page = await openFiles({ files: { 'index.html': html }, viewport: { width, height: 800 } });
    const boxes = (await ask(
      page,
      `[...document.querySelectorAll('section')].map((e) => e.getBoundingClientRect()).map((b) => [b.left, b.top, b.right, b.bottom])`,
    )) as [number, number, number, number][];
    expect(boxes.every(([left, , right]) => left >= 0 && right <= width && right - left > width * 0.85)).toBe(true);
    expect(boxes.every(([, top], index) => index === 0 || top >= (boxes[index - 1]?.[3] ?? 0))).toBe(true);
    expect(await ask(page, `document.documentElement.scrollWidth`)).toBeLessThanOrEqual(width);
  });
});

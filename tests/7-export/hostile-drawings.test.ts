import { expect, it } from 'vitest';
import { readDrawing } from '../../src/3-resolve/drawing.ts';
import { Figures } from '../../src/5-render/figures.ts';
import type { Asset } from '../../src/model/deck.ts';
import { inBrowser } from '../support/deck-in-browser.ts';
import { hostileDrawings } from '../support/hostile-drawings.ts';
import { ask } from '../support/open-deck.ts';

const { openFiles } = inBrowser();

/** All hostile drawings that can be read, each on a slide of a page that, unlike ours, would let them do anything. */
async function unguardedPage(): Promise<{ readonly html: string; readonly count: number }> {
  const slides: string[] = [];
  for (const [path, text] of Object.entries(hostileDrawings)) {
    const bytes = Buffer.from(text);
    const read = await readDrawing(bytes);
    if (read.kind === 'unreadable') continue;
    const asset: Asset = { kind: 'drawing', path, mediaType: 'image/svg+xml', bytes, drawing: read.drawing };
    const image = `<img src="data:image/svg+xml;base64,${bytes.toString('base64')}" alt="${path}" />`;
    const figure = new Figures(new Map([[path, asset]]), String(slides.length)).place(image);
    slides.push(`<section id="slide"><h2>a</h2>${figure}<p>b</p></section>`);
  }
  return { html: `<!doctype html><title>as it was</title><main>${slides.join('')}</main>`, count: slides.length };
}

it('drawings run nothing, ask for nothing and stay where they are, even in a page that forbids nothing', async () => {
  const { html, count } = await unguardedPage();
  // What the page asks for, and what goes wrong in it, are faults that fail the test.
  const page = await openFiles({ files: { 'index.html': html } });
  for (const event of ['click', 'mouseover', 'focus']) {
    await ask(page, `document.querySelectorAll('svg *').forEach((part) => part.dispatchEvent(new Event('${event}')))`);
  }
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(await ask(page, 'document.title')).toBe('as it was');
  expect(
    await ask(
      page,
      `[...document.querySelector('main').children].map((slide) => [...slide.children].map((part) => part.localName).join(' '))`,
    ),
  ).toEqual(Array(count).fill('h2 svg p'));
  expect(
    await ask(page, `document.querySelectorAll('script, style, iframe, img, foreignObject, animate, set, a').length`),
  ).toBe(0);
  expect(
    await ask(page, `[...document.querySelectorAll('section')].filter((slide) => !slide.checkVisibility()).length`),
  ).toBe(0);
  expect(
    await ask(
      page,
      `[...document.querySelectorAll('svg, svg *')].filter((part) => getComputedStyle(part).position === 'fixed').length`,
    ),
  ).toBe(0);
});

import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { createBrowser } from '../../../src/io/browser/browser.ts';
import { realBrowser } from './real-browser.ts';

const background = '#2443ac';
const png = await sharp({ create: { width: 100, height: 50, channels: 3, background } })
  .png()
  .toBuffer();
const source = `data:image/png;base64,${png.toString('base64')}`;

describe('an image in a measured document', () => {
  const browser = createBrowser(realBrowser, { env: process.env });
  afterAll(() => browser.close());

  async function coarse(style: string, src = source) {
    const slide = `<div class="marpit"><section><img alt="a" src="${src}" style="${style}"></section></div>`;
    const html = `<!doctype html><div class="marpit"><section></section></div>${slide}`;
    const steps = [[], [{ compact: false, scale: 1 }]];
    const measured = await browser.measure({ deck: 'a', html, widthPx: 800, heightPx: 600, steps, floorPx: 18 });
    return measured.kind === 'measured' ? measured.coarse : measured;
  }

  it.each([
    '',
    'width:50px',
    'width:104px',
    'width:400px;height:50px;object-fit:contain',
    'width:300px;height:250px;padding:100px;box-sizing:border-box',
  ])('is no larger than its pixels: %j', async (style) => {
    expect(await coarse(style)).toEqual([]);
  });

  it.each([
    ['width:200px', 200, 100],
    ['width:400px;height:100px;object-fit:contain', 200, 100],
    ['width:150px;height:150px;object-fit:contain;padding:0 10px', 150, 75],
    ['height:100px', 200, 100],
  ])('is larger than its pixels: %s', async (style, shownWidthPx, shownHeightPx) => {
    const image = { slide: 1, widthPx: 100, heightPx: 50, addressLength: source.length };
    expect(await coarse(style)).toEqual([{ ...image, shownWidthPx, shownHeightPx }]);
  });

  it('has no pixels when it is a drawing', async () => {
    const svg = `data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='10' height='10'/%3E`;
    expect(await coarse('width:400px', svg)).toEqual([]);
  });
});

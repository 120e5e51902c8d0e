import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { createBrowser } from '../../../src/io/browser/browser.ts';
import type { FitStep } from '../../../src/model/deck.ts';
import type { SlideMeasure } from '../../../src/model/ports.ts';
import { realBrowser } from './real-browser.ts';

const natural: FitStep = { compact: false, scale: 1 };
const ladder: readonly FitStep[] = [natural, ...[1, 0.8, 0.6].map((scale) => ({ compact: true, scale }))];

describe('a measured document', () => {
  const browser = createBrowser(realBrowser, { env: process.env });
  afterAll(() => browser.close());

  // A slide of 400 × 300 whose content has 340 × 260; text of 20 px on lines of 30 px.
  const style = `<style>.marpit{width:400px;height:300px;overflow:hidden}
    section{--fit:1;position:relative;box-sizing:border-box;width:400px;height:300px;padding:20px 30px;font:20px/1.5 serif}
    .body{font-size:calc(20px * var(--fit))} .compact .body{line-height:1.2} body,p,pre,ul{margin:0}</style>`;
  const slide = (content: string): string =>
    `<div class="marpit"><section><div class="body">${content}</div></section></div>`;
  const lines = (count: number): string => `<p data-line="4">${'Line<br>'.repeat(count)}</p>`;

  async function measures(steps: readonly FitStep[], ...contents: readonly string[]): Promise<readonly SlideMeasure[]> {
    const html = `<!doctype html>${style}${contents.map(slide).join('')}`;
    const job = { deck: 'a', html, widthPx: 400, heightPx: 300, steps: contents.map(() => steps), floorPx: 14 };
    const measured = await browser.measure(job);
    if (measured.kind !== 'measured') throw new Error(JSON.stringify(measured));
    return measured.slides;
  }
  const faults = async (content: string) => (await measures([natural], content))[0]?.faults;

  it('whose slides show all that is on them fits as it is', async () => {
    const [text, full, empty] = await measures(ladder, '<p>Text</p>', lines(8), '');
    for (const measure of [text, full, empty]) expect(measure).toMatchObject({ fits: 0, fitsAcross: 0, faults: [] });
  });

  it('fits in the first step that shows all of it', async () => {
    const slides = await measures(ladder, lines(9), lines(10), lines(13), lines(40));
    // Ten lines of 24 px have room where ten of 30 px have not, thirteen of 19.2 px where 24 are too many.
    expect(slides.map(({ fits }) => fits)).toEqual([1, 1, 2, undefined]);
    expect(slides[3]?.neededPx).toBeGreaterThan(950);
    expect(slides[3]?.neededPx).toBeLessThanOrEqual(960);
    expect(slides[3]).toMatchObject({ fitsAcross: 0, roomPx: 260 });
  });

  it('is not set smaller than can be read', async () => {
    // At 0.6 the text would have 12 px, and all of it would be seen.
    const [measure] = await measures(ladder, lines(16));
    expect(measure).toMatchObject({ tried: 2 });
    expect(measure?.fits).toBeUndefined();
  });

  it('says where content leaves the room of its slide, and how far', async () => {
    const [high] = (await faults(`<p data-line="2">Text</p>${lines(12)}`)) ?? [];
    expect(high).toMatchObject({ kind: 'overflow', line: 4, rightPx: 0 });
    // Four lines of 30 px, less the space below the glyphs of the last one.
    expect(high?.bottomPx).toBeGreaterThan(110);
    expect(high?.bottomPx).toBeLessThanOrEqual(140);
    const wide = '<p data-line="3" style="white-space:nowrap;letter-spacing:100px">abcdef</p>';
    expect(await faults(wide)).toMatchObject([{ kind: 'overflow', line: 3, bottomPx: 0 }]);
  });

  it('says which line of a listing its box hides', async () => {
    const code = `<pre data-line="6" style="width:200px;overflow:hidden"><code><span class="line">ab</span>
<span class="line" style="letter-spacing:50px">abcdefgh</span></code></pre>`;
    expect(await faults(code)).toMatchObject([{ kind: 'overflow', line: 6, codeLine: 1, bottomPx: 0 }]);
  });

  it('says which text lies on another one or on the footer', async () => {
    const over = '<p data-line="1">Below</p><p data-line="2" style="margin-top:-25px">Above</p>';
    expect(await faults(over)).toMatchObject([{ kind: 'overlap', line: 2 }]);
    const footer = '</div><footer style="position:absolute;top:240px;left:30px">Footer</footer><div>';
    expect(await faults(`${lines(8)}${footer}`)).toMatchObject([{ kind: 'overflow', line: 4 }]);
    expect(await faults(`<div style="margin-left:200px">${lines(8)}</div>${footer}`)).toEqual([]);
  });

  it('measures a box that stands by itself by its own edges', async () => {
    const panel = (width: number): string =>
      `<div style="position:absolute;top:0;left:0;width:${width}px;height:300px"><p data-line="1" style="white-space:nowrap">A panel</p></div>`;
    expect(await faults(panel(100))).toEqual([]);
    expect(await faults(panel(40))).toMatchObject([{ kind: 'overflow', line: 1, bottomPx: 0 }]);
  });

  it('takes no notice of words that are there to be heard', async () => {
    const hidden = 'position:absolute;left:900px;width:1px;height:1px;overflow:hidden';
    expect(
      await faults(`<span class="katex"><span class="katex-mathml" style="${hidden}">a long formula</span></span>`),
    ).toEqual([]);
    expect(await faults(`<span style="${hidden}">for screen readers</span>`)).toEqual([]);
  });

  it('says what is drawn too small to be seen, whatever the step', async () => {
    const drawing = (size: number): string =>
      `<p data-line="5"><svg class="figure" viewBox="0 0 600 300" width="300"><text y="50" font-size="${size}">Word</text></svg></p>`;
    expect((await measures(ladder, drawing(20)))[0]).toMatchObject({
      fits: 0,
      faults: [{ kind: 'small-text', line: 5, sizePx: 10 }],
    });
    expect(await faults(drawing(40))).toEqual([]);
    expect(await faults('<p data-line="3" style="font-size:12px">Fine print</p>')).toMatchObject([
      { kind: 'small-text', line: 3, sizePx: 12 },
    ]);
    const picture = (width: number): string =>
      `<p data-line="5"><svg class="figure" viewBox="0 0 2 1" width="${width}"></svg></p>`;
    expect(await faults(picture(60))).toMatchObject([{ kind: 'small-picture', sizePx: 60 }]);
    expect(await faults(picture(120))).toEqual([]);
  });

  it('says which picture has lost its shape', async () => {
    const bytes = await sharp({ create: { width: 200, height: 100, channels: 3, background: '#2443ac' } })
      .png()
      .toBuffer();
    const picture = (style: string): string =>
      `<p data-line="7"><img alt="a" src="data:image/png;base64,${bytes.toString('base64')}" style="${style}"></p>`;
    expect(await faults(picture('width:200px;height:200px'))).toMatchObject([{ kind: 'squeezed-picture', line: 7 }]);
    for (const style of ['width:160px', 'width:200px;height:200px;object-fit:contain', 'width:200px;padding:10px'])
      expect(await faults(picture(style))).toEqual([]);
  });
});

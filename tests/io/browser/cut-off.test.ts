import { afterAll, describe, expect, it } from 'vitest';
import { createBrowser } from '../../../src/io/browser/browser.ts';
import { realBrowser } from './real-browser.ts';

describe('a printed document', () => {
  const browser = createBrowser(realBrowser, { env: process.env });
  afterAll(() => browser.close());

  const slide = (content: string): string => `<div class="marpit"><section>${content}</section></div>`;
  const style = `<style>.marpit{width:400px;height:300px;overflow:hidden}section{position:relative;width:400px;height:300px;font:20px/30px serif}
    body,p,pre{margin:0}</style>`;

  async function measured(...slides: readonly string[]) {
    const html = `<!doctype html>${style}${slides.map(slide).join('')}`;
    const printed = await browser.print({ deck: 'a', html, widthPx: 400, heightPx: 300 });
    return printed.kind === 'printed' ? printed.cutOff : printed;
  }

  it('whose slides show all that is on them reports nothing', async () => {
    expect(await measured('<p>Text</p>', `<p>${'Line<br>'.repeat(10)}</p>`, '')).toEqual([]);
  });

  it('reports each slide that its content leaves, and how far', async () => {
    const high = `<p>${'Line<br>'.repeat(14)}</p>`;
    const wide = `<p style="white-space:nowrap;letter-spacing:100px">abcdef</p>`;
    const [first, second, ...rest] = (await measured('<p>Text</p>', high, wide)) as {
      slide: number;
      rightPx: number;
      bottomPx: number;
    }[];
    expect(first).toMatchObject({ slide: 1, rightPx: 0 });
    // Four lines of 30 px, less the space below the glyphs of the last one.
    expect(first?.bottomPx).toBeGreaterThan(110);
    expect(first?.bottomPx).toBeLessThanOrEqual(120);
    expect(second).toMatchObject({ slide: 2, bottomPx: 0 });
    expect(second?.rightPx).toBeGreaterThan(150);
    expect(rest).toEqual([]);
  });

  it('reports lines that an inner box hides', async () => {
    const code = `<pre style="width:200px;overflow:hidden"><code style="letter-spacing:50px">abcdefgh</code></pre>`;
    expect(await measured(code)).toMatchObject([{ slide: 0, bottomPx: 0 }]);
  });

  it('reports a text that lies on the footer', async () => {
    const footer = '<footer style="position:absolute;top:270px;left:0">Footer</footer>';
    const over = `<p>${'Line<br>'.repeat(9)}Last</p>${footer}`;
    const beside = `<p style="margin-left:200px">${'Line<br>'.repeat(9)}Last</p>${footer}`;
    expect(await measured(over)).toMatchObject([{ slide: 0, rightPx: 0 }]);
    expect(await measured(beside)).toEqual([]);
  });

  it('takes no notice of the words of a formula, which are hidden on purpose', async () => {
    const words =
      '<span class="katex-mathml" style="position:absolute;left:900px;width:1px;overflow:hidden">a long formula</span>';
    expect(await measured(`<span class="katex">${words}</span>`)).toEqual([]);
  });
});

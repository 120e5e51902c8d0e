import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBrowser } from '../../../src/io/browser/browser.ts';
import type { FoundBrowser } from '../../../src/io/browser/find.ts';
import type { Browser } from '../../../src/model/ports.ts';
import { readPdf } from './pdf.ts';
import { job, pages, realBrowser } from './real-browser.ts';

let found: FoundBrowser;
let browser: Browser;

beforeAll(async () => {
  found = await realBrowser();
  browser = createBrowser(async () => found, { env: process.env });
});
afterAll(() => browser.close());

/** Prints, and stops the test with the reason when there is no PDF. */
async function pdfOf(html: string, from = browser): Promise<Uint8Array> {
  const printed = await from.print(job(html));
  if (printed.kind !== 'printed') throw new Error(JSON.stringify(printed));
  return printed.pdf;
}

/** Takes a picture, and stops the test with the reason when there is none. */
async function pictureOf(html: string, scale: number, from = browser): Promise<Uint8Array> {
  const pictured = await from.picture({ ...job(html), scale });
  if (pictured.kind !== 'pictured') throw new Error(JSON.stringify(pictured));
  return pictured.png;
}

const svg = (content: string): string =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${content}</svg>`)}`;
const pixel = 'data:image/gif;base64,R0lGODlhAQABAIAAAP8AAP///yH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==';
describe('print', () => {
  it('makes one page of the asked size for each section', async () => {
    const facts = await readPdf(await pdfOf(pages('One', 'Two')));
    expect(facts.pageSizes).toEqual([
      [960, 540],
      [960, 540],
    ]);
    expect(facts.text).toBe('OneTwo');
    expect(facts.title).toBe('Pages');
  });

  it('uses the size of the job where the document names none', async () => {
    const printed = await browser.print({ deck: 'a deck', html: '<!doctype html><p>4:3', widthPx: 960, heightPx: 720 });
    expect(printed.kind === 'printed' && (await readPdf(printed.pdf)).pageSizes).toEqual([[720, 540]]);
  });

  it('waits for embedded fonts and images', async () => {
    const facts = await readPdf(
      await pdfOf(pages(`${await font('Embedded')}<p style="font-family:Embedded">Text</p><img src="${pixel}">`)),
    );
    expect(facts.fonts).toEqual([expect.stringMatching(/^SourceSans3/)]);
    expect(facts.images).toBe(1);
  });

  it('shows text that no embedded font covers in the same font on every machine', async () => {
    const facts = await readPdf(
      await pdfOf(pages('<p style="font-family:Arial,sans-serif">Text <code>code</code></p>')),
    );
    if (found.kind === 'headless-shell') expect(facts.fonts).toEqual(['KaTeX_Main-Regular']);
    expect(facts.text).toBe('Text code');
  });

  it('does not run scripts', async () => {
    expect((await readPdf(await pdfOf(pages('Kept<script>document.body.textContent = "Changed"</script>')))).text).toBe(
      'Kept',
    );
  });

  it('keeps documents apart that share a page', async () => {
    await pdfOf(pages(`${await font('Embedded')}<style>p{font-family:Embedded;color:red}</style><p>First</p>`));
    const [first, second] = [await pdfOf(pages('<p>Second</p>')), await pdfOf(pages('<p>Second</p>'))];
    expect((await readPdf(first)).text).toBe('Second');
    expect(withoutDates(first)).toBe(withoutDates(second));
  });

  it('queues documents beyond the pages, and answers each with its own', async () => {
    const names = Array.from({ length: 12 }, (_, index) => `Document${index}`);
    const texts = await Promise.all(names.map(async (name) => (await readPdf(await pdfOf(pages(name)))).text));
    expect(texts).toEqual(names);
  });

  it('goes on when pages are renewed', async () => {
    const one = createBrowser(async () => found, { env: process.env, jobs: 1 });
    for (let count = 0; count < 102; count += 1) await pdfOf('<!doctype html>x', one);
    await one.close();
  });

  it.each([0, 1])('sends documents that are too large for one message in whole characters (%i)', async (shift) => {
    const title = '😀'.repeat(50);
    const before = `<!doctype html><!--${' '.repeat(999_900 + shift)}--><title>`;
    expect((await readPdf(await pdfOf(`${before}${title}</title>`))).title).toBe(title);
  });
});

describe('picture', () => {
  const red = '<!doctype html><body style="margin:0"><div style="width:50px;height:720px;background:red"></div>';

  it('shows the document from its upper left corner, at the scale of the job', async () => {
    const png = await pictureOf(red, 0.5);
    const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    expect([info.width, info.height]).toEqual([640, 360]);
    const at = (x: number, y: number) => [...data.subarray((y * 640 + x) * 3, (y * 640 + x) * 3 + 3)];
    expect([at(0, 0), at(23, 359), at(27, 0)]).toEqual([
      [255, 0, 0],
      [255, 0, 0],
      [255, 255, 255],
    ]);
  });

  it('shows what a screen would, also in a page that printed before, and prints after it what paper would', async () => {
    const one = createBrowser(async () => found, { env: process.env, jobs: 1 });
    const html = `${red}<style>@media print{div{display:none}}@media screen{p{display:none}}</style><p>On paper`;
    const printed = await pdfOf(html, one);
    expect(await pictureOf(html, 1, one)).toEqual(await pictureOf(red, 1, one));
    expect(withoutDates(await pdfOf(html, one))).toBe(withoutDates(printed));
    await one.close();
  });

  it('is made of the same bytes each time', async () => {
    const html = `${await font('Embedded')}<style>p{font:40px Embedded}</style><p>Text</p>${pages('More')}`;
    expect(await pictureOf(html, 1)).toEqual(await pictureOf(html, 1));
  });

  it('of a document that asks for something is none', async () => {
    const asking = { ...job('<!doctype html><img src="http://other.test/a.png">'), scale: 1 };
    expect(await browser.picture(asking)).toEqual({ kind: 'blocked', urls: ['http://other.test/a.png'] });
  });
});

describe('requests', () => {
  it.each([
    ['an image', '<img src="http://other.test/a.png">', 'http://other.test/a.png'],
    ['a style sheet', '<link rel="stylesheet" href="http://other.test/a.css">', 'http://other.test/a.css'],
    ['an import', '<style>@import "http://other.test/b.css";</style>', 'http://other.test/b.css'],
    [
      'a font',
      '<style>@font-face{font-family:F;src:url(http://other.test/f.woff2)}*{font-family:F}</style>x',
      'http://other.test/f.woff2',
    ],
    [
      'a background of the printed page',
      '<style>@media print{*{background:url(http://other.test/p.png)}}</style>',
      'http://other.test/p.png',
    ],
    ['a frame', '<iframe src="http://other.test/"></iframe>', 'http://other.test/'],
    ['another page', '<meta http-equiv="refresh" content="0;url=http://other.test/next">', 'http://other.test/next'],
    ['a file', '<img src="file:///etc/hostname">', 'file:///etc/hostname'],
    ['a relative image', '<img src="figures/a.png">', 'figures/a.png'],
    [
      'what its own policy forbids',
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'"><img src="http://other.test/c.png">`,
      'http://other.test/c.png',
    ],
  ])('for %s are blocked and reported', async (_, html, url) => {
    expect(await browser.print(job(`<!doctype html>${html}`))).toEqual({ kind: 'blocked', urls: [url] });
  });

  it('of one document are not reported for the next', async () => {
    await browser.print(job('<img src="http://other.test/a.png">'));
    expect((await browser.print(job(pages('Next')))).kind).toBe('printed');
  });

  it('for embedded pictures of any kind are none', async () => {
    const pictures = [pixel, svg('<circle r="5"/>')].map((url) => `<img loading="lazy" src="${url}">`).join('');
    expect((await browser.print(job(pages(pictures)))).kind).toBe('printed');
  });

  it('that lead to something unreadable fail the document', async () => {
    const font = '<style>@font-face{font-family:Bad;src:url(data:font/woff2;base64,AAAA)}*{font-family:Bad}</style>x';
    for (const html of ['<img src="data:image/png;base64,AAAA">', font]) {
      expect(await browser.print(job(html))).toMatchObject({ kind: 'failed' });
    }
  });
});

async function font(family: string): Promise<string> {
  const path = new URL(
    '../../../node_modules/@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff2',
    import.meta.url,
  );
  const data = (await readFile(path)).toString('base64');
  return `<style>@font-face{font-family:${family};src:url(data:font/woff2;base64,${data})}</style>`;
}

function withoutDates(pdf: Uint8Array): string {
  return Buffer.from(pdf)
    .toString('latin1')
    .replaceAll(/\/(CreationDate|ModDate) \(.*?\)/g, '/$1');
}

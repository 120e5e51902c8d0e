import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDrawing } from '../../src/3-resolve/drawing.ts';
import { Figures } from '../../src/5-render/figures.ts';
import type { Asset } from '../../src/model/deck.ts';
import { hostileDrawings } from '../support/hostile-drawings.ts';
import { attribute } from '../support/html.ts';
import { elementsIn, exactText } from '../support/slide-html.ts';

const address = (text: string) => `data:image/svg+xml;base64,${Buffer.from(text).toString('base64')}`;

/** A paragraph with a drawing between two words, as it stands in a slide; undefined when the file is refused. */
async function placed(text: string, name = '', times = 1): Promise<string | undefined> {
  const bytes = Buffer.from(text);
  const read = await readDrawing(bytes);
  if (read.kind === 'unreadable') return undefined;
  const { drawing } = read;
  const asset: Asset = { kind: 'drawing', path: 'a.svg', mediaType: 'image/svg+xml', bytes, drawing };
  const image = `<img src="${address(text)}" alt="A &lt;b&gt;" title="more" />`;
  return new Figures(new Map([['a.svg', asset]]), name).place(`<p>before ${image.repeat(times)} after</p>`);
}

const svg = (content: string) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10">${content}</svg>`;

describe('a drawing in a slide', () => {
  it('has the name that the author gave it, and its size', async () => {
    const html = (await placed(svg('<title>Export 3</title><path/>'))) ?? '';
    const [, figure, title] = elementsIn(html);
    expect(figure && ['class', 'role', 'style'].map((name) => attribute(figure, name))).toEqual([
      'figure',
      'img',
      '--width:20px;--ratio:2;',
    ]);
    expect([title?.tagName, exactText(html)]).toEqual(['title', 'before A <b>more after']);
  });

  it('does not meet itself when it is shown twice', async () => {
    const html = (await placed(svg('<g id="a" fill="url(#a)"/>'), 'x', 2)) ?? '';
    const groups = elementsIn(html).filter(({ tagName }) => tagName === 'g');
    expect(groups.map((element) => [attribute(element, 'id'), attribute(element, 'fill')])).toEqual([
      ['figure-x1-1', 'url(#figure-x1-1)'],
      ['figure-x2-1', 'url(#figure-x2-1)'],
    ]);
  });

  it('keeps the styles of its root beside those of its place', async () => {
    const root = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10" style="background-color:#fff"/>';
    expect(await placed(root)).toContain('style="--width:20px;--ratio:2;background-color:#fff"');
  });

  it('has the width that a template gives its image', () => {
    const drawing = {
      widthPx: 20,
      heightPx: 10,
      isThemed: false,
      attributes: ['viewBox="0 0 2 1"'],
      content: [''],
      text: '',
    };
    const asset: Asset = { kind: 'drawing', path: 'a', mediaType: 'image/svg+xml', bytes: new Uint8Array(), drawing };
    const place = (more: string) =>
      new Figures(new Map([['a', asset]]), '').place(`<img src="${address('')}" alt="" ${more}/>`);
    expect(place('width="300" height="9"')).toContain('style="--width:300px;--ratio:2;"');
    expect(place('style="width:9em;"')).toContain('style="--width:20px;--ratio:2;width:9em;"');
  });

  it('leaves other images alone', async () => {
    const asset = `<img src="data:image/png;base64,AAAA" alt="a" />`;
    expect(new Figures(new Map(), '').place(asset)).toBe(asset);
  });
});

const harmless = /^(p|svg|title|desc|g|defs|use|switch|path|rect|text|tspan|image|style|filter|pattern|textPath)$/;

/** The page is as it was around a drawing, and the drawing holds nothing that runs or loads. */
function expectHarmless(html: string): void {
  const [paragraph, figure, ...parts] = elementsIn(html);
  expect(paragraph?.childNodes.map(({ nodeName }) => nodeName)).toEqual(['#text', 'svg', '#text']);
  expect(figure?.tagName).toBe('svg');
  for (const { attrs, namespaceURI } of parts) {
    expect(namespaceURI).toBe('http://www.w3.org/2000/svg');
    for (const { name, value } of attrs) {
      expect(name).not.toMatch(/^on|^src|formaction/i);
      if (name === 'href') expect(value).toMatch(/^#figure-|^data:image\/(png|jpeg|gif|webp|avif);base64,/);
      else expect(value).not.toMatch(/url\((?!#figure-)|image-set|javascript:/i);
    }
  }
}

describe('a hostile drawing', () => {
  it.each(Object.entries(hostileDrawings))('does nothing, or is refused: %s', async (_, text) => {
    const html = await placed(text);
    if (html === undefined) return;
    expectHarmless(html);
    expect(elementsIn(html).filter(({ tagName }) => !harmless.test(tagName))).toEqual([]);
  });

  it('is what most of the examples are, and not refused', async () => {
    const all = await Promise.all(Object.values(hostileDrawings).map((text) => placed(text)));
    expect(all.filter((html) => html !== undefined).length).toBeGreaterThan(15);
  });

  const pieces = fc.constantFrom(
    '<g>',
    '</g>',
    '<text>',
    '</text>',
    '<title>',
    '</title>',
    '<style>',
    '</style>',
    '<foreignObject>',
    '</foreignObject>',
    '<![CDATA[',
    ']]>',
    '<!--',
    '-->',
    '<img src=x onerror=a>',
    '<a href="javascript:b">',
    '</a>',
    '<use href="#a"/>',
    '<g id="a" onload="b"/>',
    '<rect style="fill:url(#a);mask:url(b)"/>',
    '<p>',
    '</svg>',
    '<svg>',
    '&lt;',
    '&amp;lt;',
    '"',
    "'",
    '<script>c</script>',
  );

  it('is harmless, whatever it is made of', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(pieces, fc.string({ unit: 'binary' })), { maxLength: 12 }), async (parts) => {
        for (const text of [svg(parts.join('')), parts.join('')]) {
          const html = await placed(text);
          if (html !== undefined) expectHarmless(html);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('is read or refused when it is any bytes at all', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        expect(['drawing', 'unreadable']).toContain((await readDrawing(bytes)).kind);
      }),
    );
  });
});

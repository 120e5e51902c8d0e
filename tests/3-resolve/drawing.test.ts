import { describe, expect, it } from 'vitest';
import { readDrawing } from '../../src/3-resolve/drawing.ts';

const namespaces = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"';
const svg = (content: string, attributes = 'viewBox="0 0 10 10"') =>
  `<svg ${namespaces} ${attributes}>${content}</svg>`;

async function read(text: string | Uint8Array) {
  const result = await readDrawing(typeof text === 'string' ? new TextEncoder().encode(text) : text);
  if (result.kind === 'unreadable') throw new Error(JSON.stringify(result.fault));
  const { drawing, findings } = result;
  return {
    ...drawing,
    root: drawing.attributes.join('id-'),
    html: drawing.content.join('id-').replaceAll(/<(\w+)([^<>]*)><\/\1>/g, '<$1$2/>'),
    lost: [...findings.lost],
    inert: [...findings.inert],
  };
}

async function faultOf(text: string | Uint8Array) {
  const result = await readDrawing(typeof text === 'string' ? new TextEncoder().encode(text) : text);
  return result.kind === 'unreadable' ? result.fault : undefined;
}

describe('a drawing', () => {
  it('keeps what it draws', async () => {
    const drawn =
      '<g transform="rotate(4)"><path d="M0 0h4" fill="red"/><text x="1"><tspan dy="2">a &lt; b</tspan></text></g>';
    const { html, lost, inert, text } = await read(svg(`<!-- by hand -->${drawn}<metadata>x</metadata>`));
    expect([html, lost, inert, text]).toEqual([drawn, [], [], 'a < b']);
  });

  it('keeps a bitmap that lies within it', async () => {
    const image = '<image href="data:image/png;base64,iVBORw0KGgo=" width="4"/>';
    expect((await read(svg(image.replace('href', 'xlink:href')))).html).toBe(image);
  });

  it('has the styles of its classes on its elements, and no class that a theme could mean', async () => {
    const style = '<style>.label{fill:red;font:italic 14px Arial} g > .label{opacity:.5}</style>';
    const { html } = await read(svg(`${style}<g><text class="label" id="t" style="opacity:.7">a</text></g>`));
    expect(html).toBe(
      '<g><text id="id-1" style="fill:red;font-style:italic;font-weight:normal;font-size:14px;font-family:var(--font-body);opacity:.7">a</text></g>',
    );
  });

  it('has ids that can be made unique, and everything that points at them follows', async () => {
    const content =
      '<defs><linearGradient id="a"/><path id="b"/></defs><use xlink:href="#b" fill="url(#a)" style="mask:url(\'#a\')"/>';
    expect((await read(svg(content))).html).toBe(
      '<defs><linearGradient id="id-1"/><path id="id-2"/></defs><use href="#id-2" fill="url(#id-1)" style="mask:url(#id-1)"/>',
    );
  });

  it('points at nothing where it did before', async () => {
    const { html } = await read(svg('<g id="a"/><g id="a"/><use href="#b"/><rect fill="url(#b)"/>'));
    expect(html).toBe('<g id="id-1"/><g/><use/><rect fill="url(#id-0)"/>');
  });

  it('is set in the fonts of the theme', async () => {
    const families = ['Arial', 'Courier New, monospace', 'var(--font-heading)'];
    const { html } = await read(svg(families.map((name) => `<text font-family="${name}"/>`).join('')));
    const inTheme = (name: string) => `<text font-family="var(--font-${name})"/>`;
    expect(html).toBe(['body', 'mono', 'heading'].map(inTheme).join(''));
  });

  it('says of each text that it is code, and takes no other for it', async () => {
    const { html } = await read(
      svg('<g style="font-family:monospace"><text x="1"/><text font-family="Arial"/></g><text x="2"/>'),
    );
    expect(html.replaceAll(/, &quot;[^"]*/g, '')).toBe(
      '<g style="font-family:var(--font-mono)"><text x="1" font-family="var(--font-mono)"/><text font-family="var(--font-body)"/></g><text x="2"/>',
    );
  });

  it.each([
    ['fill="var(--primary, #123456)"', true],
    ['style="stroke:currentColor"', true],
    ['fill="var(--own)"', false],
    ['fill="red"', false],
  ])('has colours of the theme, or of its own: %s', async (attribute, isThemed) => {
    const { isThemed: found, root } = await read(svg(`<g ${attribute}><text>var(--primary)</text></g>`));
    expect([found, root.includes('fill="currentColor"')]).toEqual([isThemed, isThemed]);
  });

  it('gives no values to the tokens of the theme, and keeps its own', async () => {
    const { root } = await read(svg('<style>:root{--primary:red;--own:blue}</style><g fill="var(--own)"/>'));
    expect(root).toContain('style="--own:blue"');
  });

  it('takes no style of text from the slide that it does not set itself', async () => {
    const { root } = await read(svg('', 'viewBox="0 0 4 4" font-size="20"'));
    expect(root).toContain(' font-size="20"');
    expect(root).toContain(' font-weight="400"');
    expect(root).not.toContain('16px');
  });

  it.each([
    ['viewBox="0 0 40 30"', '0 0 40 30', 40, 30],
    ['viewBox="0,0,40,30" width="80"', '0 0 40 30', 80, 60],
    ['width="1in" height="72pt"', '0 0 96 96', 96, 96],
    ['style="width:40px;height:30px"', '0 0 40 30', 40, 30],
    ['viewBox="0 0 40 30" width="100%" height="100%" preserveAspectRatio="none"', '0 0 40 30', 40, 30],
  ])('has the size that it says: %s', async (attributes, viewBox, widthPx, heightPx) => {
    const { root, ...drawing } = await read(svg('', attributes));
    expect(drawing).toMatchObject({ widthPx, heightPx });
    expect(root).toMatch(new RegExp(`^viewBox="${viewBox}"`));
    expect(root).not.toMatch(/preserveAspectRatio| width="| height="/);
  });

  it.each(['utf-16le', 'utf-16be', 'iso-8859-1'] as const)('may be in another encoding: %s', async (encoding) => {
    const text = svg('<text>é</text>');
    const swapped = (buffer: Buffer) => (encoding === 'utf-16be' ? buffer.swap16() : buffer);
    const bytes =
      encoding === 'iso-8859-1'
        ? Buffer.from(`<?xml version="1.0" encoding="ISO-8859-1"?>${text}`, 'latin1')
        : swapped(Buffer.from(`\ufeff${text}`, 'utf16le'));
    expect((await read(bytes)).text).toBe('é');
  });

  it('may have prefixes at its elements, and short names for addresses', async () => {
    const prefixed = '<s:svg xmlns:s="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><s:g/></s:svg>';
    expect((await read(prefixed)).html).toBe('<g/>');
    const doctype = '<!DOCTYPE svg [<!ENTITY ns "http://www.w3.org/2000/svg">]>';
    expect((await read(`${doctype}<svg xmlns="&ns;" viewBox="0 0 1 1"><g/></svg>`)).html).toBe('<g/>');
  });
});

describe('what a slide cannot show of a drawing', () => {
  it.each([
    ['<image href="photo.jpg"/>', 'the picture "photo.jpg", which lies in another file'],
    ['<image xlink:href="https://a.b/c.png"/>', 'the picture "https://a.b/c.png", which lies in another file'],
    [
      '<image xlink:href="data:image/png;base64,AAAA" href="other.png"/>',
      'the picture "other.png", which lies in another file',
    ],
    ['<image href="data:image/svg+xml,x"/>', 'a picture of the type "image/svg+xml"'],
    ['<use href="other.svg#a"/>', 'what it takes from "other.svg#a"'],
    ['<rect fill="url(https://a.b/c#d)"/>', 'what it takes from "https://a.b/c#d"'],
    ['<rect style="mask:url(c.svg#d)"/>', 'what it takes from "c.svg#d"'],
    ['<style>.a{fill:url(c.svg#d)}</style><g class="a"/>', 'what it takes from "c.svg#d"'],
    ['<rect fill="u\\72l(//a.b)"/>', 'the value of "fill", "u\\72l(//a.b)"'],
    ['<rect mask="image-set(&quot;//a.b&quot; 1x)"/>', 'the value of "mask", "image-set("//a.b" 1x)"'],
    ['<feImage href="a.png"/>', 'the element <feImage>'],
    ['<flowRoot><flowPara>Words</flowPara></flowRoot>', 'the element <flowRoot>'],
    [
      '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">Two <b>words</b></p></foreignObject>',
      'the text "Two words", which is HTML in a <foreignObject>',
    ],
  ])('is named: %s', async (content, finding) => {
    const { lost, html } = await read(svg(content));
    expect(lost).toEqual([finding]);
    expect(html).not.toMatch(/a\.b|photo|other|c\.svg|Words|words/);
  });

  it('is not missed where the drawing has it as text as well', async () => {
    const foreign = '<foreignObject><div xmlns="http://www.w3.org/1999/xhtml">Two words</div></foreignObject>';
    const { lost, html } = await read(svg(`<switch>${foreign}<text>Two words</text></switch>`));
    expect([lost, html]).toEqual([[], '<switch><text>Two words</text></switch>']);
    expect((await read(svg(`<switch>${foreign}<text>Two…</text></switch>`))).lost).toHaveLength(1);
  });

  it.each([
    ['<script>alert(1)</script>', 'scripts'],
    ['<rect onclick="alert(1)"/>', 'scripts'],
    ['<a href="javascript:alert(1)"><text>a</text></a>', 'links'],
    ['<rect><set attributeName="href" to="javascript:alert(1)"/></rect>', 'animations'],
    ['<style>@import url(https://a.b/c.css);</style>', 'style sheets of other files'],
  ])('and what would only be seen elsewhere is noted: %s', async (content, name) => {
    const { inert, lost, html } = await read(svg(content));
    expect([inert, lost]).toEqual([[name], []]);
    expect(html).not.toMatch(/alert|a\.b/);
  });

  it('a style sheet of another file', async () => {
    expect((await read(`<?xml-stylesheet href="a.css"?>${svg('')}`)).lost).toEqual(['the style sheet "a.css"']);
  });
});

describe('a file that is no drawing', () => {
  it.each([
    ['is not well-formed', svg('\n<g><rect></g>'), { line: 2, column: 13 }],
    ['breaks off', svg('<g/>').slice(0, -9), { line: 1 }],
    ['has an entity that is not declared', svg('<text>&nope;</text>'), { line: 1 }],
    ['has entities that grow', `<!DOCTYPE svg [\n<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>${svg('')}`, { line: 2 }],
    ['has entities from files', `<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>${svg('')}`, { line: 1 }],
    ['has no size', svg('', 'width="100%"'), {}],
    ['has two roots', svg('') + svg(''), {}],
    ['is HTML', '<html><svg/></html>', {}],
    ['is empty', '', {}],
    ['is nested without end', svg('<g>'.repeat(20_000) + '</g>'.repeat(20_000)), {}],
    ['is in another encoding than it says', new Uint8Array([0x3c, 0x73, 0x76, 0x67, 0xff, 0xfe]), {}],
  ])('is refused, with the place when that is known: it %s', async (_, text, place) => {
    expect(await faultOf(text)).toEqual({
      reason: expect.stringMatching(/\w/),
      ...place,
      ...numbers(await faultOf(text)),
    });
  });
});

/** What a fault says of its place, to be compared in part. */
function numbers(fault: { readonly column?: number } | undefined) {
  return fault?.column === undefined ? {} : { column: fault.column };
}

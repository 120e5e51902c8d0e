import { describe, expect, it } from 'vitest';
import { embedFonts } from '../../src/7-export/fonts.ts';
import { packageFonts } from '../../src/io/fonts.ts';
import type { Deck } from '../../src/model/deck.ts';
import type { FontFamily, FontFile, Fonts } from '../../src/model/ports.ts';
import { expectValue, workbench } from '../support/workbench.ts';

/** Which characters each slice of each family has. */
const slices: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'Source Sans 3': { 'U+0000-00FF': 'ascii', 'U+0370-03FF': 'αβγ', 'U+0400-04FF': 'жя' },
  'Source Code Pro': { 'U+0000-00FF': 'ascii', 'U+0370-03FF': 'αβγ' },
  Display: { 'U+0000-00FF': 'ascii' },
  'Noto Sans SC': { 'U+4E00-9FFF': '漢' },
  'Noto Sans JP': { 'U+4E00-9FFF': '漢' },
  'Noto Sans Arabic': { 'U+0600-06FF': '\u0302' },
  'Noto Sans Math': { 'U+0000-10FFFF': '∑→𝒜xq\u0302' },
  'Noto Sans Symbols 2': { 'U+0000-10FFFF': '☞' },
};

function fakeFile(family: string, unicodeRange: string, weight: number, style: 'normal' | 'italic'): FontFile {
  const characters = slices[family]?.[unicodeRange] ?? '';
  return {
    family,
    unicodeRange,
    weight,
    style,
    has: async (code) =>
      characters === 'ascii'
        ? code < 0x100 || code === 0x2022 || code === 0x2026
        : characters.includes(String.fromCodePoint(code)),
    bytes: async (text) => Buffer.from(`${family} ${weight} ${style} ${unicodeRange} ${text ?? 'whole'}`),
  };
}

const families = new Map(
  Object.entries(slices).map(([name, ranges]): [string, FontFamily] => [
    name,
    {
      isSerif: false,
      files: Object.keys(ranges).flatMap((range) =>
        [400, 600, 700].flatMap((weight) =>
          (['normal', 'italic'] as const).map((style) => fakeFile(name, range, weight, style)),
        ),
      ),
    },
  ]),
);
const fakeFonts: Fonts = {
  family: async (name) => families.get(name),
  formulaFont: async (name) => Buffer.from(name),
  formulaFontHas: async (name, code) => (name.includes('AMS') ? '★' : 'αé').includes(String.fromCodePoint(code)),
};

const bench = await workbench();

async function deckWith(slide: object = { layout: 'section', title: 'T' }, course = 'title: C'): Promise<Deck> {
  const [deck] = expectValue(
    await bench.decks(JSON.stringify({ title: 'L', sections: [{ title: 'S', slides: [slide] }] }), course),
  );
  if (!deck) throw new Error('There is no deck.');
  return deck;
}
const deck = await deckWith();

/** The embedded files, as the fake fonts name them. */
async function embedded(html: string, css = ''): Promise<readonly string[]> {
  const { fontCss } = expectValue(await embedFonts({ deck, html, css }, fakeFonts));
  return [...fontCss.matchAll(/base64,([^)]*)\)/g)].map(([, data]) => Buffer.from(data ?? '', 'base64').toString());
}

describe('the fonts of a page', () => {
  it('are those that its characters need, in the weights that it has', async () => {
    expect(await embedded('<p>Words</p>')).toEqual([
      'Source Sans 3 400 normal U+0000-00FF whole',
      'Source Sans 3 700 normal U+0000-00FF whole',
      'Source Code Pro 400 normal U+0000-00FF whole',
      'Source Code Pro 700 normal U+0000-00FF whole',
    ]);
  });

  it('have the slices of other scripts where a text is in them', async () => {
    const files = await embedded('<p>жя</p><code>&#945;</code>');
    expect(files.filter((file) => !file.includes('U+0000-00FF')).sort()).toEqual([
      'Source Code Pro 400 normal U+0370-03FF whole',
      'Source Code Pro 700 normal U+0370-03FF whole',
      'Source Sans 3 400 normal U+0370-03FF whole',
      'Source Sans 3 400 normal U+0400-04FF whole',
      'Source Sans 3 700 normal U+0370-03FF whole',
      'Source Sans 3 700 normal U+0400-04FF whole',
    ]);
  });

  it('are italic, or of another weight, only where that is used', async () => {
    expect((await embedded('<p><em>a</em></p>')).filter((file) => file.includes('italic'))).toEqual([
      'Source Sans 3 400 italic U+0000-00FF whole',
    ]);
    expect((await embedded('<p>a</p>', 'h1 { font-weight: 600 }')).join()).toContain('Source Sans 3 600 normal');
  });

  it('are those of drawings too, whose names are not drawn', async () => {
    const text = '<text font-weight="600" style="font-style:italic">жя</text>';
    const mono = '<text font-family="var(--font-mono), &quot;Noto Sans Math&quot;">α</text>';
    const files = (await embedded(`<svg class="figure" role="img"><title>漢</title>${text}${mono}</svg>`)).join();
    expect(files).toContain('Source Sans 3 600 normal U+0400-04FF');
    expect(files).toContain('Source Sans 3 400 italic U+0400-04FF');
    expect(files).toContain('Source Code Pro 400 normal U+0370-03FF');
    expect((await embedded(`<svg class="figure"><text>α</text></svg>`)).join()).not.toContain(
      'Code Pro 400 normal U+0370',
    );
  });

  it('take an accent and its letter from one font', async () => {
    const deck = await deckWith();
    const { fontCss } = expectValue(await embedFonts({ deck, html: '<p>x\u0302</p>', css: '' }, fakeFonts));
    const fonts = [...fontCss.matchAll(/font-family:"([^"]+)"[^}]*base64,([^)]*)\)/g)].map(([, name, data = '']) => [name, Buffer.from(data, 'base64').toString()] as const); // biome-ignore format: one list
    expect(fonts.filter(([name]) => name === 'Noto Sans Arabic')).toEqual([]);
    expect(fonts.find(([name]) => name === 'Noto Sans Math')?.[1]).toMatch(/q?x.*\u0302/);
  });

  it('are completed by single glyphs of the fonts for symbols', async () => {
    const { fontCss } = expectValue(await embedFonts({ deck, html: '<p>a → ∑ 𝒜</p><p>☞ →</p>', css: '' }, fakeFonts));
    expect(fontCss).toContain('unicode-range:U+2192,U+2211,U+1D49C}');
    expect(fontCss).toContain('unicode-range:U+261E}');
    expect(Buffer.from(/Math"[^}]*base64,([^)]*)/.exec(fontCss)?.[1] ?? '', 'base64').toString()).toMatch(/→∑𝒜$/u);
  });

  it('do not have to show what has no glyph, what is not shown, or what formulas show themselves', async () => {
    const invisible =
      '<p>a\u200d\u200b\u00ad\u202e\ufe0f\u2060\ufeff\n\t</p><style>p::after{content:"漢"}</style><p title="漢">b</p>';
    const formula =
      '<span class="katex"><span class="katex-mathml"><span>漢</span></span><span class="katex-html"><span>α</span></span></span>';
    expect((await embedFonts({ deck, html: invisible + formula, css: '' }, fakeFonts)).diagnostics).toEqual([]);
  });

  it('show what a style sheet writes', async () => {
    expect(
      (await embedFonts({ deck, html: '', css: 'li::before { content: "\\e17" }' }, fakeFonts)).diagnostics,
    ).toHaveLength(1);
  });
});

describe('a character that a family has not', () => {
  /** The order of families, as the style sheet says it. */
  const orderIn = (fontCss: string, of: 'text' | 'code') => new RegExp(`--${of}-fallbacks:([^;}]*)`).exec(fontCss)?.[1];
  const inCourse = async (course: string, html: string, fonts = fakeFonts) =>
    embedFonts({ deck: await deckWith(undefined, `title: C\n${course}`), html, css: '' }, fonts);

  it('is taken from the other family of the theme', async () => {
    const course = 'theme: { base: lecture, tokens: { font-heading: Display } }';
    const { value, diagnostics } = await inCourse(course, '<h2>жα</h2>');
    expect(diagnostics).toEqual([]);
    expect(orderIn(value?.fontCss ?? '', 'text')).toBe('"Display","Source Sans 3"');
    expect(value?.fontCss).toContain('font-family:"Source Sans 3";font-style:normal;font-weight:700');
  });

  it('is taken in code from the family of text', async () => {
    const { value } = await inCourse('', '<code>ж</code>');
    expect(orderIn(value?.fontCss ?? '', 'code')).toBe('"Source Sans 3"');
  });

  it('is taken from the family that is installed for its script, as much of it as is needed', async () => {
    const { value } = await inCourse('', '<p>漢 →</p>');
    expect(orderIn(value?.fontCss ?? '', 'text')).toBe('"Source Sans 3","Noto Sans Math","Noto Sans SC"');
    const files = [...(value?.fontCss ?? '').matchAll(/base64,([^)]*)\)/g)].map(([, data]) =>
      Buffer.from(data ?? '', 'base64').toString(),
    );
    expect(files.filter((file) => file.startsWith('Noto Sans SC'))).toEqual([
      'Noto Sans SC 400 normal U+4E00-9FFF 漢',
      'Noto Sans SC 700 normal U+4E00-9FFF 漢',
    ]);
  });

  it.each([
    ['ja', '"Noto Sans JP"'],
    ['zh', '"Noto Sans SC"'],
    ['zh-TW', '"Noto Sans SC"'],
    ['ko', '"Noto Sans JP"'],
  ])('looks in Chinese characters as readers of "%s" know it', async (language, family) => {
    const { value } = await inCourse(`lang: ${language}`, '<p>漢</p>');
    expect(orderIn(value?.fontCss ?? '', 'text')).toBe(`"Source Sans 3",${family}`);
  });

  it('has serifs where the text has', async () => {
    const course = 'theme: { base: journal }';
    const { value } = await inCourse(course, '<p>שלום</p>', packageFonts([process.cwd()]));
    expect(orderIn(value?.fontCss ?? '', 'text')).toBe('"Source Serif 4","Noto Sans Hebrew"');
    const { diagnostics } = await inCourse(course, '<p>ไทย</p>', packageFonts([process.cwd()]));
    expect(diagnostics[0]?.hint).toContain('npm install @fontsource/noto-serif-thai`');
  });
});

describe('what no font has', () => {
  it('is reported with its code points, at the section, with the package that has it', async () => {
    const html = '<p>ไท &#x1F9FF;</p><code>ת</code>';
    const { value, diagnostics } = await embedFonts({ deck, html, css: '' }, fakeFonts);
    expect(value).toBeUndefined();
    expect(
      diagnostics.map(({ code, span, message, hint }) => [
        code,
        span?.file,
        message.match(/U\+\w+/g),
        /@[\w/-]+/.exec(hint ?? '')?.[0],
      ]),
    ).toEqual([
      ['font/missing-glyph', 'content/course/01-lesson.yaml', ['U+05EA'], '@fontsource/noto-sans-hebrew'],
      ['font/missing-glyph', 'content/course/01-lesson.yaml', ['U+0E17', 'U+0E44'], '@fontsource/noto-sans-thai'],
      ['font/missing-glyph', 'content/course/01-lesson.yaml', ['U+1F9FF'], undefined],
    ]);
  });

  it('is reported on its line', async () => {
    const body = 'One line.\n\nAnother with ท.\n';
    const slide = `title: L\nsections:\n  - title: S\n    slides:\n      - layout: content\n        title: T\n        body: |\n${body.replaceAll(/^(?=.)/gm, '          ')}`;
    const [withText] = expectValue(await bench.decks(slide));
    const { diagnostics } = await embedFonts({ deck: withText as Deck, html: body, css: '' }, fakeFonts);
    expect(diagnostics.map(({ span }) => span?.start)).toEqual([slide.indexOf('ท')]);
  });

  it('is a whole family when that is not installed, reported where the course names it', async () => {
    const course = 'title: C\ntheme: { base: lecture, tokens: { font-body: Nowhere Sans } }';
    const { diagnostics } = await embedFonts({ deck: await deckWith(undefined, course), html: '', css: '' }, fakeFonts);
    expect(diagnostics.map(({ code, span }) => [code, course.slice(span?.start, span?.end)])).toEqual([
      ['font/not-found', 'Nowhere Sans'],
    ]);
  });
});

describe('what the fonts of formulas lack', () => {
  const formula = (classes: string, text: string): string =>
    `<span class="katex"><span class="katex-html"><span class="${classes}">${text}</span></span></span>`;

  it('is shown by those of the page', async () => {
    expect((await embedded(formula('mord cyrillic_fallback', 'ж'))).join()).toContain(
      'Source Sans 3 400 normal U+0400',
    );
    expect((await embedded(formula('mord', '☞'))).join()).toContain('☞');
    expect((await embedded(formula('mord', 'αé'))).join()).not.toContain('U+0370');
  });

  it('is reported when these lack it too', async () => {
    const { diagnostics } = await embedFonts({ deck, html: formula('mord text', 'a ꙮ'), css: '' }, fakeFonts);
    expect(diagnostics.map(({ code }) => code)).toEqual(['font/missing-glyph']);
  });

  it('is judged by the font that a sign is set in', async () => {
    const of = async (classes: string) =>
      (await embedFonts({ deck, html: formula(classes, '★'), css: '' }, fakeFonts)).diagnostics.length;
    expect([await of('mord amsrm'), await of('mord')]).toEqual([0, 1]);
  });
});

describe('the fonts of formulas', () => {
  const fontsOf = async (tex: string): Promise<readonly string[]> => {
    const deck = await deckWith({ layout: 'content', title: 'T', body: tex });
    const { slides, css } = expectValue(await bench.render(deck));
    const html = slides.map((slide) => slide.html).join('');
    const { css: own } = expectValue(await embedFonts({ deck, html, css }, fakeFonts));
    expect(own).not.toMatch(/url\((?!data:)/);
    return [...own.matchAll(/font-family:(KaTeX_\w+);font-style:(\w+);font-weight:(\d+)/g)]
      .map((face) => face.slice(1).join(' '))
      .sort();
  };
  const always = ['KaTeX_Main normal 400', 'KaTeX_Math italic 400'];

  it.each([
    ['$x + y$', []],
    ['$\\mathbb{R}$', ['KaTeX_AMS normal 400']],
    ['$\\mathcal{L}$', ['KaTeX_Caligraphic normal 400']],
    ['$\\mathfrak{g}$', ['KaTeX_Fraktur normal 400']],
    ['$\\texttt{code}$', ['KaTeX_Typewriter normal 400']],
    ['$\\mathsf{X}$', ['KaTeX_SansSerif normal 400']],
    ['$\\mathscr{X}$', ['KaTeX_Script normal 400']],
  ])('are those in use: %s', async (tex, more) => {
    const faces = await fontsOf(tex);
    expect(faces).toEqual(expect.arrayContaining([...always, ...more]));
    expect(faces.length).toBeLessThan(20);
  });

  it('never hand on to a font of the machine', async () => {
    const deck = await deckWith({ layout: 'content', title: 'T', body: '$\\mathsf{x}$' });
    const { slides, css } = expectValue(await bench.render(deck));
    const html = slides.map((slide) => slide.html).join('');
    const { css: own } = expectValue(await embedFonts({ deck, html, css }, fakeFonts));
    const rules = own.replaceAll(/@font-face\{[^}]*\}/g, '');
    expect(rules).toMatch(/\.mathsf[^{}]*\{[^}]*KaTeX_SansSerif,var\(--font-body/);
    expect(rules).not.toMatch(/font-family:\s*KaTeX_\w+\s*[;}]|Times New Roman/);
  });

  it('are not there without a formula', async () => {
    expect(await fontsOf('Words')).toEqual([]);
  });
});

it('takes real fonts from their packages, cut down to what is shown', async () => {
  const fonts = packageFonts([process.cwd()]);
  const { fontCss } = expectValue(await embedFonts({ deck, html: '<p>Größe → ☞</p>', css: '' }, fonts));
  const faces = [...fontCss.matchAll(/font-family:"([^"]*)"[^}]*?base64,([^)]*)/g)].map(
    ([, family, data]) => [family, Buffer.from(data ?? '', 'base64')] as const,
  );
  expect(faces.every(([, bytes]) => bytes.subarray(0, 4).toString() === 'wOF2')).toBe(true);
  expect(new Set(faces.map(([family]) => family))).toEqual(
    new Set(['Source Code Pro', 'Source Sans 3', 'Noto Sans Math', 'Noto Sans Symbols 2']),
  );
  const symbols = faces.filter(([family]) => family?.startsWith('Noto')).map(([, bytes]) => bytes.length);
  expect(Math.max(...symbols)).toBeLessThan(4000);
});

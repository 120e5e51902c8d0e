import { describe, expect, it } from 'vitest';
import { renderFragments } from '../../src/5-render/index.ts';
import { attribute } from '../support/html.ts';
import { elementsIn, exactText, shownText, withImages } from '../support/slide-html.ts';
import { expectValue, picture, workbench } from '../support/workbench.ts';

const contract =
  'title: X\ndescription: X.\ntype: object\nproperties:\n  text: { type: string, format: inline }\nexamples: [{}]\n';

/** What becomes of three slides, the second with a template of its own. */
async function renderWith(template: string, slide: object = {}) {
  const bench = await workbench({
    'figures/a.svg': picture,
    'templates/slides/own.hbs': template,
    'templates/slides/own.schema.yaml': contract,
  });
  const slides = [
    { layout: 'section', title: 'First' },
    { layout: 'own', ...slide },
    { layout: 'section', title: 'Last' },
  ];
  const [deck] = expectValue(await bench.decks(JSON.stringify({ title: 'L', sections: [{ title: 'S', slides }] })));
  if (!deck) throw new Error('There is no deck.');
  return bench.render(deck);
}

async function secondSlide(template: string, slide?: object) {
  return expectValue(await renderWith(template, slide)).slides[1]?.html ?? '';
}

describe('the HTML of a template', () => {
  it.each([
    '<p onclick="alert(1)">a</p>',
    '<p style="position: fixed">a</p>',
    '<script>alert(1)</script>',
    '<style>section { color: red }</style>',
    '<style scoped>p { color: red }</style>',
    '<iframe src="https://a.b"></iframe>',
    '<object data="x"></object>',
    '<form action="https://a.b"><input><button>a</button></form>',
    '<a href="javascript:alert(1)">a</a>',
    '[a](javascript:alert(1))',
    '<svg onload="alert(1)"></svg>',
    '<img src="https://a.b/c.png" alt="a">',
    '<img src="data:image/svg+xml,<svg/>" alt="a">',
    '<img src="x" onerror="alert(1)" alt="a">',
    '<img srcset="https://a.b/c.png 2x" alt="a">',
    '<img src="100%" alt="a">',
    '<video src="https://a.b"></video>',
    '<link rel="stylesheet" href="https://a.b">',
    '<base href="https://a.b">',
    '<meta http-equiv="refresh" content="0">',
    '<div id="x" data-marpit-fragment="1" role="img" aria-label="a">b</div>',
  ])('is what it may be: %s', async (template) => {
    const rendered = expectValue(await renderWith(`${template}\n\n{{text}}\n`, { text: 'Words' }));
    const html = rendered.slides[1]?.html ?? '';
    expect(exactText(html)).toContain('Words');
    for (const { tagName, attrs } of elementsIn(html)) {
      expect(tagName).not.toMatch(/^(script|style|iframe|object|form|input|button|svg|video|link|base|meta)$/);
      for (const { name, value } of attrs) {
        expect(name).not.toMatch(/^on|^style$|^srcset$|^id$|^data-(?!marpit-pag|size)/);
        if (/^(src|href)$/.test(name)) expect(value).toBe('');
      }
    }
    expect(rendered.css).not.toContain('color: red');
    expect(rendered.css).not.toContain('color:red');
  });

  it('may have classes, roles and images of the course', async () => {
    const html = await secondSlide(
      '<div class="x" role="note" aria-label="y"><img src="figures/a.svg" alt="z" /></div>',
      {
        text: '![t](figures/a.svg)',
      },
    );
    const [div] = elementsIn(html).filter((element) => attribute(element, 'class') === 'x');
    const names = elementsIn(withImages(html))
      .filter(({ tagName }) => tagName === 'img')
      .map((image) => attribute(image, 'alt'));
    expect([div && attribute(div, 'role'), ...names]).toEqual(['note', 'z']);
  });
});

describe('a template', () => {
  it.each([
    ['a\n\n---\n\nb', 'makes more than one slide'],
    ['***\n\n{{text}}', 'makes more than one slide'],
    ['a\n\n```\nb', 'runs on into the next slide'],
    ['<!-- a', 'runs on into the next slide'],
  ])('makes one slide, or is told that it does not: %j', async (template, message) => {
    const { value, diagnostics } = await renderWith(template, { text: 'Words' });
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code, span }) => [code, span?.file])).toEqual([
      ['template/slide-count', 'content/course/templates/slides/own.hbs'],
    ]);
    expect(diagnostics[0]?.message).toContain(message);
  });

  it('shows lists step by step only when a slide asks for it', async () => {
    const template = '{{bullet}} a\n{{bullet}} {{text}}\n';
    expect(await secondSlide(template, { text: 'b' })).not.toContain('data-marpit-fragment');
    const revealed = await secondSlide(template, { text: 'b', reveal: 'items' });
    expect(revealed).toContain('data-marpit-fragments="2"');
    expect(revealed.match(/<li data-marpit-fragment=/g)).toHaveLength(2);
  });
});

describe('a rendered slide', () => {
  it('has the text of its first heading as its title', async () => {
    const rendered = expectValue(
      await renderWith('text\n\n## {{text}}\n\n### Other', { text: '**A** &amp; $x^2$ `c` <br> 🤖' }),
    );
    expect(rendered.slides.map(({ title }) => title)).toEqual(['First', 'A & x^2 c 🤖', 'Last']);
    expect(expectValue(await renderWith('no heading')).slides[1]?.title).toBe('S (2)');
  });

  it('repeats no text in its attributes', async () => {
    const html = await secondSlide('## {{text}}', { text: 'Words' });
    expect(html).toMatch(
      /^<div class="slide"><section lang="en" class="own" data-marpit-pagination="2" data-marpit-pagination-total="3"( data-size="16:9")?>/,
    );
  });
});

describe('fragments', () => {
  it('are as many as were given, each by itself', async () => {
    const bench = await workbench();
    const slides = [{ layout: 'section', title: 'T' }];
    const [deck] = expectValue(await bench.decks(JSON.stringify({ title: 'L', sections: [{ title: 'S', slides }] })));
    if (!deck) throw new Error('There is no deck.');
    const texts = ['', '&#45;--', '', '- a\n\n- b', '$x$', '> c', ''];
    const embed = {
      kind: 'formula',
      text: 'x',
      language: '',
      display: false,
      span: { file: '', start: 0, end: 0 },
    } as const;
    const fragments = texts.map((markdown) => ({ markdown, embeds: markdown === '$x$' ? [embed] : [] }));
    const { html, formulaCss } = await renderFragments(fragments, deck, 'x', bench.engine, bench.emoji);
    expect(html.map((part) => shownText(part).replaceAll(' ', ''))).toEqual(['', '---', '', 'ab', 'x', 'c', '']);
    expect(html[4]).toContain('katex');
    expect(formulaCss).toMatch(/@font-face\s*\{[^}]*KaTeX_Main[\s\S]*\n\.katex\{/);
    expect(formulaCss).not.toContain('section');
    expect(html.join('')).not.toContain('<section');
  });
});

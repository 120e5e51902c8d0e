import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { embedFonts } from '../../src/7-export/fonts.ts';
import { packageFonts } from '../../src/io/fonts.ts';
import { expectValue, picture, workbench } from '../support/workbench.ts';

const text = readFileSync('docs/themes.md', 'utf8');
const blocks = (language: string): readonly string[] =>
  [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(([, block = '']) => block);
const [course = '', lessonTheme = '', withStyles = ''] = blocks('yaml');
const [styles = '', harbour = ''] = blocks('css');
const bench = await workbench({
  'figures/logo.svg': picture,
  'guest.css': 'section.guest { --paper: #fff4e5; }',
  'theme.css': styles,
  'themes/harbour.css': harbour,
});

/** A deck with slides in these variants, which has to come without a word. */
async function deckOf(courseText: string, lessonText: string, classes: readonly (string | undefined)[]) {
  const slides = classes.map((name) => ({
    layout: 'bullets',
    title: 'T',
    items: ['One'],
    ...(name ? { class: name } : {}),
  }));
  const lesson = `title: L\n${lessonText}sections: ${JSON.stringify([{ title: 'S', slides }])}\n`;
  const decks = await bench.decks(lesson, `title: C\n${courseText}`);
  expect(decks.diagnostics).toEqual([]);
  const [deck] = expectValue(decks);
  if (!deck) throw new Error('There is no deck.');
  const rendered = expectValue(await bench.render(deck));
  const html = rendered.slides.map((slide) => slide.html).join('');
  expect((await embedFonts({ deck, html, css: rendered.css }, packageFonts([process.cwd()]))).diagnostics).toEqual([]);
  return { deck, css: rendered.css };
}

describe('what the page on themes shows', () => {
  it('has an example for everything', () => {
    expect([blocks('yaml').length, blocks('css').length]).toEqual([3, 2]);
  });

  it('tokens in a course change it', async () => {
    const { deck } = await deckOf(course, '', [undefined, 'invert']);
    expect(deck.theme.tokens.get('primary')).toBe('#0f6b63');
    expect(deck.theme.fonts).toContain('Source Serif 4');
  });

  it('a lesson has what it says, its course keeps its own', async () => {
    const { deck, css } = await deckOf(course, lessonTheme, ['guest']);
    expect([deck.theme.tokens.get('primary'), deck.theme.tokens.get('accent')]).toEqual(['#0f6b63', '#1d4ed8']);
    expect(deck.courseTheme.tokens.get('accent')).toBe('#a8440b');
    expect(css).toContain('section.guest{');
  });

  it('a style sheet adds rules and a variant', async () => {
    const { css } = await deckOf(withStyles, '', [undefined, 'warning']);
    expect(css).toContain('section .box{border:2px dashed var(--hue)');
  });

  it('a theme from scratch', async () => {
    expect(harbour.split('\n').length).toBeLessThan(42);
    const { deck } = await deckOf('theme: harbour\n', '', [undefined, 'emphasis', 'invert']);
    expect(deck.theme.tokens.get('water')).toBe('#dbe8ec');
    const pale = await bench.decks(
      'title: L\nsections: [{ title: S, slides: [{ layout: section, title: T }] }]',
      'title: C\ntheme: { base: harbour, tokens: { water: "#6d8fa0" } }',
    );
    expect(pale.diagnostics).toMatchObject([{ code: 'theme/low-contrast' }]);
    expect(pale.diagnostics[0]?.message).toContain('"afloat"');
  });
});

import { describe, expect, it } from 'vitest';
import { AssetLoader } from '../../src/3-resolve/assets.ts';
import { checkStylesWithTheme, readStyles } from '../../src/3-resolve/styles/index.ts';
import type { Token } from '../../src/3-resolve/theme-file.ts';
import { sharpImages } from '../../src/io/images.ts';
import { memoryFiles } from '../../src/io/memory-files.ts';
import { marked, places } from '../support/marked.ts';
import { expectValue, picture } from '../support/workbench.ts';

const words = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text y="9">Words</text></svg>';
const files = memoryFiles({ 'content/a/paper.svg': picture, 'content/a/words.svg': words });
const assets = new AssetLoader(files, sharpImages(), 'content/a');
const path = 'content/a/own.css';
const read = (text: string) => readStyles({ path, text }, assets);
const cssOf = async (text: string) =>
  expectValue(await read(text))
    .css.replaceAll(/\s+/g, ' ')
    .trim();

describe('the style sheet of a course', () => {
  it.each([
    ['.box { gap: 1px }', 'section .box { gap: 1px; }'],
    ['section { gap: 1px }', 'section { gap: 1px; }'],
    ['section.night h2, em > b { gap: 1px }', 'section.night h2, section em > b { gap: 1px; }'],
    ['section section { gap: 1px }', 'section section { gap: 1px; }'],
    ['section-like { gap: 1px }', 'section section-like { gap: 1px; }'],
    ['* { gap: 1px }', 'section * { gap: 1px; }'],
    ['.a + .b ~ .c { gap: 1px }', 'section .a + .b ~ .c { gap: 1px; }'],
    [':is(section, .x) p { gap: 1px }', 'section :is(section, .x) p { gap: 1px; }'],
    ['li:nth-child(2n + 1)::before { gap: 1px }', 'section li:nth-child(2n + 1)::before { gap: 1px; }'],
    ['[title="a,b"] { gap: 1px }', 'section [title="a,b"] { gap: 1px; }'],
    ['/* @theme x */ .a { /* b */ gap: 1px /* c */; } .b { }', 'section .a { gap: 1px; }'],
    ['.a { gap: 1px !important }', 'section .a { gap: 1px !important; }'],
    ['.a::before { content: "\\2014 a" }', 'section .a::before { content: "\\2014 a"; }'],
    ['.a::after { display: none; clip-path: inset(0) }', 'section .a::after { display: none; clip-path: inset(0); }'],
    [
      'section { --paper: color-mix(in oklab, var(--text) 9%, black) }',
      'section { --paper: color-mix(in oklab, var(--text) 9%, black); }',
    ],
    ['.a { grid-template: [a] 1fr / [b] 2fr }', 'section .a { grid-template: [a] 1fr / [b] 2fr; }'],
  ])('reaches slides and what is on them: %s', async (text, css) => {
    expect(await cssOf(text)).toBe(css);
  });

  it('names families that are installed, and has all characters to fall back on', async () => {
    const text = '.a { font-family: "Noto Sans", var(--font-mono) } .b { font-family: inherit }';
    const styles = expectValue(await read(text));
    expect(styles.families.map(({ name, span }) => [name, text.slice(span.start, span.end)])).toEqual([
      ['Noto Sans', '"Noto Sans"'],
    ]);
    expect(styles.fontTokens.map(({ name }) => name)).toEqual(['font-mono']);
    expect(styles.css).toContain('font-family: "Noto Sans", var(--font-mono), var(--font-body);');
    expect(styles.css).toContain('font-family: inherit;');
  });

  it('holds the pictures that it names', async () => {
    const data = 'data:image/png;base64,AQI=';
    expect(await cssOf('.a { background: url(paper.svg) no-repeat, url("paper.svg") }')).toMatch(
      /^section \.a \{ background: url\("data:image\/svg\+xml;base64,[^"]+"\) no-repeat, url\("data:image[^"]+"\); \}$/,
    );
    expect(await cssOf(`.a { background: url(${data}) }`)).toBe(`section .a { background: url("${data}"); }`);
  });
});

describe('a style sheet is refused, at its place, that', () => {
  it.each([
    '⟦@import⟧ "x";',
    '⟦@charset⟧ "utf-8";',
    '⟦@font-face⟧ { font-family: x; src: url(paper.svg) }',
    '⟦@property⟧ --primary { syntax: "*"; inherits: true }',
    '⟦@page⟧ { margin: 0 }',
    '⟦@media⟧ print { .a { gap: 1px } }',
    '⟦@keyframes⟧ x { to { top: 1px } }',
    '⟦@layer⟧ x { .a { gap: 1px } }',
    '.a { ⟦@media⟧ print { gap: 1px } }',
    '⟦html⟧ .a { gap: 1px }',
    '.x, ⟦body⟧ { gap: 1px }',
    '.x:has(⟦body⟧) { gap: 1px }',
    '⟦:root⟧ { --a: b }',
    '.a:is(⟦:host⟧) { gap: 1px }',
    '⟦:marpit-container⟧ { gap: 1px }',
    '.a⟦::part(x)⟧ { gap: 1px }',
    '⟦::backdrop⟧ { gap: 1px }',
    '⟦section + div⟧ { gap: 1px }',
    '⟦> .a⟧ { gap: 1px }',
    '.a⟦|⟧b { gap: 1px }',
    '.a⟦\\⟧2c b { gap: 1px }',
    '⟦&⟧ .a { gap: 1px }',
    '.a { ⟦.b⟧ { gap: 1px } }',
    '.a { ⟦&:hover⟧ { gap: 1px } }',
    '.a { position: ⟦fixed⟧ }',
    '.a { position: ⟦var(--x)⟧ }',
    '.a { display: ⟦none⟧ }',
    '.a { display: ⟦var(--x)⟧ }',
    '.a, .b::before { ⟦visibility⟧: hidden }',
    '.a { ⟦overflow-x⟧: clip }',
    '.a { ⟦-webkit-line-clamp⟧: 1 }',
    '.a { ⟦content⟧: "x" }',
    'section { ⟦height⟧: 900px }',
    'section.code { ⟦Margin-Top⟧: 900px }',
    'section:not(.x) { ⟦transform⟧: none }',
    '.a { ⟦animation⟧: x 1s }',
    '.a { ⟦break-after⟧: page }',
    '.a { ⟦all⟧: unset }',
    '.a { ⟦font⟧: 12px x }',
    '.a { ⟦--fit⟧: 2 }',
    '.a { ⟦--lectern-accent⟧: red }',
    '.a { color: ⟦light-dark(⟧red, blue) }',
    '.a { width: ⟦attr(⟧title) }',
    '.a { background: ⟦image-set(⟧"x.png" 1x) }',
    '.a { background: red ⟦image-set(⟧"x.png" 1x) }',
    '.a { background: red,⟦src(⟧"x.png") }',
    '.a { background: ⟦\\⟧75rl(x) }',
    '.a { background: ⟦url(⟧"a" b) }',
    '.a { background: ⟦url("data:text/html;base64,AA==")⟧ }',
    '.a { background: ⟦url(⟧"data:image/svg+xml,<svg/>") }',
    '.a { background: ⟦url("data:image/svg+xml;base64,AA==")⟧ }',
    '.a { background: ⟦url(words.svg)⟧ }',
    '.a::before { content: ⟦"⟧</style>" }',
    '.a { --x: ⟦{⟧ a: b } }',
    '.a { --x: a⟦]⟧ }',
    '.a { ⟦--x⟧: ; }',
    '.a { font-family: "Noto Sans", ⟦serif⟧ }',
    '.a { font-family: ⟦-apple-system⟧ }',
    '.a { font-family: ⟦var(--x⟧, y) }',
  ])('%s', async (written) => {
    const { text, start, end } = marked(written);
    const { value, diagnostics } = await read(text);
    expect(value).toBeUndefined();
    expect(places(diagnostics, text)).toEqual([`theme/css-refused: ${text.slice(start, end)}`]);
    expect(diagnostics[0]?.hint).toBeTruthy();
  });

  it.each(['.a {', '.a { content: "x }', '/* a', '.a } .b { gap: 1px }', '.a { gap }', '.a { --x: (a }'])(
    'cannot be read: %s',
    async (text) => {
      expect((await read(text)).diagnostics.map(({ code }) => code)).toEqual(['theme/css-invalid']);
    },
  );

  it.each([
    ['url(nowhere.png)', 'asset/missing'],
    ['url("../b/x.png")', 'asset/outside'],
    ['url(https://example.org/x.png)', 'asset/outside'],
    ['url(//example.org/x.png)', 'asset/outside'],
  ])('fetches %s', async (address, code) => {
    const text = `.a { background: ${address} }`;
    expect(places((await read(text)).diagnostics, text)).toEqual([`${code}: ${address}`]);
  });

  it('says all of its faults at once', async () => {
    const { diagnostics } = await read('@import "x"; .a { position: fixed; all: unset } body { gap: 1px }');
    expect(diagnostics).toHaveLength(4);
  });
});

it('leaves the tokens of the theme alone', async () => {
  const text = 'section { --primary: red; --mine: red } .a { font-family: var(--mine), var(--face) }';
  const styles = expectValue(await read(text));
  const token = (name: string, type: Token['type']): [string, Token] => [
    name,
    { name, type, value: '', description: '' },
  ];
  const tokens = new Map([token('primary', 'color'), token('face', 'font')]);
  expect(places(checkStylesWithTheme(styles, tokens), text)).toEqual([
    'theme/css-refused: --primary',
    'theme/css-refused: var(--mine)',
  ]);
});

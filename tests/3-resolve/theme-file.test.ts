import { describe, expect, it } from 'vitest';
import { readThemeFile } from '../../src/3-resolve/theme-file.ts';
import { places } from '../support/marked.ts';
import { expectValue } from '../support/workbench.ts';

const path = 'themes/mine.css';
const read = (text: string) => readThemeFile({ path, text }, 'mine');
const faults = (text: string) => places(read(text).diagnostics, text);

describe('a theme file', () => {
  const file = expectValue(
    read(`/* @theme mine */
/* @size 16:9 1280px 720px
 * @size 4:3 960 720 */

/* Main colour. On: background. */
@property --primary { syntax: "<color>"; inherits: true; initial-value: #2443ac; }
@property --gap { syntax: '<length>'; initial-value: 24px }
@import "lecture";
@import-theme 'default';
section { color: var(--primary); }
`),
  );

  it('knows the ways to make slides fit', () => {
    expect(expectValue(read('/* @theme mine */ /* @fit tighten */')).fitLimit).toBe('tighten');
    expect(faults('/* @theme mine */ /* @fit shrink */')).toEqual(['theme/invalid: shrink']);
  });

  it('declares tokens with their documentation', () => {
    expect([...file.tokens.values()]).toEqual([
      { name: 'primary', type: 'color', value: '#2443ac', description: 'Main colour. On: background.' },
      { name: 'gap', type: 'length', value: '24px', description: '' },
    ]);
  });

  it('offers sizes, and extends others', () => {
    expect([...file.sizes.values()]).toEqual([
      { name: '16:9', widthPx: 1280, heightPx: 720 },
      { name: '4:3', widthPx: 960, heightPx: 720 },
    ]);
    expect(file.imports.map(({ name }) => name)).toEqual(['lecture', 'default']);
  });

  it('is left with its rules, and with the comments that Marp reads', () => {
    expect(file.css).toContain('section { color: var(--primary); }');
    expect(file.css).toContain('@theme mine');
    expect(file.css).not.toMatch(/@property|@import|Main colour/);
  });

  it('keeps a size that stands right above a token', () => {
    const text =
      '/* @theme mine */\n/* @size 4:3 960px 720px */\n@property --a { syntax: "<color>"; initial-value: red; }\n';
    expect(expectValue(read(text)).css).toContain('@size 4:3');
  });
});

describe('a theme file with a mistake', () => {
  it.each([
    ['section { color: red', 'theme/invalid: s'],
    ['section {}', 'theme/invalid: '],
    ['/* @theme other */', 'theme/invalid: other'],
  ])('%s', (text, place) => {
    expect(faults(text)).toEqual([place]);
  });

  it.each([
    'url(https://a.b/c.png)',
    'url("http://a.b/c.png")',
    "URL( '//a.b/c.png' )",
    'url(figures/a.png)',
    'u\\72l(https://a.b)',
    '\\75 rl(https://a.b)',
    'image-set("https://a.b/c.png" 1x)',
    '-webkit-image-set("data:," 1x, "https://a.b" 2x)',
    'linear-gradient(red, blue), url(https://a.b)',
  ])('fetches nothing: %s', (value) => {
    const text = `/* @theme mine */\nsection { background: ${value} }`;
    expect(faults(text)).toEqual([`theme/invalid: background: ${value} }`]);
  });

  it.each(['url(data:image/png;base64,AA==)', 'url( "data:image/svg+xml,<svg/>" )', '"url(", red', 'var(--curl)'])(
    'may hold %s',
    (value) => {
      const text = `/* @theme mine */\nsection { background: ${value} }`;
      // A string is not looked into, so one that looks like an address is refused as well.
      expect(faults(text)).toEqual(value.startsWith('"') ? [`theme/invalid: background: ${value} }`] : []);
    },
  );

  it.each([
    '@import url(https://a.b/c.css);',
    '@import "https://a.b/c.css";',
    '@font-face { font-family: x; src: url(x.woff2) }',
    '@property --a { syntax: "<colour>"; initial-value: red }',
    '@property --a { syntax: "<color>" }',
    '@property --a { syntax: "*"; initial-value: red }',
  ])('is told at its place: %s', (rule) => {
    const found = faults(`/* @theme mine */\n${rule}\nsection {}`);
    expect(found[0]).toBe(`theme/invalid: ${rule}`);
  });
});

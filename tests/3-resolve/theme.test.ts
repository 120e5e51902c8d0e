import { describe, expect, it } from 'vitest';
import { parse } from '../../src/1-parse/index.ts';
import { readThemeChoice } from '../../src/2-validate/theme-choice.ts';
import { resolveTheme } from '../../src/3-resolve/theme.ts';
import { ThemeFiles } from '../../src/3-resolve/theme-files.ts';
import type { ThemeChoice } from '../../src/model/course.ts';
import type { Definition } from '../../src/model/library.ts';
import type { MapNode, ScalarNode } from '../../src/model/tree.ts';
import { places } from '../support/marked.ts';
import { expectValue } from '../support/workbench.ts';

const size = '/* @size 16:9 1280px 720px */';
const files: Readonly<Record<string, string>> = {
  base: `/* @theme base */\n${size}\n@property --a { syntax: "<color>"; initial-value: red; }\n@property --face { syntax: "<font>"; initial-value: "Base Sans"; }\nsection { --from: base; }`,
  middle:
    '/* @theme middle */\n/* @fit scale */\n@import "base";\n@property --b { syntax: "<color>"; initial-value: lime; }\nsection { --from: middle; }',
  top: '/* @theme top */\n/* @size 4:3 960px 720px */\n@import "middle";\n@property --a { syntax: "<color>"; initial-value: blue; }\nsection { --from: top; }',
  one: `/* @theme one */\n${size}\n@import "two";`,
  two: '/* @theme two */\n@import "one";',
  self: `/* @theme self */\n${size}\n@import "self";`,
  lost: `/* @theme lost */\n${size}\n@import "nowhere";`,
};
const themes = new Map(
  Object.entries(files).map(([name, text]): [string, Definition] => [
    name,
    { name, origin: 'project', source: { path: `themes/${name}.css`, text }, hides: [] },
  ]),
);
const place = { file: 'course.yaml', start: 0, end: 0 };

const tree = (text: string) => parse({ path: 'course.yaml', text }).value;
const named = (name: string) => ({ ...(tree(name) as ScalarNode), span: place });

function resolve(base: string, more: ThemeChoice = {}) {
  return resolveTheme([{ choice: { base: named(base), ...more } }], new ThemeFiles(themes), place);
}

describe('a theme that extends others', () => {
  const theme = expectValue(resolve('top'));

  it('comes after what it extends, under its own name', () => {
    expect([...theme.css.matchAll(/--from: (\w+)/g)].map(([, name]) => name)).toEqual(['base', 'middle', 'top']);
    expect([...theme.css.matchAll(/@theme (\S+)/g)].map(([, name]) => name)).toEqual(['top']);
    expect(theme.css).not.toContain('@import');
  });

  it('has all their tokens and sizes', () => {
    expect([...theme.tokens]).toEqual([
      ['a', 'blue'],
      ['face', '"Base Sans", var(--text-fallbacks)'],
      ['b', 'lime'],
    ]);
    expect(theme.size).toEqual({ name: '16:9', widthPx: 1280, heightPx: 720 });
    expect(theme.fonts).toEqual(['Base Sans']);
    expect(theme.css).toContain('--a: blue;');
  });
});

describe('a theme that cannot be used', () => {
  it.each([
    ['nothing', ['theme/not-found: ']],
    ['self', ['theme/invalid: @import "self";']],
    ['one', ['theme/invalid: @import "one";']],
    ['lost', ['theme/not-found: @import "nowhere";']],
  ])('%s', (name, expected) => {
    const { value, diagnostics } = resolve(name);
    const file = diagnostics[0]?.span?.file ?? '';
    expect(value).toBeUndefined();
    expect(places(diagnostics, files[file.replace(/^themes\/|\.css$/g, '')] ?? '')).toEqual(expected);
  });

  it('says how far its slides may be changed, or what it extends does', () => {
    const limits = ['base', 'middle', 'top'].map((name) => expectValue(resolve(name)).fitLimit);
    expect(limits).toEqual(['split', 'scale', 'scale']);
  });

  it('has the size that a course asks for, or says so', () => {
    const ask = (name: string) => resolve('top', { size: tree(name) as ScalarNode });
    expect(ask('4:3').value?.size.widthPx).toBe(960);
    expect(ask('5:4').diagnostics.map(({ code }) => code)).toEqual(['theme/unknown-size']);
  });
});

it('puts what the course says last', () => {
  const logo = {
    kind: 'picture',
    path: 'logo.png',
    mediaType: 'image/png',
    bytes: new Uint8Array([1, 2]),
    widthPx: 1,
    heightPx: 1,
    savedBytes: 0,
  } as const;
  const tokens = tree('b: "#123456"') as MapNode;
  const theme = expectValue(
    resolveTheme([{ choice: { base: named('top'), tokens }, logo }], new ThemeFiles(themes), place),
  );
  expect(theme.css.trimEnd()).toMatch(
    /section \{[^{}]*--b: #123456;\s+--logo: url\("data:image\/png;base64,AQI="\);\s+\}$/,
  );
});

describe('a lesson over its course', () => {
  const layer = (text: string) => ({ choice: readThemeChoice(tree(text)) });
  const settle = (...layers: readonly string[]) => resolveTheme(layers.map(layer), new ThemeFiles(themes), place);

  it('keeps what it says nothing about', () => {
    const theme = expectValue(
      settle('{ base: top, size: "4:3", tokens: { a: "#111111", b: "#222222" } }', 'tokens: { b: "#333333" }'),
    );
    expect([theme.name, theme.size.name, theme.tokens.get('a'), theme.tokens.get('b')]).toEqual([
      'top',
      '4:3',
      '#111111',
      '#333333',
    ]);
  });

  it('may have another theme, for which tokens of the course count as far as it has them', () => {
    const theme = expectValue(settle('{ base: top, tokens: { a: "#111111", b: "#222222" } }', 'base'));
    expect([theme.name, [...theme.tokens.keys()], theme.tokens.get('a')]).toEqual(['base', ['a', 'face'], '#111111']);
  });

  it('is told of its own mistakes', () => {
    expect(
      settle('{ base: top }', '{ base: base, tokens: { b: "#222222" } }').diagnostics.map(({ code }) => code),
    ).toEqual(['theme/unknown-token']);
    expect(settle('{ base: top }', '{ size: "5:4" }').diagnostics.map(({ code }) => code)).toEqual([
      'theme/unknown-size',
    ]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from '../../src/1-parse/index.ts';
import type { Token, TokenType } from '../../src/3-resolve/theme-file.ts';
import { overrideTokens } from '../../src/3-resolve/tokens.ts';
import type { MapNode } from '../../src/model/tree.ts';
import { places } from '../support/marked.ts';

const types: readonly TokenType[] = ['color', 'length', 'number', 'font', 'image'];
const tokens = new Map<string, Token>(
  types.map((type) => [type, { name: type, type, value: 'initial', description: '' }]),
);

function override(text: string) {
  const { value } = parse({ path: 'course.yaml', text });
  const { tokens: result, diagnostics } = overrideTokens(tokens, value as MapNode);
  return {
    values: new Map([...result].map(([name, token]) => [name, token.value])),
    places: places(diagnostics, text),
  };
}

describe('a token', () => {
  it.each([
    ['color: "#5b21b6"', '#5b21b6'],
    ['color: 5b21b6', '#5b21b6'],
    ['color: 123456', '#123456'],
    ['color: "#FFF8"', '#FFF8'],
    ['color: rebeccapurple', 'rebeccapurple'],
    ['color: "oklch(50% 0.1 20 / 0.5)"', 'oklch(0.5 0.1 20 / 0.5)'],
    ['color: "hsl(210 50% 40%)"', 'hsl(210 50% 40%)'],
    ['length: 28px', '28px'],
    ['length: 1.5em', '1.5em'],
    ['length: 0', '0'],
    ['number: 1.10', '1.10'],
    ['number: -2', '-2'],
    ['font: Source Serif 4', '"Source Serif 4"'],
    ['font: "Noto Sans JP"', '"Noto Sans JP"'],
  ])('takes %s', (text, value) => {
    const { values, places } = override(text);
    expect(places).toEqual([]);
    expect(values.get(text.replace(/:.*/, ''))).toBe(value);
  });

  it.each([
    'color: "red; } body { display: none"',
    'color: "url(https://a.b)"',
    'color: "var(--x)"',
    'color: "#12345"',
    'color: "red/**/"',
    'color: transparency',
    'color: "rgb(1px"',
    'color: 1.5',
    'length: "28px; color: red"',
    'length: 28',
    'length: 50%',
    'length: calc(1px + 1em)',
    'length: -1px',
    'number: "1; }"',
    'number: 1e3',
    'font: "Arial, sans-serif"',
    'font: "x\\"; } body { color: red"',
    'font: "x</style>"',
    'font: "-x"',
    'image: url(data:image/png;base64,AA==)',
    'image: none',
    'color: [red]',
    'color: null',
    'color: true',
  ])('refuses %s, and keeps its value', (text) => {
    const { values, places } = override(text);
    expect(places).toEqual([`theme/invalid-token: ${text.replace(/^\w+: /, '')}`]);
    expect(new Set(values.values())).toEqual(new Set(['initial']));
  });

  it('is known by name', () => {
    expect(override('colour: red').places).toEqual(['theme/unknown-token: colour']);
  });
});

it('writes no value that could end its declaration', () => {
  const pieces = [
    'red',
    '#fff',
    'rgb(',
    '0 0 0',
    ')',
    ';',
    '}',
    '{',
    '/*',
    '*/',
    '"',
    "'",
    '\\',
    '<',
    '1px',
    'url(',
    ',',
    ' ',
    'A',
  ];
  const value = fc.array(fc.constantFrom(...pieces), { maxLength: 6 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.constantFrom(...types), value, (type, text) => {
      const written = override(JSON.stringify({ [type]: text })).values.get(type) ?? '';
      if (type === 'font') expect(written).toMatch(/^(initial|"[\p{L}\p{N} -]+")$/u);
      else expect(written).toMatch(/^[\w#.%(),/ -]+$/);
    }),
    { numRuns: 500 },
  );
});

import { readdirSync, readFileSync } from 'node:fs';
import {
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  parse,
  wcagContrast,
} from 'culori';
import { describe, expect, it } from 'vitest';

const difference = differenceCiede2000();
const themes = readdirSync('themes').filter((name) => name.endsWith('.css'));
const names = [1, 2, 3, 4, 5, 6].map((number) => `series-${number}`);

/** The default of a token of a theme, which may be that of the theme below it. */
function token(theme: string, name: string): string {
  const found = new RegExp(`@property --${name} \\{[^}]*initial-value: ([^;]+);`).exec(
    readFileSync(`themes/${theme}`, 'utf8'),
  );
  const value = found?.[1] ?? (theme === 'lecture.css' ? '' : token('lecture.css', name));
  const [, other] = /^var\(--(.*)\)$/.exec(value) ?? [];
  return other === undefined ? value : token(theme, other);
}

/** How people see a colour who lack one kind of cones. */
const eyes = {
  'all cones': (color: string) => parse(color),
  'no red cones': (color: string) => filterDeficiencyProt(1)(parse(color) as never),
  'no green cones': (color: string) => filterDeficiencyDeuter(1)(parse(color) as never),
  'no blue cones': (color: string) => filterDeficiencyTrit(1)(parse(color) as never),
};

describe.each(themes)('the colours of series in %s', (theme) => {
  const colors = names.map((name) => token(theme, name));

  it.each(['background', 'surface'])('stand out from the %s', (ground) => {
    for (const color of colors) expect(wcagContrast(color, token(theme, ground)), color).toBeGreaterThanOrEqual(3);
  });

  it.each(Object.entries(eyes))('differ for eyes with %s', (_, seen) => {
    const pairs = colors.flatMap((one, at) => colors.slice(at + 1).map((other) => [one, other] as const));
    for (const [one, other] of pairs) {
      expect(difference(seen(one) as never, seen(other) as never), `${one} and ${other}`).toBeGreaterThan(10);
    }
  });
});

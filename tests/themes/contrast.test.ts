import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { blend, type Color, clampRgb, parse as parseColor, wcagContrast } from 'culori';
import fc from 'fast-check';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from '../../src/1-parse/index.ts';
import { readThemeChoice } from '../../src/2-validate/theme-choice.ts';
import { resolveTheme } from '../../src/3-resolve/theme.ts';
import { ThemeFiles } from '../../src/3-resolve/theme-files.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { Definition } from '../../src/model/library.ts';
import { plain } from '../../src/model/tree.ts';
import { launchBrowser } from '../support/browser.ts';
import { lookAtSlides, type Meeting, meetingColors } from '../support/meeting-colors.ts';
import { expectValue, workbench } from '../support/workbench.ts';

const themes = readdirSync('themes')
  .filter((name) => name.endsWith('.css'))
  .map((name) => name.replace('.css', ''));
const variants = ['', 'emphasis', 'invert'];

/** The files that the examples of layouts bring along. */
function exampleFiles(folder = 'templates/examples', path = ''): Record<string, Uint8Array> {
  return Object.assign(
    {},
    ...readdirSync(join(folder, path), { withFileTypes: true }).map((entry) =>
      entry.isDirectory()
        ? exampleFiles(folder, join(path, entry.name))
        : { [join(path, entry.name)]: readFileSync(join(folder, path, entry.name)) },
    ),
  );
}

const files = exampleFiles();

/** The examples of all layouts as a lesson, in each variant; JSON is YAML. */
function lesson(): string {
  const names = readdirSync('templates/slides').filter((name) => name.endsWith('.schema.yaml'));
  const slides = names.flatMap((name) => {
    const tree = parse({ path: name, text: readFileSync(join('templates/slides', name), 'utf8') }).value;
    const { examples } = (tree ? plain(tree) : {}) as { examples: readonly object[] };
    return examples.map((example) => ({ layout: name.replace('.schema.yaml', ''), ...example }));
  });
  const rich =
    '**bold** [link](https://example.org), `code`, <kbd>K</kbd>, $x^2$, <mark>marked [link](https://example.org)</mark>';
  const body = `${rich}\n\n> A quotation\n>\n> by someone\n\n1. One\n2. Two\n\n| a | ${rich} |\n|---|---|\n| 1 | ${rich} |\n\n#### ${rich}`;
  const items = [rich, 'Two'];
  const more = [
    { layout: 'title', title: rich, subtitle: rich },
    { layout: 'section', title: rich, text: rich },
    { layout: 'objectives', title: rich, items },
    { layout: 'summary', items, next: rich },
    { layout: 'content', title: rich, body },
    { layout: 'example', title: rich, body },
    { layout: 'definition', term: rich, text: rich, points: items, example: rich },
    { layout: 'quote', text: rich, person: rich, source: rich },
    { layout: 'statement', text: rich, source: rich },
    { layout: 'cards', title: rich, items: [{ title: rich, text: rich }] },
    { layout: 'table', title: rich, columns: ['a', rich], rows: [[rich, rich]], highlight: [{ row: 1, column: 2 }] },
    {
      layout: 'code',
      title: 'Marked',
      language: 'python',
      code: 'def f(x: int) -> str:\n    # A comment\n    return "a" + str(x) * 2',
      highlight: '1-3',
      class: 'line-numbers',
    },
  ];
  const sections = variants.map((variant) => ({
    title: `Section ${variant}`,
    icon: '📐',
    slides: [...slides, ...more].map((slide) => ({
      ...slide,
      class: `${(slide as { class?: string }).class ?? ''} ${variant}`.trim() || undefined,
    })),
  }));
  return JSON.stringify({ title: 'Layouts', icon: '📐', objectives: ['One', 'Two'], sections });
}

async function pageOf(theme: string, browser: Browser): Promise<Page> {
  const bench = await workbench(files);
  const course = JSON.stringify({ title: 'Course', footer: 'A footer', theme });
  const decks = expectValue(await bench.decks(lesson(), course));
  const rendered = await Promise.all(decks.map(async (deck) => expectValue(await bench.render(deck))));
  const slides = rendered.flatMap((deck) => deck.slides.map(({ html }) => `<div class="marpit">${html}</div>`));
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 720 });
  await page.setContent(
    `<!doctype html><style>body { margin: 0 }\n${rendered.map(({ css }) => css).sort((a, b) => b.length - a.length)[0]}</style>${slides.join('')}`,
  );
  await page.evaluate(lookAtSlides);
  return page;
}

const meetings = (page: Page, tokens: Readonly<Record<string, string>> = {}) =>
  page.evaluate(meetingColors(tokens)) as Promise<readonly Meeting[]>;

const needed = { text: 4.5, 'large text': 3, graphics: 3 } as const;

/** Pairs that cannot be told apart well enough. */
function faint(found: readonly Meeting[]): readonly string[] {
  return found.flatMap(({ front, behind, kind, where }) => {
    const contrast = Math.max(...front.split(' or ').map((color) => worstContrast(color, behind)));
    return contrast < needed[kind] - 0.005
      ? [`${contrast.toFixed(2)} ${kind} ${front} on ${JSON.stringify(behind)} in ${where}`]
      : [];
  });
}

function worstContrast(front: string, behind: Meeting['behind']): number {
  return Math.min(
    ...groundsOf(behind).map((ground) => {
      const color = parseColor(front) as Color;
      return wcagContrast(clampRgb(blend([ground, color]) as Color), clampRgb(ground));
    }),
  );
}

/** The colours that can be seen where these lie on each other. */
function groundsOf([colors = ['white'], ...rest]: Meeting['behind']): readonly Color[] {
  return colors.flatMap((text) => {
    const color = parseColor(text) as Color;
    return (color.alpha ?? 1) >= 1 ? [color] : groundsOf(rest).map((under) => blend([under, color]) as Color);
  });
}

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const definitions = new Map(
  themes.map((name): [string, Definition] => {
    const source = { path: `themes/${name}.css`, text: readFileSync(`themes/${name}.css`, 'utf8') };
    return [name, { name, origin: 'built-in', source, hides: [] }];
  }),
);
const themeFiles = new ThemeFiles(definitions);

/** Settles a theme with these tokens, as a course would. */
function settle(theme: string, tokens: Readonly<Record<string, string>>) {
  const text = JSON.stringify({ base: theme, tokens });
  const { value: tree } = parse({ path: 'course.yaml', text });
  const choice = readThemeChoice(tree);
  const outcome = resolveTheme([{ choice }], themeFiles, { file: 'course.yaml', start: 0, end: 0 });
  /** What a message is about: the token that stands before its place. */
  const guilty = ({ span }: Diagnostic) => /"([\w-]+)":$/.exec(text.slice(0, span?.start))?.[1];
  return { ...outcome, guilty };
}

/** Follows the hints of messages until there is none; a token for which there is no hint is left as it was. */
function mended(theme: string, wished: Readonly<Record<string, string>>) {
  const tokens: Record<string, string> = { ...wished };
  let reported = 0;
  for (let round = 0; round < 40; round += 1) {
    const { value, diagnostics, guilty } = settle(theme, tokens);
    if (value) return { tokens, reported };
    for (const diagnostic of diagnostics) {
      reported += 1;
      const [, name = guilty(diagnostic) ?? '', color] = /([\w-]+): "(#\w+)"/.exec(diagnostic.hint ?? '') ?? [];
      if (color && tokens[name] !== color) tokens[name] = color;
      else delete tokens[name];
    }
  }
  throw new Error(`The hints lead nowhere: ${JSON.stringify({ theme, wished, tokens })}`);
}

/** Colours that are chosen by people, by chance, and to annoy. */
const color = fc.oneof(
  fc.constantFrom('#5b21b6', '#0f766e', '#c2410c', '#be123c', '#1d4ed8', '#15803d', '#334155', '#ffffff', '#000000'),
  fc.constantFrom(
    'yellow',
    'rgb(0 0 0 / 0.6)',
    'oklch(0.7 0.3 150)',
    '#777777',
    'rgb(255 255 255 / 0.5)',
    'lime',
    'transparent',
  ),
  fc.tuple(fc.nat(359), fc.nat(100), fc.nat(100)).map(([hue, share, light]) => `hsl(${hue} ${share}% ${light}%)`),
);

describe.each(themes)('what meets on the slides of the theme %s', (theme) => {
  let page: Page;
  beforeAll(async () => {
    page = await pageOf(theme, browser);
  }, 60_000);
  afterAll(() => page.close());

  it('can be told apart', async () => {
    const found = await meetings(page);
    expect(found.length).toBeGreaterThan(30);
    expect(faint(found)).toEqual([]);
  });

  it('can be told apart with other colours, or they are refused', async () => {
    const { value: file } = themeFiles.read(theme, { file: '', start: 0, end: 0 });
    const names = [...(file?.tokens.values() ?? [])].filter(({ type }) => type === 'color').map(({ name }) => name);
    const often = fc.constantFrom('primary', 'accent', 'background', 'text', 'surface', 'muted');
    const palettes = fc.dictionary(fc.oneof(often, fc.constantFrom(...names)), color, { minKeys: 1, maxKeys: 6 });
    const wrong: string[] = [];
    let refused = 0;
    for (const wished of fc.sample(palettes, {
      numRuns: 8 * Number(process.env.FUZZ ?? 1),
      seed: Number(process.env.FUZZ_SEED ?? 2026),
    })) {
      const { tokens, reported } = mended(theme, wished);
      refused += reported;
      wrong.push(...faint(await meetings(page, tokens)).map((pair) => `${pair} with ${JSON.stringify(tokens)}`));
    }
    expect(wrong).toEqual([]);
    expect(refused).toBeGreaterThan(8);
  });
});

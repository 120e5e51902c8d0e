import fc from 'fast-check';
import { expect, it } from 'vitest';
import { AssetLoader } from '../../src/3-resolve/assets.ts';
import { readStyles } from '../../src/3-resolve/styles/index.ts';
import { sharpImages } from '../../src/io/images.ts';
import { memoryFiles } from '../../src/io/memory-files.ts';
import { inBrowser } from '../support/deck-in-browser.ts';
import { hostileStyles } from '../support/hostile-styles.ts';
import { ask } from '../support/open-deck.ts';
import { expectValue, workbench } from '../support/workbench.ts';

const { open } = inBrowser();

const lesson = `title: Lesson
sections:
  - title: Section
    slides:
      - { layout: title, title: Title }
      - { layout: bullets, title: Bullets, items: [One, Two], class: compact }
`;

/** All that is accepted of a thousand hostile style sheets, as one. */
async function acceptedStyles(): Promise<string> {
  const assets = new AssetLoader(memoryFiles({}), sharpImages(), 'content/a');
  const accepted: string[] = [];
  for (const text of fc.sample(hostileStyles, { numRuns: 1000, seed: 7 })) {
    const { value } = await readStyles({ path: 'own.css', text }, assets);
    if (value) accepted.push(value.css);
  }
  return accepted.join('');
}

/** What there is of a deck around its slides, as the browser lays it out. */
const around = `[...document.querySelectorAll('*')].filter((element) => !element.closest('section, head')).map((element) => [
  element.tagName + '.' + element.className,
  ...[undefined, '::before', '::after'].map((part) => {
    const style = getComputedStyle(element, part);
    return [...style].map((name) => name + ':' + style.getPropertyValue(name)).join(';');
  }),
])`;
/** What a click on the middle of each button meets. */
const reached = `[...document.querySelectorAll('.lectern-controls button')].map((button) => {
  const { left, top, width, height } = button.getBoundingClientRect();
  return document.elementFromPoint(left + width / 2, top + height / 2)?.closest('button')?.outerHTML;
})`;
const selectors = `[...document.styleSheets].flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.selectorText ?? rule.cssText.slice(0, 40)))`;

type Around = readonly (readonly [name: string, ...styles: string[]])[];

/** What is not the same, property by property; their order is the browser's. */
function differences(before: Around = [], after: Around = []): readonly string[] {
  expect(after.map(([name]) => name)).toEqual(before.map(([name]) => name));
  return before.flatMap(([name, ...styles], at) =>
    styles.flatMap((style, part) => {
      const others = new Set((after[at]?.[part + 1] ?? '').split(';'));
      expect(others.size).toBe(new Set(style.split(';')).size);
      return style.split(';').flatMap((line) => (others.has(line) ? [] : [`${name}: ${line}`]));
    }),
  );
}

it('a hostile style sheet of a course changes slides, and nothing around them', async () => {
  const styles = await acceptedStyles();
  const results = [];
  for (const [files, course] of [
    [{}, 'title: Course'],
    [{ 'own.css': styles }, 'title: Course\ntheme: { css: own.css }'],
  ] as const) {
    const bench = await workbench(files);
    const [deck] = expectValue(await bench.decks(lesson, course));
    const { slides, css } = expectValue(await bench.render(deck as NonNullable<typeof deck>));
    const page = await open({ slides, css });
    results.push({
      around: (await ask(page, around)) as Around,
      reached: await ask(page, reached),
      selectors: (await ask(page, selectors)) as readonly string[],
    });
  }
  const [plain, hostile] = results;
  expect(differences(plain?.around, hostile?.around)).toEqual([]);
  expect(hostile?.reached).toEqual(plain?.reached);
  const added = hostile?.selectors.filter((selector) => !plain?.selectors.includes(selector)) ?? [];
  expect(added.length).toBeGreaterThan(5);
  expect(
    added.filter(
      (selector) =>
        !selector
          .split(/,(?![^(]*\))/)
          .every((one) => /^\s*div\.marpit > div\.slide > section(?![\w-])(?!\s*[+~])/.test(one)),
    ),
  ).toEqual([]);
});

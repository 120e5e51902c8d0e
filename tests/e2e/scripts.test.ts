import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import type { Browser, CDPSession, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { readPdf } from '../support/pdf.ts';
import { type Run, repository, TestProject } from '../support/project.ts';

/**
 * A language with a theme, and what a slide says in it: a title, a sentence, a word. Of East Asia the packages are so large
 * that tests have the one for Korean, which has kana and the commoner Chinese characters too.
 */
const languages: Readonly<Record<string, readonly [theme: string, title: string, sentence: string, word: string]>> = {
  el: ['contrast', 'Τι είναι βάση δεδομένων;', 'Μια **οργανωμένη** συλλογή, *προσπελάσιμη* με SQL.', 'πίνακας'],
  ru: ['contrast', 'Что такое база данных?', '**Упорядоченный** набор, *доступный* через SQL.', 'таблица'],
  ar: ['lecture', 'ما هي قاعدة البيانات؟', 'مجموعة **منظّمة** من البيانات، *متاحة* بلغة SQL.', 'جدول'],
  he: ['journal', 'מהו מסד נתונים?', 'אוסף **מאורגן** של נְתוּנִים, *נגיש* באמצעות SQL.', 'טבלה'],
  hi: ['chalkboard', 'डेटाबेस क्या है?', 'डेटा का **व्यवस्थित** संग्रह, जिसे *पढ़ा* जाता है। ज्ञान, क्षत्रिय।', 'तालिका'],
  ja: ['lecture', 'データベースとは何か？', '**整理された**データで、SQL で*アクセス*できる。', '表'],
  zh: ['chalkboard', '資料庫入門', '**有組織的**資料，以 SQL *讀取*。', '表'],
  ko: ['journal', '데이터베이스란 무엇인가?', 'SQL로 *접근*할 수 있는 **체계적인** 데이터의 모음.', '표'],
};

const lesson = (title: string, sentence: string, word: string): object => ({
  title,
  objectives: [sentence],
  sections: [
    {
      title,
      id: 's',
      icon: '🤖',
      slides: [
        { layout: 'title', title },
        { layout: 'objectives', items: [sentence, word] },
        { layout: 'definition', term: title, text: sentence, icon: '🤖', notes: `${sentence} ❤️` },
        { layout: 'bullets', title, items: [`${word} 🎉 \`x = 1\``, `${word} (SQL) $\\text{${word}} = y_1$`] },
        { layout: 'code', title, language: 'sql', code: `-- ${word}\nSELECT * FROM t;` },
        { layout: 'diagram', title, alt: word, diagram: `flowchart LR\n  A[${word}] --> B[SQL]\n` },
        { layout: 'chart', title, alt: word, kind: 'bar', stacked: true, data: [1, 2].map((n) => ({ [word]: `${word} ${n}`, SQL: n, [title]: 3 })) }, // biome-ignore format: one chart
        { layout: 'steps', title, items: [1, 2, 3].map((n) => ({ title: `${word} ${n}` })) },
        { layout: 'table', title, columns: [word, 'SQL'], rows: [[word, sentence]] },
        { layout: 'two-column', title, left: { body: word }, right: { body: sentence } },
      ],
    },
  ],
});

const emojiLesson = {
  title: 'Start 🚀',
  sections: [
    {
      title: 'Probe 🧪',
      id: 's',
      icon: '🤖',
      slides: [
        { layout: 'bullets', title: 'Kopf 🎩', items: ['`x 🎈` und $\\text{🍕}$', { icon: '🔧', text: '© ✓ ❤' }] },
        { layout: 'code', title: 'Code', language: 'python', code: 'print("👩‍💻")' },
        { layout: 'table', title: 'Tabelle', columns: ['A 🇩🇪', 'B'], rows: [['1️⃣', '🫪']] },
      ],
    },
  ],
};

const english = readFileSync(join(repository, 'templates/labels/en.yaml'));
const project = new TestProject(
  Object.fromEntries([
    // Lectern's own words in these languages have characters that the package for Korean has not.
    ['templates/labels/ja.yaml', english],
    ['templates/labels/zh.yaml', english],
    ['content/emoji/course.yaml', 'title: Kurs 🎓\nlang: de-AT\nfooter: Fuß 🦶\n'],
    ['content/emoji/01-a.yaml', JSON.stringify(emojiLesson)],
    ...Object.entries(languages).flatMap(([lang, [base, title, sentence, word]]) => [
      [
        `content/${lang}/course.yaml`,
        JSON.stringify({ title, lang, theme: { base }, footer: word, description: sentence }),
      ],
      [`content/${lang}/01-a.yaml`, JSON.stringify(lesson(title, sentence, word))],
    ]),
  ]),
);

let run: Run;
let browser: Browser;

beforeAll(async () => {
  [run, browser] = await Promise.all([project.lectern(['build', '--json', '--formats', 'html,pdf']), launchBrowser()]);
}, 120_000);
afterAll(async () => {
  await browser.close();
  project.remove();
});

async function open(path: string): Promise<Page> {
  const page = await browser.newPage();
  await page.setJavaScriptEnabled(false);
  await page.setViewport({ width: 1400, height: 800 });
  await page.goto(pathToFileURL(join(project.root, 'output', path)).href);
  return page;
}

interface DomNode {
  readonly nodeId: number;
  readonly nodeType: number;
  readonly nodeName: string;
  readonly nodeValue: string;
  readonly children?: readonly DomNode[];
}

/** What of a page is drawn in a font that is not inside it, as `font: text`. */
async function foreign(page: Page): Promise<readonly string[]> {
  const devtools: CDPSession = await page.createCDPSession();
  await devtools.send('DOM.enable');
  await devtools.send('CSS.enable');
  const { root } = await devtools.send('DOM.getDocument', { depth: -1 });
  const found: string[] = [];
  const look = async (node: DomNode): Promise<void> => {
    // MathML is what screen readers say; it is not drawn.
    if (/^(head|math|style|script)$/i.test(node.nodeName)) return;
    if (node.nodeType === 3 && node.nodeValue.trim() !== '') {
      const { fonts } = await devtools.send('CSS.getPlatformFontsForNode', { nodeId: node.nodeId });
      for (const font of fonts.filter(({ isCustomFont }) => !isCustomFont)) {
        found.push(`${font.familyName}: ${node.nodeValue.trim()}`);
      }
    }
    for (const child of node.children ?? []) await look(child);
  };
  await look(root as DomNode);
  return found;
}

it('builds courses in all of these languages', () => {
  const { diagnostics } = JSON.parse(run.stdout);
  const codes = diagnostics.map(({ code }: { code: string }) => code);
  // Lectern's own words are there in some of them.
  expect(new Set(codes)).toEqual(new Set(['labels/unknown-language']));
});

describe.each(Object.keys(languages))('a course in "%s"', (language) => {
  it('draws nothing in a font of the machine', async () => {
    for (const path of [`instructor/${language}/01-a/01-s.html`, `public/${language}/index.html`]) {
      const page = await open(path);
      expect(await foreign(page)).toEqual([]);
      await page.close();
    }
    const { fonts } = await readPdf(project.bytes(`output/public/${language}/01-a/01-s.pdf`));
    expect(fonts.filter((font) => !/^(SourceSans|SourceSerif|SourceCode|Atkinson|NotoSans|KaTeX)/.test(font))).toEqual(
      [],
    );
  });

  it('says which language it is in', async () => {
    const page = project.read(`output/public/${language}/01-a/01-s.html`);
    expect(page).toContain(`<html lang="${language}"`);
    const tags = page.match(/<section[^>]*>/g) ?? [];
    expect(tags.length).toBe(10);
    expect(tags.every((tag) => tag.includes(` lang="${language}"`))).toBe(true);
    expect((await readPdf(project.bytes(`output/public/${language}/01-a/01-s.pdf`))).language).toBe(language);
  });
});

it('says its own words in the language that is there, when a course is in a regional one', () => {
  expect(project.read('output/public/emoji/01-a/01-s.html')).toContain('Foliensteuerung');
});

it('draws the page of all courses in fonts that are in it', async () => {
  const page = await open('public/index.html');
  expect(await foreign(page)).toEqual([]);
  await page.close();
});

describe('emoji', () => {
  it('are pictures wherever texts are, in the page and around the slides', async () => {
    for (const path of ['instructor/emoji/01-a/01-s.html', 'public/emoji/index.html']) {
      const page = await open(path);
      expect(await foreign(page)).toEqual([]);
      await page.close();
    }
  });

  it('are named in the PDF in the language of the course, unless they are decoration', async () => {
    const pdf = await PDFDocument.load(project.bytes('output/public/emoji/01-a/01-s.pdf'));
    const names = pdf.context.enumerateIndirectObjects().flatMap(([, part]) => {
      const name = part instanceof PDFDict ? part.get(PDFName.of('Alt')) : undefined;
      return name instanceof PDFHexString || name instanceof PDFString ? [name.decodeText()] : [];
    });
    const inTexts = ['Fuß', 'Reagenzglas', 'Zylinder', 'Luftballon', 'IT-Expertin', 'Flagge: Deutschland', 'Taste: 1'];
    for (const name of [...inTexts, 'verzerrtes Gesicht']) expect(names).toContain(name);
    expect(names).not.toContain('Schraubenschlüssel');
  });
});

/** Finds boxes in a slide by their selectors: left and right edge, in pixels from the left edge of the slide. */
const edges = (page: Page, slide: string, ...selectors: readonly string[]) =>
  page.evaluate(`(() => {
    const slide = document.querySelector('section.${slide}');
    const from = slide.getBoundingClientRect().left;
    return ${JSON.stringify(selectors)}.map((selector) => {
      const range = document.createRange();
      const found = slide.querySelector(selector);
      if (found.childElementCount === 0) range.selectNodeContents(found); else range.selectNode(found);
      const { left, right } = range.getBoundingClientRect();
      return [Math.round(left - from), Math.round(right - from)];
    });
  })()`) as Promise<readonly (readonly [number, number])[]>;

describe('a deck that runs from right to left', () => {
  let page: Page;
  beforeAll(async () => {
    page = await open('public/ar/01-a/01-s.html');
  });
  afterAll(() => page.close());

  const spotOf = async (slide: string, ...selectors: readonly string[]) => edges(page, slide, ...selectors);

  it('begins at the right', async () => {
    const [heading, item] = await spotOf('bullets', 'h2', 'li');
    expect(heading?.[1]).toBe(1200);
    expect(item?.[1]).toBe(1200);
    expect((await spotOf('objectives', '.panel'))[0]).toEqual([900, 1280]);
    expect((await spotOf('bullets', 'footer'))[0]?.[1]).toBe(1200);
  });

  it('goes to the left', async () => {
    const pairs = [
      await spotOf('steps', 'li:nth-child(1)', 'li:nth-child(2)'),
      await spotOf('table', 'th:nth-child(1)', 'th:nth-child(2)'),
      await spotOf('two-column', '.column:nth-child(1)', '.column:nth-child(2)'),
    ];
    for (const [first, second] of pairs) expect(first?.[0]).toBeGreaterThanOrEqual(second?.[1] ?? 1280);
  });

  it('has charts that begin at the right, with legend and value axis', async () => {
    const texts = (await page.evaluate(`[...document.querySelectorAll('section.chart svg text')].map((text) =>
      [text.textContent, Math.round(text.getBoundingClientRect().left)])`)) as readonly (readonly [string, number])[];
    const at = (text: string): number => texts.find(([own]) => own === text)?.[1] ?? -1;
    expect(at('SQL')).toBeGreaterThan(640);
    expect(at('جدول 1')).toBeGreaterThan(at('جدول 2'));
    expect(at('0')).toBeGreaterThan(at('جدول 1'));
  });

  it('leaves code, formulas and diagrams from left to right', async () => {
    const [code, first] = await spotOf('code', 'pre', 'pre .line span');
    expect((first?.[0] ?? 0) - (code?.[0] ?? 0)).toBeLessThan(60);
    const [word, equals] = await spotOf('bullets', '.katex-html .text', '.katex-html .mrel');
    expect(equals?.[0]).toBeGreaterThan(word?.[1] ?? 1280);
    expect(
      await page.evaluate(`['pre', '.katex', 'svg[data-marp-mermaid]', 'bdi, code'].map((selector) =>
        getComputedStyle(document.querySelector('section ' + selector)).direction)`),
    ).toEqual(['ltr', 'ltr', 'ltr', 'ltr']);
  });
});

it('turns slides by the keys that point the way', async () => {
  const page = await browser.newPage();
  await page.goto(pathToFileURL(join(project.root, 'output/public/he/01-a/01-s.html')).href);
  const place = () => page.evaluate(`document.querySelector('.lectern-counter').textContent`);
  await page.keyboard.press('ArrowLeft');
  expect(await place()).toBe('2 / 10');
  await page.keyboard.press('ArrowRight');
  expect(await place()).toBe('1 / 10');
  await page.close();
});

import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { plainBytes, readPdf } from '../support/pdf.ts';
import { lecternScript, sampleFiles, TestProject } from '../support/project.ts';

describe('a deck on disk', () => {
  const project = new TestProject(sampleFiles);
  let browser: Browser;
  beforeAll(async () => {
    [browser] = await Promise.all([launchBrowser(), project.lectern(['build'])]);
  });
  afterAll(async () => {
    await browser.close();
    project.remove();
  });

  it('opens with the network off, asks for nothing, and shows the slides of the PDF', async () => {
    const page = await browser.newPage();
    await page.setOfflineMode(true);
    const requests: string[] = [];
    const faults: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    page.on('console', (message) => faults.push(message.text()));
    const path = join(project.root, 'output/public/db101/01-joins/01-inner-joins.html');
    await page.goto(pathToFileURL(path).href);
    await page.evaluate('document.fonts.ready');
    const texts = (await page.evaluate(
      `[...document.querySelectorAll('section')].map((section) => section.textContent)`,
    )) as string[];
    expect(requests.filter((url) => !url.startsWith('data:'))).toEqual([pathToFileURL(path).href]);
    expect(faults).toEqual([]);
    const pdf = await readPdf(project.bytes('output/public/db101/01-joins/01-inner-joins.pdf'));
    const words = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu)?.sort() ?? [];
    expect(texts).toHaveLength(pdf.pages);
    for (const word of ['match', 'Databases', 'objectives', 'SELECT']) expect(words(texts.join(' '))).toContain(word);
    expect(words(pdf.texts.join(' '))).toEqual(expect.arrayContaining(words(texts[1] ?? '')));
    await page.close();
  });

  it('shows every text in fonts that it brought along', async () => {
    const page = await browser.newPage();
    await page.goto(pathToFileURL(join(project.root, 'output/public/db101/01-joins/01-inner-joins.html')).href);
    await page.evaluate('document.fonts.ready');
    const session = await page.createCDPSession();
    await session.send('DOM.enable');
    await session.send('CSS.enable');
    const { root } = await session.send('DOM.getDocument', { depth: -1 });
    const { nodeIds } = await session.send('DOM.querySelectorAll', {
      nodeId: root.nodeId,
      // Formulas are there twice: drawn, and in words that nobody sees.
      selector: 'section, section :not(math, math *)',
    });
    const system = new Set<string>();
    for (const nodeId of nodeIds) {
      const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
      for (const font of fonts) if (!font.isCustomFont) system.add(font.familyName);
    }
    expect([...system]).toEqual([]);
    await page.close();
  });
});

/** What only the instructor may read: in notes, on slides for them, in fields for them of built-in and own layouts. */
const secrets = [
  'canary-notes-one',
  'canary-notes-two',
  'canary-instructor-slide',
  'Only for the lecturer',
  'canary-explanation',
  'canary-picture',
  'canary-drawn',
  'canary-code',
  'canary-section',
  'canaryformula',
];
/** A sign that is nowhere else, and the only family that has it: no deck of the public tree may embed that. */
const secretGlyph = '☃';
const secretFont = '@font-face{font-family:"Noto Sans Symbols 2"';

const quizFiles = {
  'content/db101/02-quiz.yaml': `title: Quiz
sections:
  - title: Questions
    slides:
      - layout: agenda
      - layout: quiz
        question: Which rows does an inner join keep?
        options: [All, Those that match, None]
        answer: B
        explanation: canary-explanation ${secretGlyph} $canaryformula$ ![canary-picture](figures/canary.svg)
      - layout: own
        question: What does it print?
        solution: 'print("canary-code")'
  - title: canary-section
    slides:
      - { layout: section, title: Rehearsal, audience: instructor }
`,
  'content/db101/figures/canary.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 20"><text y="15">canary-drawn</text></svg>',
  'content/db101/templates/slides/own.hbs':
    '## {{question}}\n\n<div class="body">\n\n{{#if solution}}\n{{fence solution "python"}}\n{{/if}}\n\n</div>\n',
  'content/db101/templates/slides/own.schema.yaml': `title: Own
description: A question about code.
type: object
required: [question, solution]
properties:
  question: { type: string, format: inline, description: The question. }
  solution: { type: string, format: code, audience: instructor, description: The answer. }
examples: [{ question: Why?, solution: x }]
`,
};

describe('the public tree', () => {
  const project = new TestProject({ ...sampleFiles, ...quizFiles });
  beforeAll(async () => {
    const { stderr } = await project.lectern(['build']);
    expect(stderr).not.toContain('error');
  });
  afterAll(() => project.remove());

  it('has no byte of notes, of slides, sections or fields for the instructor', async () => {
    for (const file of project.files('output/public')) {
      const bytes = project.bytes(`output/public/${file}`);
      const text = file.endsWith('.pdf')
        ? plainBytes(bytes) + (await readPdf(bytes)).texts.join('\n')
        : bytes.toString('utf8');
      for (const secret of secrets) {
        expect(file.includes(secret), `${secret} in the name ${file}`).toBe(false);
        expect(text.includes(secret), `${secret} in ${file}`).toBe(false);
      }
      expect(text.includes(secretGlyph) || text.includes(secretFont), file).toBe(false);
      expect(/class="[^"]*\bcorrect\b/.test(text), file).toBe(false);
    }
  });

  it('has the same of a quiz whatever the answer is', async () => {
    const name = 'output/public/db101/02-quiz/01-questions';
    const before = ['html', 'pdf'].map((type) => project.bytes(`${name}.${type}`));
    const other = new TestProject({
      ...sampleFiles,
      ...quizFiles,
      'content/db101/02-quiz.yaml': quizFiles['content/db101/02-quiz.yaml']
        .replace('answer: B', 'answer: [A, C]')
        .replace(/explanation: .*/, 'explanation: Another one.'),
    });
    try {
      await other.lectern(['build']);
      for (const [at, type] of ['html', 'pdf'].entries())
        expect(other.bytes(`${name}.${type}`).equals(before[at] as Buffer), type).toBe(true);
    } finally {
      other.remove();
    }
  });

  it('lacks nothing that the instructor has', () => {
    const joins = project.read('output/instructor/db101/01-joins/01-inner-joins.html');
    const quiz = project.read('output/instructor/db101/02-quiz/01-questions.html');
    const shown = joins + quiz;
    for (const secret of secrets) expect(shown).toContain(secret);
    expect(quiz).toContain(secretFont);
    expect(quiz.match(/<span class="correct"/g)).toHaveLength(1);
    expect(project.read('output/instructor/db101/02-quiz/01-questions.md')).toContain('canary-explanation');
  });
});

describe('Ctrl-C during a build', () => {
  it('ends the browser too, and leaves only whole files', async () => {
    const slides = Array.from({ length: 12 }, (_, at) => `      - { layout: title, title: Slide ${at} }\n`).join('');
    const sections = Array.from({ length: 40 }, (_, at) => `  - title: Section ${at}\n    slides:\n${slides}`).join('');
    const project = new TestProject({
      'content/big/course.yaml': 'title: Big\n',
      'content/big/01-all.yaml': `title: All\nsections:\n${sections}`,
    });
    const temporary = join(project.root, 'tmp');
    project.write('tmp/.keep', '');
    try {
      const child = spawn(process.execPath, [lecternScript, 'build'], {
        cwd: project.root,
        env: { ...process.env, TMPDIR: temporary },
        stdio: 'ignore',
      });
      const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
      await firstPdf(project);
      child.kill('SIGINT');
      expect(await ended).toBe(130);
      expect(processesIn(temporary)).toEqual([]);
      expect(readdirSync(temporary).filter((name) => name !== '.keep')).toEqual([]);
      const pdfs = project.files('output').filter((path) => path.endsWith('.pdf'));
      expect(pdfs.length).toBeLessThan(40);
      for (const path of pdfs) expect((await readPdf(project.bytes(`output/${path}`))).pages).toBe(12);
    } finally {
      project.remove();
    }
  });
});

async function firstPdf(project: TestProject): Promise<void> {
  for (;;) {
    try {
      if (project.files('output').some((path) => path.endsWith('.pdf'))) return;
    } catch {
      // The output folder is not there yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Command lines of running processes that name a folder. */
function processesIn(folder: string): readonly string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((id) => {
      try {
        const line = readFileSync(`/proc/${id}/cmdline`, 'utf8').replaceAll('\0', ' ');
        return line.includes(folder) ? [line] : [];
      } catch {
        return []; // It has ended in the meantime.
      }
    });
}

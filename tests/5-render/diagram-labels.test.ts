import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadMermaid, textHeight } from '../../src/5-render/diagram-drawing.ts';
import { launchBrowser } from '../support/browser.ts';
import { bodyFonts, boxFaults, fontFaces, type LabelFault } from '../support/drawn-labels.ts';
import { openPage } from '../support/open-deck.ts';

let browser: Browser | undefined;
beforeAll(async () => {
  browser = await launchBrowser();
}, 60_000);
afterAll(() => browser?.close());

const draw = await loadMermaid();
const slide = { name: '16:9', widthPx: 1280, heightPx: 720 };

const labels = [
  'Distribution of the next letter',
  'MMWW and OOQQ',
  'Illicit fillets',
  'A',
  'Encoder, decoder and everything between them',
];
const shapes = ['[%]', '(%)', '{%}', '((%))', '([%])', '{{%}}', '[[%]]', '[(%)]', '[/%\\]', '>%]'];

const diagrams: readonly string[] = [
  ...shapes.flatMap((shape) =>
    ['LR', 'TD'].map((way) => {
      const boxes = labels.map((label, at) => `  N${at}${shape.replace('%', label)} -->|${label}| N${at + 1}`);
      return `graph ${way}\n${boxes.join('\n')}`;
    }),
  ),
  `graph TD\n  subgraph s [${labels[0]}]\n    A[${labels[4]}<br/>in two lines] --> B\n  end`,
  `sequenceDiagram\n  participant A as ${labels[0]}\n  participant B\n  actor C as ${labels[1]}\n  A->>B: ${labels[4]}\n  loop ${labels[0]}\n    B->>C: ${labels[1]}\n  end\n  C-->>A: no\n  Note over A,B: ${labels[0]}\n  A->>A: ${labels[1]}`,
  `classDiagram\n  class Distribution {\n    +int numberOfEverything\n    +isDistributionOfLetters() bool\n  }\n  Distribution <|-- MMWWMMWW : ${labels[0]}`,
  'erDiagram\n  CUSTOMER ||--o{ ORDER : "places with everybody"\n  ORDER {\n    int identification_number_of_order\n    string description\n  }',
  `stateDiagram-v2\n  [*] --> s\n  s: ${labels[0]}\n  s --> [*]`,
];

it('every text of a diagram stays within its shape, in every typeface of a theme', async () => {
  if (!browser) throw new Error('The browser has not started.');
  const drawn = diagrams.flatMap((diagram) =>
    bodyFonts.map((font) => {
      const svg = draw(diagram).replaceAll(/\s*@import url\([^)]*\);|font-family:\s*[^;}]*/g, '');
      const id = `${diagram.slice(0, 60).replaceAll('"', '').replaceAll(/\s+/g, ' ')} ${font}`;
      return `<div id="${id}" style="font-family:'${font}'">${svg.replace('<svg ', '<svg class="diagram" ')}</div>`;
    }),
  );
  const html = `<!doctype html><meta charset="utf-8"><style>${fontFaces()}</style>${drawn.join('\n')}`;
  const opened = await openPage(browser, { files: { 'index.html': html } });
  try {
    const faults = (await opened.page.evaluate(boxFaults)) as readonly LabelFault[];
    expect(faults.map(({ id, what }) => `${id}: ${what}`)).toEqual([]);
  } finally {
    await opened.close();
  }
}, 60_000);

describe('a flowchart', () => {
  /** From the left, by the names of the boxes. */
  const order = (diagram: string): string =>
    [...draw(diagram).matchAll(/<g class="node" data-id="(\w+)"[^>]*>\s*<rect x="([-\d.]+)"/g)]
      .sort(([, , a], [, , b]) => Number(a) - Number(b))
      .map(([, id]) => id)
      .join('');

  it.each([
    ['a line each', 'graph LR\n  A --> B\n  B --> C\n  C --> D\n  D --> A'],
    ['one line', 'graph LR\n  A --> B --> C --> D --> A'],
    ['no spaces', 'graph LR\n  A-->B-->C-->D\n  D-->|again|A'],
    ['words at its arrows', 'graph LR\n  A[one --> x] -->|y| B -.-> C ==> D\n  D -.->|back| A'],
  ])('begins a loop where its author does: %s', (_, diagram) => {
    expect(order(diagram)).toBe('ABCD');
    const last = /<polyline[^>]*data-from="A" data-to="D"[^>]*>/.exec(draw(diagram))?.[0] ?? '';
    expect(last).toContain('data-arrow-start="true" data-arrow-end="false"');
    // Heads at a beginning are not turned over.
    expect(draw(diagram)).toMatch(/<marker id="arrowhead-start"[^>]*orient="auto"/);
    expect(draw(diagram)).not.toContain('\u200b');
  });
});

it('a sequence of six messages has text that can be read from the back', () => {
  const messages = ['GET /index', '200 OK', 'GET /style.css', '200 OK', 'POST /login', '303 See Other'];
  const lines = messages.map((text, at) => (at % 2 === 0 ? `  C->>S: ${text}` : `  S-->>C: ${text}`));
  const two = `sequenceDiagram\n  participant C as Client\n  participant S as Server\n${lines.join('\n')}`;
  expect(textHeight(draw(two), slide)).toBeGreaterThan(24);
});

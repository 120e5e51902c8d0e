import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDiagram as check } from '../../src/5-render/diagram.ts';
import { loadMermaid, tidyDiagram } from '../../src/5-render/diagram-drawing.ts';
import { danger, tries } from '../property/danger.ts';
import { attribute } from '../support/html.ts';
import { elementsIn, exactText } from '../support/slide-html.ts';
import { expectValue, workbench } from '../support/workbench.ts';

const bench = await workbench();
const draw = await loadMermaid();
const checkDiagram = (text: string) => check(text, { name: '16:9', widthPx: 1280, heightPx: 720 });

async function slideOf(...diagrams: readonly string[]): Promise<string> {
  const body = diagrams.map((diagram) => `\`\`\`mermaid\n${diagram}\n\`\`\``).join('\n\n');
  const slides = [{ layout: 'content', title: 'T', body }];
  const [deck] = expectValue(await bench.decks(JSON.stringify({ title: 'L', sections: [{ title: 'S', slides }] })));
  return expectValue(await bench.render(deck as never)).slides[0]?.html ?? '';
}

const kinds: Readonly<Record<string, string>> = {
  flowchart: 'graph TD\n  A[Start] -->|yes| B{Choice}\n  subgraph one\n    B --> C\n  end',
  sequence: 'sequenceDiagram\n  participant A as Ada\n  A->>B: Hello\n  Note over A: words',
  state: 'stateDiagram-v2\n  [*] --> Still\n  Still --> [*]',
  class: 'classDiagram\n  class Animal {\n    +int age\n  }\n  Animal <|-- Dog',
  'entity relationship': 'erDiagram\n  CUSTOMER ||--o{ ORDER : places',
  chart: 'xychart-beta\n  title "Sales"\n  x-axis [jan, feb]\n  bar [1, 2]',
};

describe.each(Object.entries(kinds))('a %s diagram', (_, text) => {
  it('is drawn without an address in it', async () => {
    expect(await checkDiagram(text)).toBeUndefined();
    const html = await slideOf(text);
    expect(html).toContain('<svg');
    expect(html.replaceAll('xmlns="http://www.w3.org/2000/svg"', '')).not.toMatch(
      /https?:|@import|url\((?!#)|<script|<image|\son\w+=/,
    );
    expect(html).not.toMatch(/font-family:(?!\s*inherit)/);
  });
});

describe('diagrams of one deck', () => {
  it('have names of their own for what they refer to', async () => {
    const html = await slideOf(kinds.flowchart ?? '', kinds.flowchart ?? '', kinds.sequence ?? '');
    const ids = elementsIn(html).flatMap((element) => attribute(element, 'id') ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(3);
    for (const [, id] of html.matchAll(/url\(#([^)]*)\)/g)) expect(ids).toContain(id);
    const [first = '', second = ''] = html.split('<svg').slice(1);
    const uses = (svg: string) => [...svg.matchAll(/url\(#([^)]*)\)/g)].map(([, id]) => id);
    expect(uses(first).some((id) => uses(second).includes(id))).toBe(false);
  });
});

const drawn = /^(svg|style|defs|marker|g|rect|circle|ellipse|line|polyline|polygon|path|text|tspan|title)$/;

it('is a drawing and nothing else, whatever it says', async () => {
  const label = danger.map((text) => text.replaceAll('\n', ' '));
  const line = fc.oneof(
    label,
    label.map((text) => `A["${text}"] --> B`),
    label.map((text) => `A -->|${text}| B{${text}}`),
    label.map((text) => `A->>B: ${text}`),
    label.map((text) => `style A fill:${text}`),
    fc.constantFrom(
      'A --> B',
      'subgraph x',
      'end',
      'class A {',
      '}',
      'A ||--o{ B : has',
      'bar [1, 2]',
      'x-axis [a, b]',
    ),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...Object.values(kinds)),
      fc.array(line, { maxLength: 6 }),
      async (head, lines) => {
        const text = [head.split('\n')[0], ...lines].join('\n');
        if (await checkDiagram(text)) return;
        const html = tidyDiagram(draw(text), 1, '');
        for (const { tagName, attrs } of elementsIn(html)) {
          expect(tagName).toMatch(drawn);
          for (const { name, value } of attrs) {
            expect(name).not.toMatch(/^on|href|src/);
            if (!/^(data-|aria-label$)/.test(name)) expect(value).not.toMatch(/url\((?!#)/i);
          }
        }
      },
    ),
    tries(200),
  );
});

describe('what a diagram says', () => {
  it.each([
    ['<script>alert(1)</script>', '<script>alert(1)</script>'],
    ['@import url(https://a.b); font-family: serif; x', '@import url(https://a.b); font-family: serif; x'],
    ['5 < 6 & 7', '5 < 6 & 7'],
  ])('is shown as text: %s', async (label, shown) => {
    const html = await slideOf(`sequenceDiagram\n  A->>B: ${label.replaceAll(';', '')}`);
    expect(exactText(html)).toContain(shown.replaceAll(';', ''));
    expect(elementsIn(html).filter(({ tagName }) => tagName === 'script')).toEqual([]);
  });

  it('is reported when it cannot be drawn', async () => {
    expect((await checkDiagram('pie title Pets'))?.code).toBe('diagram/unknown-kind');
    expect((await checkDiagram('%% only a comment'))?.code).toBe('diagram/unknown-kind');
    expect((await checkDiagram(''))?.code).toBe('diagram/unknown-kind');
  });

  it.each([
    'graph TD\n  A --> B\n  style A fill:url(https://a.b/c.svg)',
    'graph TD\n  A --> B\n  classDef x stroke:url(//a.b)\n  class A x',
  ])('takes no colour from elsewhere: %j', async (text) => {
    expect((await checkDiagram(text))?.code).toBe('diagram/invalid');
  });

  it('may speak of addresses', async () => {
    expect(await checkDiagram('graph TD\n  A["see url(https://a.b)"] --> B')).toBeUndefined();
  });
});

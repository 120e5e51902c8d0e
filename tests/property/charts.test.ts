import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Rendered } from '../../src/model/rendered.ts';
import { byTag } from '../support/html.ts';
import { elementsIn, tagsIn } from '../support/slide-html.ts';
import { expectValue, workbench } from '../support/workbench.ts';
import { danger, tries } from './danger.ts';

const bench = await workbench();

/** Renders a deck of three slides, the second with a chart that says a text wherever it says anything. */
async function deckWith(kind: string, text: string) {
  const data = [{ [text]: text, v: 1 }, { [text]: `${text}2`, v: 2 }]; // biome-ignore format: one table
  const more = kind === 'pie' ? {} : { 'x-title': text, 'y-title': text, lines: [{ at: 1, text }] };
  const chart = { layout: 'chart', title: 'T', alt: text, kind, data, unit: text, highlight: text, ...more };
  const slides = [{ layout: 'section', title: 'First' }, chart, { layout: 'section', title: 'Last' }];
  const lesson = JSON.stringify({ title: 'L', sections: [{ title: 'S', slides }] });
  const { value: decks, diagnostics } = await bench.decks(lesson);
  const rendered = decks?.[0] ? await bench.render(decks[0]) : { value: undefined, diagnostics: [] };
  return { rendered: rendered.value, codes: [...diagnostics, ...rendered.diagnostics].map(({ code }) => code) };
}

const plain = expectValue({ value: (await deckWith('bar', 'Placeholder')).rendered, diagnostics: [] });

it.each(['bar', 'line', 'pie'])('the names in a chart of the kind %s are text and nothing else', async (kind) => {
  await fc.assert(
    fc.asyncProperty(danger, async (text) => {
      fc.pre(text.trim() !== '');
      const { rendered, codes } = await deckWith(kind, text);
      if (!rendered) {
        for (const code of codes) expect(reasons).toContain(code);
        return;
      }
      expect(rendered.slides).toHaveLength(3);
      const others = ({ slides }: Rendered) => [slides[0]?.html, slides[2]?.html];
      expect(others(rendered)).toEqual(others(plain));
      const html = rendered.slides[1]?.html ?? '';
      const [svg] = byTag(html, 'svg');
      expect(svg?.attrs.find(({ name }) => name === 'role')?.value).toBe('img');
      for (const tag of tagsIn(html))
        expect(tag).toMatch(/^(div|section|header|footer|h2|figure|svg|g|path|line|text|tspan)$/);
      for (const { attrs } of elementsIn(html)) {
        for (const { name } of attrs) expect(name).not.toMatch(/^on|^href|^src/);
      }
    }),
    tries(40),
  );
});

/** Why a chart may be refused, with a message to its author. */
const reasons = [
  'text/invalid-character',
  'text/too-long',
  'field/wrong-value',
  'data/invalid',
  'chart/emoji',
  'chart/unknown-name',
  'chart/no-data',
  'chart/duplicate',
  'chart/not-a-number',
  'yaml/duplicate-key',
];

import { Marp } from '@marp-team/marp-core';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { markdownFile } from '../../src/7-export/markdown.ts';
import { folded } from '../support/slide-html.ts';
import { expectValue, picture, workbench } from '../support/workbench.ts';
import { danger, tries } from './danger.ts';

const bench = await workbench({ 'figures/picture.svg': picture });
/** Marp as its own tools use it, with what it has read as settings of the whole deck. */
class PlainMarp extends Marp {
  get settings(): unknown {
    return this.lastGlobalDirectives;
  }
}
const marp = new PlainMarp({ script: false, minifyCSS: false });

/** Lines that mean something to Marp when they stand in a comment, and to YAML. */
const nearlySettings = fc.constantFrom(
  'footer: x',
  'class: y',
  '_class: y',
  'color: red is warm',
  'header: |',
  'style: section { color: red }',
  'theme: gaia',
  'paginate: false',
  'size: 4:3',
  'backgroundImage: url(x)',
  '"class": z',
  '? class',
  ': z',
  '{ class: z }',
  '- class: z',
  '---',
  '...',
  '%YAML 1.2',
  '# class: x',
  '-->',
  '--!>',
  '->',
  '<!--',
  '<!-- class: x -->',
  'prettier-ignore',
  'markdownlint-disable',
  '```',
  '~~~',
  '> class: x',
  '\\',
  '',
);
const notes = fc
  .array(fc.oneof({ weight: 3, arbitrary: nearlySettings }, { weight: 1, arbitrary: danger }), {
    minLength: 1,
    maxLength: 8,
  })
  .map((lines) => lines.join('\n'));

it('shows the same slides in Marp, whatever the notes are', async () => {
  const bare = expectValue({ value: await expanded(), diagnostics: [] });
  const without = marp.render(markdownFile(bare));
  const settings = marp.settings;
  await fc.assert(
    fc.asyncProperty(notes, notes, async (first, second) => {
      fc.pre([first, second].every((text) => /\p{L}/u.test(text)));
      const deck = await expanded(first, second);
      if (!deck) return;
      const withNotes = marp.render(markdownFile(deck));
      expect(withNotes.html).toBe(without.html);
      expect(withNotes.css).toBe(without.css);
      expect(marp.settings).toEqual(settings);
      const comments = deck.notes.map((text) =>
        text === '' ? [] : [`Notes ${text.replaceAll(/--(!?)>/g, '--$1&gt;')}`],
      );
      expect(withNotes.comments.map((texts) => texts.map(folded))).toEqual(comments.map((texts) => texts.map(folded)));
    }),
    tries(150),
  );
});

/** A deck of three slides, the first and the last with notes. Without a value when the notes were refused. */
async function expanded(first?: string, last?: string) {
  const withNotes = (text: string | undefined) => (text === undefined ? {} : { notes: text });
  const slides = [
    { layout: 'section', title: 'First', ...withNotes(first) },
    { layout: 'bullets', title: 'Second', items: ['Words'] },
    { layout: 'content', title: 'Third', body: '- Words\n\n  ```text\n  Code\n  ```', ...withNotes(last) },
  ];
  const { value: decks } = await bench.decks(
    JSON.stringify({ title: 'Lesson', sections: [{ title: 'Section', slides }] }),
  );
  const [deck] = decks ?? [];
  return deck && expectValue(bench.expand(deck, 'instructor'));
}

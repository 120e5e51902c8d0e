import { describe, expect, it } from 'vitest';
import { markdownFile } from '../../src/7-export/markdown.ts';
import { expectValue, workbench } from '../support/workbench.ts';

const bench = await workbench();

async function fileWith(notes: readonly (string | undefined)[], audience: 'public' | 'instructor' = 'instructor') {
  const slides = notes.map((text, at) => ({
    layout: 'section',
    title: `Slide ${at + 1}`,
    ...(text === undefined ? {} : { notes: text }),
  }));
  const [deck] = expectValue(await bench.decks(JSON.stringify({ title: 'L', sections: [{ title: 'S', slides }] })));
  if (!deck) throw new Error('There is no deck.');
  return markdownFile(expectValue(bench.expand(deck, audience)));
}

describe('the Markdown file of a deck', () => {
  it('has the notes of each slide in a comment at its end', async () => {
    const slides = (await fileWith(['Say **this**.\n\n- one\n- two', undefined, 'Last'])).split('\n---\n').slice(1);
    expect(slides).toHaveLength(3);
    expect(slides[0]).toMatch(
      /## Slide 1[\s\S]*<\/div>\n\n<!--\nNotes\n\n {2}Say \*\*this\*\*\.\n\n {2}- one\n {2}- two\n-->\n$/,
    );
    expect(slides[1]).not.toContain('Notes');
    expect(slides[2]).toMatch(/## Slide 3[\s\S]*<!--\nNotes\n\n {2}Last\n-->\n$/);
  });

  it('has no comment that notes could end', async () => {
    const file = await fileWith(['```\na --> b --!> c\n```', '<!-- x -->']);
    expect(file.match(/-->/g)).toHaveLength(4);
    expect(file).toContain('a --&gt; b --!&gt; c');
  });

  it('is the same as what was rendered when there are no notes', async () => {
    const file = await fileWith([undefined, undefined]);
    expect(file).not.toContain('Notes');
    expect(file).toMatch(/[^\n]\n$/);
    expect(await fileWith(['Secret'], 'public')).not.toContain('Secret');
  });
});

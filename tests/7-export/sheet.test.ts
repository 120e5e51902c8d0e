import { describe, expect, it } from 'vitest';
import { galleryPage } from '../../src/7-export/gallery-page.ts';
import { planSheet, sheetPage } from '../../src/7-export/sheet.ts';
import { sampleDeck } from '../support/sample-deck.ts';

const wide = { name: '16:9', widthPx: 1280, heightPx: 720 };
const named = (count: number) => Array.from({ length: count }, (_, at) => `slide ${at}`);

describe('the plan of a contact sheet', () => {
  it('puts slides in rows below the headings of their groups, none over another', () => {
    const groups = [
      { title: 'A', names: named(5) },
      { title: 'B', names: named(2) },
    ];
    const { tiles, headings, widthPx, heightPx } = planSheet(groups, wide);
    expect(tiles).toHaveLength(7);
    const rows = [...new Set(tiles.map(({ topPx }) => topPx))];
    expect(rows.map((top) => tiles.filter(({ topPx }) => topPx === top).length)).toEqual([4, 1, 2]);
    expect(headings.map(({ topPx }) => rows.filter((row) => row < topPx).length)).toEqual([0, 2]);
    for (const one of tiles) {
      expect(one.leftPx + one.widthPx).toBeLessThan(widthPx);
      expect(one.topPx + one.heightPx).toBeLessThan(heightPx);
      const over = tiles.filter(
        (other) =>
          other !== one &&
          other.leftPx < one.leftPx + one.widthPx &&
          one.leftPx < other.leftPx + other.widthPx &&
          other.topPx < one.topPx + one.heightPx &&
          one.topPx < other.topPx + other.heightPx,
      );
      expect(over).toEqual([]);
    }
  });

  it('fills the width with narrower slides', () => {
    const plan = planSheet([{ title: 'A', names: named(40) }], { name: '4:3', widthPx: 960, heightPx: 720 });
    expect(plan.tiles.filter(({ topPx }) => topPx === plan.tiles[0]?.topPx)).toHaveLength(5);
  });

  it('grows to the side rather than beyond what can be drawn', () => {
    const { tiles, heightPx } = planSheet([{ title: 'A', names: named(500) }], wide);
    expect(tiles).toHaveLength(500);
    expect(heightPx).toBeLessThan(16_384);
  });
});

describe('the document of a contact sheet', () => {
  it('has every slide with its name, and text as text', () => {
    const input = sampleDeck({ script: '', style: '' });
    const groups = [{ title: 'All <of> them', names: named(4) }];
    const words = { title: 'lecture & more', subtitle: '4 slides', groups };
    const html = sheetPage(input, words, planSheet(groups, wide), { heading: 'A', body: 'B' });
    expect(html.match(/<div class="marpit">/g)).toHaveLength(4);
    for (const name of groups.flatMap(({ names }) => names)) expect(html).toContain(`>${name}</p>`);
    expect(html).toContain('<h1>lecture &amp; more</h1>');
    expect(html).toContain('>All &lt;of&gt; them</h2>');
  });
});

describe('the page of a gallery', () => {
  it('leads to the files that are there, and escapes what it is given', () => {
    const entry = { title: 'a "b"', slides: 3, previews: [], tokens: new Map([['primary', '#123456']]) };
    const html = galleryPage({ fontCss: '', entries: [{ ...entry, links: [{ name: 'PDF', href: 'a/"b".pdf' }] }] });
    expect(html).toContain('<h2><a href="a/&quot;b&quot;.pdf">a &quot;b&quot;</a></h2>');
    expect(html).toContain('style="--primary:#123456"');
    expect(html).not.toContain('<img');
  });
});

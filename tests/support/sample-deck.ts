import type { DeckPageInput } from '../../src/7-export/page.ts';
import { labels } from './labels.ts';

const css = `
div.marpit > div.slide > section { box-sizing: border-box; width: 1280px; height: 720px; overflow: hidden; padding: 64px 80px;
  background: #fff; color: #18202f; font: 32px/1.4 sans-serif; border-left: 16px solid #2443ac; }
div.marpit > div.slide > section h1 { margin: 0 0 24px; color: #1f2f6b; font-size: 52px; }
div.marpit > div.slide > section.cover { display: grid; align-content: center; background: #2443ac; color: #fff; }
div.marpit > div.slide > section.cover h1 { color: #fff; font-size: 84px; }`;

/** Four slides: a cover, two with fragments, one with links. Slide 1 has notes, slide 2 too. */
export const slides: DeckPageInput['slides'] = [
  {
    id: 'joins',
    title: 'Joins',
    html: '<div class="slide"><section class="cover"><h1>Joins</h1><p>How tables meet</p></section></div>',
    notes: '<p>Ask who has written a <strong>join</strong> before.</p>',
    minutes: 2,
  },
  {
    id: 'inner-join',
    title: 'Inner join',
    html: `<div class="slide"><section data-marpit-fragments="2"><h1>Inner join</h1><ul><li>Keeps rows that match</li>
<li data-marpit-fragment="1">Drops the others</li><li data-marpit-fragment="2">Is the default</li></ul></section></div>`,
    notes: '<p>Draw two circles on the board.</p>',
    minutes: 5,
  },
  {
    id: 'übung',
    title: 'Exercise & <discussion>',
    html: `<div class="slide"><section data-marpit-fragments="1"><h1>Exercise &amp; &lt;discussion&gt;</h1><p>Which rows remain?</p>
<p data-marpit-fragment="1">Only those with a partner.</p></section></div>`,
    notes: '',
  },
  {
    id: 'summary',
    title: '',
    html: `<div class="slide"><section><h1></h1><p>See <a href="#inner-join" id="back">inner joins</a> again.</p></section></div>`,
    notes: '',
  },
];

/** What the page of the sample deck is made of; tests change what they are about. */
export function sampleDeck(player: DeckPageInput['player']): DeckPageInput {
  return {
    audience: 'public',
    title: 'Joining tables',
    courseTitle: 'Databases',
    language: 'en',
    people: [{ name: 'Ada "the Countess" Lovelace' }, { name: 'Edgar Codd' }],
    keywords: ['SQL', 'joins'],
    description: 'How rows of two tables are put together.',
    size: { name: '16:9', widthPx: 1280, heightPx: 720 },
    slides,
    css,
    fontCss: '',
    fontFamily: '"Source Sans 3"',
    labels,
    player,
    links: {
      course: { href: '../index.html', title: 'Databases' },
      previous: { href: '01-tables.html', title: 'Tables' },
      next: { href: '03-groups.html', title: 'Groups' },
    },
  };
}

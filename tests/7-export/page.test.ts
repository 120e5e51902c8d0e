import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type DeckPageInput, deckPage, printPage } from '../../src/7-export/page.ts';
import { attribute, byTag, elementsOf, metaOf, only, textOf } from '../support/html.ts';
import { sampleDeck } from '../support/sample-deck.ts';

const player = { script: `document.title = "</script><!--";\r\nrun();`, style: 'p{content:"</style>"}' };
const input: DeckPageInput = sampleDeck(player);
const html = deckPage(input);

describe('deckPage', () => {
  it('says what the deck is', () => {
    const root = only(html, 'html');
    expect(html.startsWith('<!doctype html>\n')).toBe(true);
    expect(root.attrs).toEqual([
      { name: 'lang', value: 'en' },
      { name: 'dir', value: 'ltr' },
    ]);
    expect(byTag(html, 'title').map(textOf)).toEqual(['Joining tables · Databases']);
    expect(metaOf(html, 'author')).toBe('Ada "the Countess" Lovelace, Edgar Codd');
    expect(metaOf(html, 'keywords')).toBe('SQL, joins');
    expect(metaOf(html, 'description')).toBe('How rows of two tables are put together.');
    expect(metaOf(html, 'generator')).toBe('Lectern');
    expect(byTag(deckPage({ ...input, language: 'fa-IR' }), 'html')[0]?.attrs[1]?.value).toBe('rtl');
  });

  it('leaves out what is not known', () => {
    const bare = deckPage({ ...input, people: [], keywords: [], description: '' });
    for (const name of ['author', 'keywords', 'description']) expect(metaOf(bare, name)).toBeUndefined();
  });

  it('allows the player and nothing else to run, and nothing to be fetched', () => {
    const script = only(html, 'script', (each) => attribute(each, 'type') === undefined);
    const hash = createHash('sha256').update(textOf(script)).digest('base64');
    expect(metaOf(html, 'Content-Security-Policy')?.split('; ')).toEqual([
      "default-src 'none'",
      'img-src data:',
      'font-src data:',
      "style-src 'unsafe-inline'",
      `script-src 'sha256-${hash}'`,
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    const head = byTag(html, 'meta').map(
      (each) => attribute(each, 'charset') ?? attribute(each, 'http-equiv') ?? attribute(each, 'name'),
    );
    expect(head.slice(0, 2)).toEqual(['utf-8', 'Content-Security-Policy']);
  });

  it('wraps each slide so that its address and the rules of the theme hold', () => {
    const slides = elementsOf(html).filter((each) => attribute(each, 'class') === 'lectern-slide');
    expect(slides.map((each) => attribute(each, 'id'))).toEqual(['joins', 'inner-join', 'übung', 'summary']);
    expect(slides.map((each) => attribute(each, 'aria-label'))).toEqual([
      'Slide 1 of 4: Joins',
      'Slide 2 of 4: Inner join',
      'Slide 3 of 4: Exercise & <discussion>',
      'Slide 4 of 4',
    ]);
    expect(html.match(/<div class="marpit"><div class="slide"><section/g)).toHaveLength(4);
  });

  it('gives notes and planned minutes to the instructor only', () => {
    expect(html).not.toMatch(/Ask who|Draw two circles|"minutes"/);
    const instructor = deckPage({ ...input, audience: 'instructor' });
    const notes = byTag(instructor, 'aside').map(textOf);
    expect(notes).toEqual(['Ask who has written a join before.', 'Draw two circles on the board.']);
    expect(instructor).toContain('"minutes":5');
  });

  it('hands data to the player that it can read', () => {
    const data = JSON.parse(textOf(only(html, 'script', (each) => attribute(each, 'id') === 'lectern-data')));
    expect(data).toMatchObject({ audience: 'public', widthPx: 1280, heightPx: 720 });
    expect(data.slides[2]).toEqual({ title: 'Exercise & <discussion>' });
    expect(Object.keys(data.labels).every((key) => key.startsWith('player-'))).toBe(true);
  });

  it('leads on to the course and the decks beside it', () => {
    const links = byTag(html, 'nav').flatMap((nav) =>
      nav.childNodes.flatMap((node) => ('attrs' in node && node.tagName === 'a' ? [node] : [])),
    );
    expect(links.map((link) => [attribute(link, 'href'), attribute(link, 'rel'), textOf(link)])).toEqual([
      ['01-tables.html', 'prev', 'Previous section: Tables'],
      ['../index.html', undefined, 'Course: Databases'],
      ['03-groups.html', 'next', 'Next section: Groups'],
    ]);
  });

  it('is the same for the same deck, whatever the order of its labels', () => {
    const labels = Object.fromEntries(Object.entries(input.labels).reverse());
    expect(deckPage({ ...input, labels })).toBe(html);
  });
});

describe('printPage', () => {
  const printed = printPage({ ...input, audience: 'instructor' });

  it('has the slides and their addresses, without player, script and notes', () => {
    expect(byTag(printed, 'section')).toHaveLength(4);
    expect(
      elementsOf(printed)
        .filter((each) => attribute(each, 'class') === 'marpit')
        .map((each) => attribute(each, 'id')),
    ).toEqual(['joins', 'inner-join', 'übung', 'summary']);
    expect(byTag(printed, 'script')).toEqual([]);
    expect(printed).not.toMatch(/Ask who|lectern-/);
    expect(metaOf(printed, 'Content-Security-Policy')).not.toContain('script-src');
  });

  it('has pages of the size of a slide', () => {
    expect(printed).toContain('@page{size:1280px 720px;margin:0}');
  });
});

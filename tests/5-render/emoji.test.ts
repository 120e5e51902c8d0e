import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { loadPictures, withPictures } from '../../src/5-render/emoji.ts';
import { twemojiSet } from '../../src/io/emoji.ts';
import { emojiIn, withoutEmoji } from '../../src/model/emoji.ts';
import { attribute } from '../support/html.ts';
import { elementsIn, exactText } from '../support/slide-html.ts';
import { expectValue, workbench } from '../support/workbench.ts';

const set = twemojiSet(process.cwd());

/** The alternative texts of the pictures in a fragment, in a language. */
async function namesIn(html: string, language: string): Promise<readonly (readonly (string | undefined)[])[]> {
  const { pictures } = await loadPictures([html], language, set);
  return elementsIn(withPictures(html, pictures))
    .filter(({ tagName }) => tagName === 'img')
    .map((image) => [attribute(image, 'alt'), attribute(image, 'lang')]);
}

describe('emoji', () => {
  it('are found in texts as whole sequences, complete or not', () => {
    const whole = ['🤖', '👩‍💻', '🇩🇪', '1️⃣', '❤️', '👍🏽', '🏴󠁧󠁢󠁳󠁣󠁴󠁿', '🫪', '☝🏽', '❤‍🔥'];
    expect(emojiIn(whole.join(' a '))).toEqual(whole);
    const broken = ['🇩', '👩‍🍕', '🤖🏽', '🏽'];
    expect(emojiIn(broken.join(' a '))).toEqual(broken);
  });

  it('are not what is text by default, or asks to be text', () => {
    expect(emojiIn('© ™ 1 # ❤ ✓ → 1\ufe0f ⌚\ufe0e ❤\ufe0e')).toEqual([]);
  });

  it('can be left out of a title, unless it has nothing else', () => {
    expect(withoutEmoji('Robots 🤖 at 👩‍💻 work')).toBe('Robots at work');
    expect(withoutEmoji('🤖')).toBe('🤖');
  });

  it('become pictures in texts, and only there', async () => {
    const html = '<h2 title="🤖">A 🤖 &amp; 👩‍💻</h2><svg><text>🤖</text></svg><math><mtext>🤖</mtext></math>';
    const { pictures, missing } = await loadPictures([html], 'en', set);
    const pictured = withPictures(html, pictures);
    expect(missing).toEqual([]);
    expect(exactText(pictured)).toBe('A robot & woman technologist🤖🤖');
    const images = elementsIn(pictured).filter(({ tagName }) => tagName === 'img');
    expect(images).toHaveLength(2);
    for (const image of images) {
      const [, svg = ''] = /^data:image\/svg\+xml,(.*)$/.exec(attribute(image, 'src') ?? '') ?? [];
      expect(decodeURIComponent(svg)).toMatch(/^<svg xmlns='http:\/\/www.w3.org\/2000\/svg'[\s\S]*<\/svg>$/u);
    }
  });

  it('are called by their name in the language of the course, or in English, which is said', async () => {
    expect(await namesIn('<p>🤖</p>', 'en')).toEqual([['robot', undefined]]);
    expect(await namesIn('<p>🤖 🇩🇪</p>', 'de-AT')).toEqual([
      ['Roboter', undefined],
      ['Flagge: Deutschland', undefined],
    ]);
    expect(await namesIn('<p>❤️</p>', 'ar')).toEqual([['قلب أحمر', undefined]]);
    expect(await namesIn('<p>🤖</p>', 'zh-Hant')).toEqual([['機器人', undefined]]);
    expect(await namesIn('<p>🤖</p>', 'sw')).toEqual([['robot', 'en']]);
  });

  it('say nothing where they are decoration', async () => {
    const html =
      '<div class="emblem" aria-hidden="true">\n<p>🤖</p>\n</div><p><span class="icon" aria-hidden="true">🤖</span> 🤖</p>';
    expect(await namesIn(html, 'en')).toEqual([
      ['', undefined],
      ['', undefined],
      ['robot', undefined],
    ]);
  });

  it('leave a drawing whole that has decoration in it', async () => {
    const html = '<p>🤖</p><svg><g aria-hidden="true"><text>🤖</text></g><text>🤖</text></svg>';
    const { pictures } = await loadPictures([html], 'en', set);
    expect(withPictures(html, pictures)).toMatch(
      /^<p><img [^>]*><\/p><svg><g aria-hidden="true"><text>🤖.*🤖<\/text><\/svg>$/u,
    );
  });

  it('that do not exist have no picture', async () => {
    const html = '<p>🇩 🇽🇽 👩‍🍕 🤖🏽</p>';
    expect((await loadPictures([html], 'en', set)).missing).toEqual(['🇩', '🇽🇽', '👩‍🍕', '🤖🏽'].sort());
  });

  it('of Unicode 17 have a picture and a name', async () => {
    const all: Record<string, string> = JSON.parse(await readFile('dist/emoji-names/en.json', 'utf8'));
    const wanted = Object.keys(all).filter((sign) => emojiIn(sign)[0] === sign);
    const lacking: string[] = [];
    for (const sign of wanted) if ((await set.svg(sign)) === undefined) lacking.push(sign);
    // Parts of other emoji, which mean nothing by themselves.
    expect(lacking.sort()).toEqual(['🏻', '🏼', '🏽', '🏾', '🏿', '🦰', '🦱', '🦲', '🦳']);
    expect(wanted.length).toBeGreaterThan(3700);
  });

  it('are reported when the set has no picture of them, where they stand', async () => {
    const bench = await workbench();
    const lesson = JSON.stringify({
      title: 'L',
      sections: [{ title: 'S', slides: [{ layout: 'section', title: 'A 🤖' }] }],
    });
    const [deck] = expectValue(await bench.decks(lesson));
    const { render } = await import('../../src/5-render/index.ts');
    const none = { svg: async () => undefined, name: async () => undefined };
    const { value, diagnostics } = await render(expectValue(bench.expand(deck as never)), bench.engine, none);
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code, span }) => [code, lesson.slice(span?.start, span?.end)])).toEqual([
      ['emoji/unknown', '🤖'],
    ]);
  });
});

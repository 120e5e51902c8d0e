import { describe, expect, it } from 'vitest';
import { emojiIn, loadPictures, withPictures } from '../../src/5-render/emoji.ts';
import { twemojiSet } from '../../src/io/emoji.ts';
import { attribute } from '../support/html.ts';
import { elementsIn, exactText } from '../support/slide-html.ts';
import { expectValue, workbench } from '../support/workbench.ts';

const set = twemojiSet(process.cwd());

describe('emoji', () => {
  it('are found in texts, each once, as whole sequences', () => {
    expect(emojiIn('<p>🤖 a 👩‍💻 🤖</p><p>🇩🇪 1️⃣ ❤️ 👍🏽</p>')).toEqual(['🤖', '👩‍💻', '🇩🇪', '1️⃣', '❤️', '👍🏽']);
  });

  it('are not found where no picture can stand, nor in characters that are text by default', () => {
    expect(emojiIn('<svg><text>🤖</text></svg><math><mtext>🤖</mtext></math><p title="🤖">© ™ 1 # ❤ ✓ →</p>')).toEqual(
      [],
    );
  });

  it('become pictures that read as the same text', async () => {
    const html = '<h2>A 🤖 &amp; 👩‍💻</h2><svg><text>🤖</text></svg>';
    const { pictures, missing } = await loadPictures([html], set);
    const pictured = withPictures(html, pictures);
    expect(missing).toEqual([]);
    expect(exactText(pictured)).toBe('A 🤖 & 👩‍💻🤖');
    const images = elementsIn(pictured).filter(({ tagName }) => tagName === 'img');
    expect(images.map((image) => attribute(image, 'alt'))).toEqual(['🤖', '👩‍💻']);
    for (const image of images) {
      const [, svg = ''] = /^data:image\/svg\+xml,(.*)$/.exec(attribute(image, 'src') ?? '') ?? [];
      expect(decodeURIComponent(svg)).toMatch(/^<svg xmlns='http:\/\/www.w3.org\/2000\/svg'[\s\S]*<\/svg>$/u);
    }
  });

  it('are reported when the set has no picture of them, where they stand', async () => {
    const bench = await workbench();
    const lesson = JSON.stringify({
      title: 'L',
      sections: [{ title: 'S', slides: [{ layout: 'section', title: 'A 🤖' }] }],
    });
    const [deck] = expectValue(await bench.decks(lesson));
    const { render } = await import('../../src/5-render/index.ts');
    const none = { svg: async () => undefined };
    const { value, diagnostics } = await render(expectValue(bench.expand(deck as never)), bench.engine, none);
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code, span }) => [code, lesson.slice(span?.start, span?.end)])).toEqual([
      ['emoji/unknown', '"A 🤖"'],
    ]);
  });
});

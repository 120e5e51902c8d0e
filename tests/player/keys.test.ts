import { describe, expect, it } from 'vitest';
import { inBrowser, see } from '../support/deck-in-browser.ts';
import { ask, press } from '../support/open-deck.ts';

const { open } = inBrowser();

describe('keys', () => {
  it('show fragments one by one, then the next slide, and back', async () => {
    const page = await open();
    await press(page, 'ArrowRight');
    expect([await ask(page, see.current), await ask(page, see.shown)]).toEqual(['inner-join', 0]);
    await press(page, 'Space');
    expect(await ask(page, see.shown)).toBe(1);
    await press(page, 'PageDown', 'ArrowDown');
    expect(await ask(page, see.current)).toBe('übung');
    await press(page, 'ArrowLeft');
    expect([await ask(page, see.current), await ask(page, see.shown)]).toEqual(['inner-join', 2]);
    await page.keyboard.down('Shift');
    await press(page, 'Space');
    expect(await ask(page, see.shown)).toBe(1);
    await press(page, 'ArrowRight');
    await page.keyboard.up('Shift');
    expect([await ask(page, see.current), await ask(page, see.shown)]).toEqual(['übung', 0]);
  });

  it('go to the first and the last slide', async () => {
    const page = await open();
    await press(page, 'End');
    expect(await ask(page, see.place)).toBe('4 / 4');
    await press(page, 'Home');
    expect(await ask(page, see.place)).toBe('1 / 4');
  });

  it('go to a slide by number, and to the last one for a number beyond it', async () => {
    const page = await open();
    await press(page, 'g', '3');
    expect(await ask(page, `document.activeElement.value`)).toBe('3');
    await press(page, 'Enter');
    expect(await ask(page, see.current)).toBe('übung');
    await press(page, 'g', '9', '9', 'Enter');
    expect(await ask(page, see.current)).toBe('summary');
  });

  it('make the screen black until the next key', async () => {
    const page = await open();
    await press(page, 'b');
    expect(await ask(page, see.mode)).toBe('blank');
    expect(await ask(page, `getComputedStyle(document.elementFromPoint(640, 400)).backgroundColor`)).toBe(
      'rgb(0, 0, 0)',
    );
    await press(page, 'ArrowRight');
    expect([await ask(page, see.mode), await ask(page, see.current)]).toEqual(['slide', 'joins']);
  });

  it('are left to the browser with Ctrl, Alt or Meta, and to links and buttons that have the focus', async () => {
    const page = await open({}, { hash: '#summary' });
    await page.keyboard.down('Control');
    await press(page, 'b', 'ArrowLeft');
    await page.keyboard.up('Control');
    expect([await ask(page, see.mode), await ask(page, see.current)]).toEqual(['slide', 'summary']);
    await press(page, 'Tab');
    expect(await ask(page, `document.activeElement.id`)).toBe('back');
    await press(page, 'Enter');
    await expect.poll(() => ask(page, see.current)).toBe('inner-join');
  });

  it('turn the other way in a language that is written from right to left', async () => {
    const page = await open({ language: 'ar' });
    await press(page, 'ArrowLeft');
    expect(await ask(page, see.current)).toBe('inner-join');
  });

  it('are all explained in help, which Escape closes', async () => {
    const page = await open({ audience: 'instructor' });
    await press(page, '?');
    const help = String(await ask(page, `document.querySelector('dialog[open]').innerText`));
    for (const words of ['Next slide, skipping steps', 'Full screen', 'Black screen', 'Larger notes', 'Page Down'])
      expect(help).toContain(words);
    await press(page, 'Escape');
    expect([await ask(page, `document.querySelector('dialog[open]')`), await ask(page, see.mode)]).toEqual([
      null,
      'slide',
    ]);
  });
});

describe('the address', () => {
  it('follows the slides and the fragments', async () => {
    const page = await open();
    await press(page, 'ArrowRight', 'ArrowRight');
    expect(await ask(page, see.hash)).toBe('#inner-join/1');
    expect(await ask(page, `history.length`)).toBe(2);
  });

  it.each([
    ['#2/1', 'inner-join', 1],
    ['#inner-join/2', 'inner-join', 2],
    ['#%C3%BCbung', 'übung', 0],
    ['#99', 'summary', 0],
    ['#nowhere', 'joins', 0],
  ])('%s opens the deck at a slide', async (address, id, fragments) => {
    const page = await open({}, { hash: address });
    expect([await ask(page, see.current), await ask(page, see.shown)]).toEqual([id, fragments]);
    expect(await ask(page, `document.querySelector('.lectern-deck').scrollTop + scrollY`)).toBe(0);
  });

  it('leads to a slide when it is changed by hand', async () => {
    const page = await open();
    await ask(page, `location.hash = '#3/1'`);
    await page.waitForFunction(`${see.current} === 'übung'`);
    expect(await ask(page, see.shown)).toBe(1);
    await ask(page, `location.hash = 'back'`);
    await page.waitForFunction(`${see.current} === 'summary'`);
  });
});

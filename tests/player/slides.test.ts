import { describe, expect, it } from 'vitest';
import { inBrowser, see } from '../support/deck-in-browser.ts';
import { ask, press } from '../support/open-deck.ts';

const { open } = inBrowser();

describe('a slide', () => {
  it('is as large as the window allows, in the middle', async () => {
    const page = await open({}, { viewport: { width: 1000, height: 900 } });
    const box = await ask(
      page,
      `JSON.stringify(document.querySelector('[data-current] section').getBoundingClientRect())`,
    );
    const { x, y, width, height } = JSON.parse(String(box));
    expect([x, y, width, height].map((value) => Math.round(value * 2) / 2)).toEqual([0, 169, 1000, 562.5]);
  });

  it('is the only one that can be reached and is read out', async () => {
    const page = await open();
    expect(await ask(page, `document.querySelectorAll('.lectern-slide[inert]').length`)).toBe(3);
    const tree = JSON.stringify(await page.accessibility.snapshot({ interestingOnly: false }));
    expect(tree).toContain('How tables meet');
    expect(tree).not.toContain('Keeps rows that match');
  });

  it('is announced with its place, and so is a fragment', async () => {
    const page = await open();
    await press(page, 'ArrowRight');
    expect(await ask(page, see.said)).toBe('Slide 2 of 4: Inner join');
    await press(page, 'ArrowRight');
    expect(await ask(page, see.said)).toBe('Drops the others');
    await press(page, 'End');
    expect(await ask(page, see.said)).toBe('Slide 4 of 4');
  });

  it('after the last one shows the ways on', async () => {
    const page = await open({}, { hash: '#summary' });
    await press(page, 'ArrowRight');
    expect(await ask(page, `document.querySelector('.lectern-links').innerText`)).toContain('Next section: Groups');
    expect(await ask(page, see.said)).toBe('End of this section');
    await press(page, 'ArrowLeft');
    expect([await ask(page, see.mode), await ask(page, see.current)]).toEqual(['slide', 'übung']);
  });
});

describe('the overview', () => {
  it('shows every slide with its title, the current one in focus', async () => {
    const page = await open({}, { hash: '#inner-join' });
    await press(page, 'o');
    expect(
      await ask(page, `[...document.querySelectorAll('.lectern-tile')].map((e) => e.innerText.replace(/\\s+/g, ' '))`),
    ).toEqual(['1 Joins', '2 Inner join', '3 Exercise & <discussion>', '4']);
    expect(await ask(page, 'document.activeElement.textContent')).toBe('2 Inner join');
    expect(await ask(page, `document.querySelectorAll('.marpit[inert]').length`)).toBe(4);
  });

  it('is walked with arrows and left with Enter or Escape', async () => {
    const page = await open({}, { viewport: { width: 700, height: 800 } });
    await press(page, 'Escape', 'ArrowRight', 'ArrowDown');
    expect(await ask(page, `document.activeElement.innerText`)).toContain('4');
    await press(page, 'ArrowLeft', 'Enter');
    expect([await ask(page, see.mode), await ask(page, see.current)]).toEqual(['slide', 'übung']);
    await press(page, 'o', 'Home', 'Escape');
    expect([await ask(page, see.mode), await ask(page, see.current)]).toEqual(['slide', 'übung']);
  });

  it('opens the slide that is clicked, links on it notwithstanding', async () => {
    const page = await open();
    await press(page, 'o');
    await page.click('#summary');
    expect([await ask(page, see.mode), await ask(page, see.current)]).toEqual(['slide', 'summary']);
  });
});

describe('notes', () => {
  it('are not in the public copy, nor is anything that asks for them', async () => {
    const page = await open({}, { hash: '#1' });
    await press(page, 'p', 'p', '?');
    expect(await ask(page, `document.querySelectorAll('[class*="notes"]').length`)).toBe(0);
    expect(await ask(page, `document.querySelector('dialog').innerText`)).not.toContain('otes');
  });

  it('open beside the slide, follow it and change their size', async () => {
    const page = await open({ audience: 'instructor' });
    const text = `document.querySelector('.lectern-notes-panel').innerText`;
    await press(page, 'p');
    expect(await ask(page, text)).toContain('Ask who has written a join before.');
    expect(await ask(page, text)).toContain('Next: Inner join');
    const width = `document.querySelector('[data-current] section').getBoundingClientRect().right`;
    expect(Number(await ask(page, width))).toBeLessThanOrEqual(1280 * 0.7);
    const size = `getComputedStyle(document.querySelector('.lectern-notes-text')).fontSize`;
    const before = await ask(page, size);
    await press(page, 'End', '+');
    expect(await ask(page, text)).toContain('There are no notes for this slide.');
    expect(await ask(page, size)).not.toBe(before);
    await press(page, 'p');
    expect(await ask(page, `document.querySelector('.lectern-notes-panel').checkVisibility()`)).toBe(false);
  });
});

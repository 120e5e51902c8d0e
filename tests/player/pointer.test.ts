import { describe, expect, it } from 'vitest';
import { inBrowser, see } from '../support/deck-in-browser.ts';
import { ask, press } from '../support/open-deck.ts';

const { open } = inBrowser();

describe('pointer', () => {
  it('turns at the edges, not in the middle', async () => {
    const page = await open();
    await page.mouse.click(640, 300);
    expect(await ask(page, see.current)).toBe('joins');
    await page.mouse.click(1240, 300);
    expect(await ask(page, see.current)).toBe('inner-join');
    await page.mouse.click(40, 300);
    expect(await ask(page, see.current)).toBe('joins');
  });

  it('turns once for a roll of the wheel', async () => {
    const page = await open();
    await page.mouse.move(640, 300);
    for (let notch = 0; notch < 5; notch += 1) await page.mouse.wheel({ deltaY: 60 });
    await page.waitForFunction(`${see.current} === 'inner-join'`);
    expect(await ask(page, see.shown)).toBe(0);
    await new Promise((resolve) => setTimeout(resolve, 250));
    await page.mouse.wheel({ deltaY: -60 });
    await page.waitForFunction(`${see.current} === 'joins'`);
  });

  it('swipes and taps on a phone, with controls in reach and nothing wider than the screen', async () => {
    const page = await open({}, { viewport: { width: 390, height: 844, isMobile: true, hasTouch: true } });
    await page.touchscreen.touchStart(300, 400);
    await page.touchscreen.touchMove(120, 410);
    await page.touchscreen.touchEnd();
    expect(await ask(page, see.current)).toBe('inner-join');
    await page.touchscreen.tap(20, 420);
    await expect.poll(() => ask(page, see.current)).toBe('joins');
    expect(await ask(page, `document.documentElement.scrollWidth`)).toBe(390);
    const sizes = await ask(
      page,
      `[...document.querySelectorAll('.lectern-controls button')].map((e) => e.getBoundingClientRect())
      .map((box) => [box.width >= 44, box.height >= 44, box.left >= 0, box.right <= 390].every(Boolean))`,
    );
    expect(sizes).toEqual([true, true, true, true, true, true]);
  });
});

describe('controls', () => {
  it('can be reached by Tab, show the focus and keep it', async () => {
    const page = await open();
    await press(page, 'Tab');
    expect(await ask(page, `document.activeElement.getAttribute('aria-label')`)).toBe('Previous');
    await press(page, 'Tab', 'Tab', 'Enter');
    expect(await ask(page, `document.activeElement.getAttribute('aria-label')`)).toBe('Next');
    expect(await ask(page, see.current)).toBe('inner-join');
    expect(await ask(page, `getComputedStyle(document.activeElement).outlineStyle`)).toBe('solid');
  });

  it('let go of the focus after a click, so that Space goes on', async () => {
    const page = await open();
    await page.click('[aria-label="Next"]');
    await page.click('[aria-label="Keys"]');
    await press(page, 'Escape', 'Space');
    expect(await ask(page, see.shown)).toBe(1);
  });

  it('do not move for those who asked for less motion', async () => {
    const page = await open({}, { reducedMotion: true });
    const durations = `[...document.querySelectorAll('*')].flatMap((e) => [e, '::after'].map((p) => getComputedStyle(e, p === e ? null : p).transitionDuration))`;
    expect(new Set((await ask(page, durations)) as string[])).toEqual(new Set(['0s']));
  });
});

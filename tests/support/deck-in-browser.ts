import type { Browser, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { type DeckPageInput, deckPage } from '../../src/7-export/page.ts';
import { launchBrowser } from './browser.ts';
import { type Opening, type OpenPage, openPage } from './open-deck.ts';
import { bundlePlayer } from './player.ts';
import { sampleDeck } from './sample-deck.ts';

/** Opens pages in one browser, for a test file. */
export interface InBrowser {
  /** The sample deck with its player. */
  sample(): DeckPageInput;
  /** Opens the sample deck, with changes. */
  open(change?: Partial<DeckPageInput>, opening?: Partial<Opening>): Promise<Page>;
  /** Opens any page. */
  openFiles(opening: Opening): Promise<Page>;
}

/** Starts a browser before the tests of a file and ends it after them. After each test the page must be without fault. */
export function inBrowser(): InBrowser {
  let browser: Browser | undefined;
  let sample: DeckPageInput | undefined;
  let opened: OpenPage | undefined;
  beforeAll(async () => {
    [browser, sample] = await Promise.all([launchBrowser(), bundlePlayer().then(sampleDeck)]);
  }, 60_000);
  afterAll(() => browser?.close());
  afterEach(async () => {
    const faults = opened?.faults ?? [];
    await opened?.close();
    opened = undefined;
    expect(faults).toEqual([]);
  });
  const started = <T>(value: T | undefined): T => {
    if (value === undefined) throw new Error('Ask for pages within a test.');
    return value;
  };
  const openFiles = async (opening: Opening) => {
    opened = await openPage(started(browser), opening);
    return opened.page;
  };
  return {
    sample: () => started(sample),
    open: (change = {}, opening = {}) =>
      openFiles({ files: { 'index.html': deckPage({ ...started(sample), ...change }) }, ...opening }),
    openFiles,
  };
}

/** Expressions to ask a deck's page for. */
export const see = {
  /** The id of the slide that is shown. */
  current: `document.querySelector('[data-current]').id`,
  place: `document.querySelector('.lectern-counter').textContent`,
  hash: 'decodeURIComponent(location.hash)',
  mode: 'document.documentElement.dataset.mode',
  /** How many fragments of the slide can be seen. */
  shown: `[...document.querySelectorAll('[data-current] [data-marpit-fragment]')]
    .filter((element) => element.checkVisibility({ visibilityProperty: true })).length`,
  /** What a screen reader said last. */
  said: `document.querySelector('[role=status]').textContent`,
} as const;

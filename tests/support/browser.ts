import { type Browser, launch } from 'puppeteer-core';
import { lecternCacheFolder } from '../../src/io/browser/cache-folder.ts';
import { findBrowser } from '../../src/io/browser/find.ts';
import { withLibraries } from '../../src/io/browser/trial.ts';

/**
 * Starts the browser that a build would find, for tests that need all of a page: keys, touch, frames.
 * The caller closes it. Throws when there is none: a test that is skipped says nothing.
 */
export async function launchBrowser(): Promise<Browser> {
  const cache = lecternCacheFolder(process.env);
  const found = await findBrowser({ env: process.env, cacheDir: cache.kind === 'folder' ? cache.path : undefined });
  if (found.kind === 'none') throw new Error(found.reason);
  return launch({
    executablePath: found.path,
    headless: found.kind === 'headless-shell' ? 'shell' : true,
    env: withLibraries(process.env, found.libraryPath),
    // Chrome refuses its sandbox to root, and tests run as root in containers; the pages are our own.
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
}

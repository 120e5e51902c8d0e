/** The browser that these tests run in: the one of this machine, or one that is downloaded once. */
import { lecternCacheFolder } from '../../../src/io/browser/cache-folder.ts';
import { type FoundBrowser, findBrowser } from '../../../src/io/browser/find.ts';
import { installBrowser } from '../../../src/io/browser/install.ts';
import type { PrintJob } from '../../../src/model/ports.ts';

/** Finds the browser, or gets it. Throws when neither is possible: a skipped test would hide it. */
export async function realBrowser(): Promise<FoundBrowser> {
  const cache = lecternCacheFolder(process.env);
  if (cache.kind === 'none') throw new Error(cache.reason);
  const found = await findBrowser({ env: process.env, cacheDir: cache.path });
  if (found.kind !== 'none') return found;
  const installed = await installBrowser({ cacheDir: cache.path, env: process.env, log: console.error });
  if (installed.kind === 'failed') throw new Error(installed.reason);
  return installed;
}

/** A job of 1280 by 720 pixels. */
export function job(html: string): PrintJob {
  return { deck: 'a deck', html, widthPx: 1280, heightPx: 720 };
}

/** A document with these pages. */
export function pages(...contents: readonly string[]): string {
  const style = '@page{size:1280px 720px;margin:0}body{margin:0}section{height:720px;break-after:page}';
  const sections = contents.map((content) => `<section>${content}</section>`).join('');
  return `<!doctype html><html lang="en"><head><title>Pages</title><style>${style}</style></head><body>${sections}</body></html>`;
}

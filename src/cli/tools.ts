import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Templates } from '../4-expand/index.ts';
import { marpEngine } from '../5-render/index.ts';
import type { DeckTools } from '../build/build-deck.ts';
import { createBrowser } from '../io/browser/browser.ts';
import { lecternCacheFolder } from '../io/browser/cache-folder.ts';
import { findBrowser } from '../io/browser/find.ts';
import { twemojiSet } from '../io/emoji.ts';
import { packageFonts } from '../io/fonts.ts';
import type { Context } from './context.ts';

/** PDFs carry this date unless SOURCE_DATE_EPOCH says another, so that the same course gives the same bytes. */
const fixedDate = new Date('2000-01-01T00:00:00Z');

/** All that decks are made with, on this machine. */
export async function createTools(
  context: Context,
  options: { readonly browser?: string; readonly jobs: number },
): Promise<DeckTools> {
  const { env, packageRoot, root } = context;
  const read = (name: string) => readFile(join(packageRoot, 'dist', name), 'utf8');
  const cache = lecternCacheFolder(env);
  const cacheDir = cache.kind === 'folder' ? cache.path : undefined;
  return {
    templates: new Templates(),
    engine: marpEngine(),
    emoji: twemojiSet(packageRoot),
    fonts: packageFonts([root, packageRoot]),
    browser: createBrowser(() => findBrowser({ explicit: options.browser, env, cacheDir }), {
      jobs: options.jobs,
      env,
    }),
    player: { script: await read('player.js'), style: await read('player.css') },
    date: sourceDate(env),
  };
}

/** Source: reproducible-builds.org, SOURCE_DATE_EPOCH: seconds since 1970. */
function sourceDate(env: NodeJS.ProcessEnv): Date {
  const seconds = env.SOURCE_DATE_EPOCH;
  return seconds !== undefined && /^\d+$/.test(seconds) ? new Date(Number(seconds) * 1000) : fixedDate;
}

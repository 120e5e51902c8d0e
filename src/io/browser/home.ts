/** The temporary home that a browser process gets, so that it leaves nothing behind and sees nothing of the user's. */
import { copyFile, mkdir, mkdtemp, realpath, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FoundBrowser } from './find.ts';
import { withLibraries } from './trial.ts';

/** A folder for one browser process, and the environment that keeps it there. */
export interface BrowserHome {
  /** Holds all that the browser writes; owned by whoever asked for it. */
  readonly folder: string;
  readonly profile: string;
  readonly env: NodeJS.ProcessEnv;
}

/**
 * Makes a temporary home for one browser process.
 * Errors: throws when the temporary folder of the system cannot be written to.
 */
export async function makeHome(browser: FoundBrowser, env: NodeJS.ProcessEnv): Promise<BrowserHome> {
  const folder = await mkdtemp(join(await realpath(tmpdir()), 'lectern-browser-'));
  const profile = join(folder, 'profile');
  await mkdir(profile);
  const inherited = withLibraries(env, browser.libraryPath);
  // A full browser may be a wrapper that needs the real home folder, as snap's is.
  if (process.platform !== 'linux' || browser.kind === 'chrome') return { folder, profile, env: inherited };
  const fonts = await writeFonts(folder);
  return { folder, profile, env: { ...inherited, HOME: folder, TMPDIR: folder, FONTCONFIG_FILE: fonts } };
}

/**
 * Lets the headless shell see a single font, the same everywhere, instead of the system's. Decks bring their own fonts;
 * what none of them covers must not look right on one machine only. No font at all is not possible: without any,
 * Chromium 147 drops text even in embedded fonts, and crashes when it looks for a fallback.
 */
async function writeFonts(folder: string): Promise<string> {
  const fonts = join(folder, 'fonts');
  await mkdir(fonts);
  // Skia takes plain TrueType from fontconfig, no WOFF, and KaTeX is the dependency that has one.
  const font = createRequire(import.meta.url).resolve('katex/dist/fonts/KaTeX_Main-Regular.ttf');
  await copyFile(font, join(fonts, 'fallback.ttf'));
  const configuration = join(folder, 'fonts.conf');
  await writeFile(
    configuration,
    '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">\n' +
      // Fontconfig takes a relative cache folder from the working directory, whatever its prefix says.
      `<fontconfig><dir prefix="relative">fonts</dir><cachedir>${join(folder, 'cache')}</cachedir></fontconfig>\n`,
  );
  return configuration;
}

/** Finds the browser to print with. */
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { puppeteerCacheFolder } from './cache-folder.ts';
import { packagedShellIn, readPackagedShell } from './packaged-shell.ts';
import { headlessShellsIn } from './puppeteer-downloads.ts';
import { pathFolders, systemBrowserPaths } from './system-browsers.ts';
import { lookAt, tryBrowser, withLibraries } from './trial.ts';

/** Who or what led us to a browser. */
export type BrowserSource =
  | 'option'
  | 'LECTERN_BROWSER'
  | 'PUPPETEER_EXECUTABLE_PATH'
  | 'puppeteer-cache'
  | 'lectern-cache'
  | 'system';

/** A browser that this machine can run. */
export interface FoundBrowser {
  readonly kind: 'headless-shell' | 'chrome';
  /** The executable file. */
  readonly path: string;
  readonly source: BrowserSource;
  /** A folder with libraries that only the browser needs. */
  readonly libraryPath?: string;
}

/** No browser, and where we looked. */
export interface NoBrowser {
  readonly kind: 'none';
  /** A sentence for the reader. */
  readonly reason: string;
  /** In the order of looking; only places where something was expected. */
  readonly tried: readonly { readonly place: string; readonly reason: string }[];
}

/** What decides where to look. */
export interface FindOptions {
  /** The value of `--browser`. */
  readonly explicit?: string | undefined;
  readonly env: NodeJS.ProcessEnv;
  /** Lectern's own folder of downloads, if there is one. */
  readonly cacheDir?: string | undefined;
}

type Candidate = Omit<FoundBrowser, 'libraryPath'> & { readonly libraryPath?: string | undefined };

/**
 * Finds the browser to print with, the fastest first.
 * Order: the option, `LECTERN_BROWSER`, `PUPPETEER_EXECUTABLE_PATH`, the newest headless shell that Puppeteer keeps,
 * our own, those of the system. One that somebody named is used, or the answer says why it cannot be.
 * Errors: `none`; it does not throw.
 */
export async function findBrowser(options: FindOptions): Promise<FoundBrowser | NoBrowser> {
  const named = namedBrowser(options);
  if (named !== undefined) return await findNamed(named.source, named.value, options.env);
  const tried: { place: string; reason: string }[] = [];
  for await (const candidate of candidates(options)) {
    const trial = await tryBrowser(candidate.path, withLibraries(options.env, candidate.libraryPath));
    if (trial.kind === 'runs') return found(candidate);
    if (trial.kind === 'broken') tried.push({ place: candidate.path, reason: trial.reason });
  }
  return { kind: 'none', reason: 'There is no browser to print with.', tried };
}

function namedBrowser({ explicit, env }: FindOptions): { source: BrowserSource; value: string } | undefined {
  if (explicit) return { source: 'option', value: explicit };
  for (const source of ['LECTERN_BROWSER', 'PUPPETEER_EXECUTABLE_PATH'] as const) {
    const value = env[source];
    if (value) return { source, value };
  }
  return undefined;
}

async function findNamed(
  source: BrowserSource,
  value: string,
  env: NodeJS.ProcessEnv,
): Promise<FoundBrowser | NoBrowser> {
  // A name without a folder is a command, as on a command line.
  const isCommand = !/[/\\]/.test(value);
  const path = isCommand
    ? pathFolders(env)
        .map((folder) => join(folder, value))
        .find((file) => existsSync(file))
    : resolve(value);
  if (path === undefined) return unusable(source, value, 'There is no such command.');
  const trial = await lookAt(path);
  if (trial.kind === 'runs') {
    return found({
      kind: kindOf(path),
      path,
      source,
      libraryPath: (await readPackagedShell(dirname(path)))?.libraryPath,
    });
  }
  return unusable(source, value, trial.kind === 'missing' ? 'There is no such file.' : trial.reason);
}

function unusable(source: BrowserSource, value: string, reason: string): NoBrowser {
  const name = source === 'option' ? '--browser' : source;
  const sentence = `The browser that ${name} names, ${value}, cannot be used. ${reason}`;
  return { kind: 'none', reason: sentence, tried: [{ place: value, reason }] };
}

async function* candidates({ env, cacheDir }: FindOptions): AsyncGenerator<Candidate> {
  const puppeteer = puppeteerCacheFolder(env);
  for (const path of puppeteer === undefined ? [] : await headlessShellsIn(puppeteer)) {
    yield { kind: 'headless-shell', path, source: 'puppeteer-cache' };
  }
  const own = cacheDir === undefined ? undefined : await packagedShellIn(cacheDir);
  if (own !== undefined) yield { kind: 'headless-shell', source: 'lectern-cache', ...own };
  for (const path of systemBrowserPaths(env)) yield { kind: kindOf(path), path, source: 'system' };
}

function found({ libraryPath, ...browser }: Candidate): FoundBrowser {
  return libraryPath === undefined ? browser : { ...browser, libraryPath };
}

function kindOf(path: string): FoundBrowser['kind'] {
  return /headless[-_]shell/.test(path) ? 'headless-shell' : 'chrome';
}

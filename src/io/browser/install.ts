/** Gets a browser for a machine that has none. */
import { join } from 'node:path';
import { puppeteerCacheFolder } from './cache-folder.ts';
import type { FoundBrowser } from './find.ts';
import { puppeteerBuildId } from './launch.ts';
import {
  downloadPackage,
  hasPackagedShell,
  packagedShellFolder,
  packagedShellIn,
  readPackagedShell,
  unpackShell,
} from './packaged-shell.ts';
import { downloadHeadlessShell, headlessShellsIn, whyNotDownload } from './puppeteer-downloads.ts';
import { publish, withStaging } from './staging.ts';
import { tryBrowser, withLibraries } from './trial.ts';

/** What an installation needs. */
export interface InstallOptions {
  /** Lectern's own folder of downloads; made if it is not there. */
  readonly cacheDir: string;
  /** Takes one line for the reader at a time. */
  readonly log: (line: string) => void;
  readonly env: NodeJS.ProcessEnv;
}

/** No browser could be had; `reason` has a sentence or two for each way that was tried. */
export interface InstallFailed {
  readonly kind: 'failed';
  readonly reason: string;
}

/**
 * Gets a browser: Puppeteer's headless shell where its download works, else the one that an npm package carries.
 * Needs no rights beyond its folders and no library of the system; two runs at the same time do not disturb each other.
 * Errors: `failed`; it does not throw.
 */
export async function installBrowser(options: InstallOptions): Promise<FoundBrowser | InstallFailed> {
  const reasons: string[] = [];
  for (const get of [fromPuppeteer, fromPackage]) {
    try {
      const got = await get(options);
      if (typeof got !== 'string') return got;
      reasons.push(got);
    } catch (error) {
      reasons.push(
        `${messageOf(error)}.${isAboutWriting(error) ? ' Set LECTERN_CACHE_DIR to a folder that you may write to.' : ''}`,
      );
    }
    options.log(reasons.at(-1) ?? '');
  }
  return {
    kind: 'failed',
    reason: `${reasons.join(' ')} Install Chrome, Chromium or Edge, or let LECTERN_BROWSER name one.`,
  };
}

/** A string is the reason why there is none this way. */
type Attempt = FoundBrowser | string;

async function fromPuppeteer({ env, log }: InstallOptions): Promise<Attempt> {
  const folder = puppeteerCacheFolder(env);
  if (folder === undefined) return 'Puppeteer has no folder for browsers, because there is no home folder.';
  const buildId = await puppeteerBuildId();
  // One that is there and has been passed over lacks system libraries; a second copy would as well.
  if ((await headlessShellsIn(folder)).some((path) => path.includes(buildId)))
    return "Puppeteer's headless shell does not start here.";
  const obstacle = await whyNotDownload(buildId, env);
  if (obstacle !== undefined) return `Puppeteer's headless shell cannot be downloaded. ${obstacle}`;
  log(`Downloading Puppeteer's headless shell ${buildId} (about 110 MB).`);
  return await withStaging(folder, async (staging): Promise<Attempt> => {
    const shell = await downloadHeadlessShell(buildId, staging);
    const trial = await tryBrowser(join(staging, shell.executable), env);
    if (trial.kind !== 'runs')
      return `Puppeteer's headless shell does not start here. ${trial.kind === 'broken' ? trial.reason : ''}`;
    const path = join(folder, shell.executable);
    await publish(
      join(staging, shell.folder),
      join(folder, shell.folder),
      async () => (await tryBrowser(path, env)).kind === 'runs',
    );
    return { kind: 'headless-shell', path, source: 'puppeteer-cache' };
  });
}

async function fromPackage({ cacheDir, env, log }: InstallOptions): Promise<Attempt> {
  if (!hasPackagedShell()) return `No npm package carries a browser for ${process.platform} on ${process.arch}.`;
  log('Downloading a headless shell from the npm registry (about 70 MB).');
  const place = packagedShellFolder(cacheDir);
  const whyNotIn = async (folder: string): Promise<string | undefined> => {
    const shell = await readPackagedShell(folder);
    const trial = shell === undefined ? undefined : await tryBrowser(shell.path, withLibraries(env, shell.libraryPath));
    if (trial?.kind === 'runs') return undefined;
    return trial?.kind === 'broken' ? trial.reason : 'It is not complete.';
  };
  return await withStaging(join(cacheDir, 'browsers'), async (staging): Promise<Attempt> => {
    const unpacked = join(staging, 'unpacked');
    await unpackShell(await downloadPackage(staging, env), unpacked);
    const problem = await whyNotIn(unpacked);
    if (problem !== undefined) return `The headless shell of the npm package does not start here. ${problem}`;
    await publish(unpacked, place, async () => (await whyNotIn(place)) === undefined);
    const shell = await packagedShellIn(cacheDir);
    return shell === undefined
      ? 'The folder of the headless shell has gone.'
      : { kind: 'headless-shell', source: 'lectern-cache', ...shell };
  });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function isAboutWriting(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    ['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'ENOTDIR'].includes(String(error.code))
  );
}

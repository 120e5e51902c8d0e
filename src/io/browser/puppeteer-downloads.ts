/** The headless shells that Puppeteer keeps: which there are, and how to add one. */
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Hosts that do not answer in this time are taken as out of reach. */
const answerMs = 5000;

/**
 * Lists the headless shells that Puppeteer keeps in a folder.
 * Shape: paths of executables, newest first; empty when the folder is not there or cannot be read.
 */
export async function headlessShellsIn(folder: string): Promise<readonly string[]> {
  if (!existsSync(join(folder, 'chrome-headless-shell'))) return [];
  const { Browser, detectBrowserPlatform, getInstalledBrowsers } = await import('@puppeteer/browsers');
  const platform = detectBrowserPlatform();
  // Puppeteer's own comparator (2.13.2) throws for the four numbers of a Chrome version.
  const { compare } = new Intl.Collator('en', { numeric: true });
  try {
    return (await getInstalledBrowsers({ cacheDir: folder }))
      .filter((installed) => installed.browser === Browser.CHROMEHEADLESSSHELL && installed.platform === platform)
      .sort((a, b) => compare(b.buildId, a.buildId))
      .map((installed) => installed.executablePath);
  } catch {
    return [];
  }
}

/**
 * Says whether Puppeteer's headless shell can be downloaded from here.
 * Errors: the reason why not, within a few seconds; undefined when it can.
 */
export async function whyNotDownload(buildId: string, env: NodeJS.ProcessEnv): Promise<string | undefined> {
  const { Browser, detectBrowserPlatform, getDownloadUrl } = await import('@puppeteer/browsers');
  const platform = detectBrowserPlatform();
  if (platform === undefined) return `There is none for ${process.platform} on ${process.arch}.`;
  // Node's fetch knows no proxies, Puppeteer's download does.
  if (['HTTPS_PROXY', 'https_proxy', 'ALL_PROXY', 'all_proxy'].some((name) => env[name])) return undefined;
  const url = getDownloadUrl(Browser.CHROMEHEADLESSSHELL, platform, buildId);
  try {
    const response = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(answerMs) });
    return response.ok ? undefined : `${url.host} answers ${response.status}.`;
  } catch {
    return `${url.host} cannot be reached.`;
  }
}

/** A headless shell in a folder that is laid out as Puppeteer does it. */
export interface DownloadedShell {
  /** The folder of this version, relative to the folder of all. */
  readonly folder: string;
  /** The executable, relative to the folder of all. */
  readonly executable: string;
}

/**
 * Downloads and unpacks a headless shell.
 * Errors: throws when the download breaks off or the disk is full.
 */
export async function downloadHeadlessShell(buildId: string, into: string): Promise<DownloadedShell> {
  const { Browser, install } = await import('@puppeteer/browsers');
  const installed = await install({ browser: Browser.CHROMEHEADLESSSHELL, buildId, cacheDir: into });
  return { folder: relative(into, installed.path), executable: relative(into, installed.executablePath) };
}

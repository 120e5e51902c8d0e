import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lecternCacheFolder } from '../../../src/io/browser/cache-folder.ts';
import { findBrowser } from '../../../src/io/browser/find.ts';
import { packagedShellFolder } from '../../../src/io/browser/packaged-shell.ts';
import { systemBrowserPaths } from '../../../src/io/browser/system-browsers.ts';

let home: string;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'lectern-find-'));
});
afterEach(async () => {
  await rm(home, { recursive: true });
});

/** Writes a command that answers as a browser does, or as one that lacks a library. */
async function browserAt(path: string, does: 'works' | 'fails' = 'works'): Promise<string> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(
    path,
    does === 'works' ? '#!/bin/sh\necho Chromium 1\n' : '#!/bin/sh\necho no libnss3 >&2\nexit 127\n',
  );
  await chmod(path, 0o755);
  return path;
}

async function ownShell(cacheDir: string): Promise<string> {
  const folder = packagedShellFolder(cacheDir);
  const path = await browserAt(join(folder, 'chrome-headless-shell'));
  await writeFile(
    join(folder, 'browser.json'),
    JSON.stringify({ executable: 'chrome-headless-shell', libraryPath: 'lib' }),
  );
  return path;
}

const puppeteerShell = (version: string): string =>
  join(
    home,
    '.cache/puppeteer/chrome-headless-shell',
    `linux-${version}`,
    'chrome-headless-shell-linux64/chrome-headless-shell',
  );

describe('findBrowser', () => {
  it('takes the option before the environment', async () => {
    const option = await browserAt(join(home, 'option'));
    const env = { HOME: home, LECTERN_BROWSER: await browserAt(join(home, 'variable')) };
    expect(await findBrowser({ explicit: option, env })).toEqual({ kind: 'chrome', path: option, source: 'option' });
    expect(await findBrowser({ env })).toMatchObject({ source: 'LECTERN_BROWSER' });
  });

  it('takes LECTERN_BROWSER before PUPPETEER_EXECUTABLE_PATH', async () => {
    const path = await browserAt(join(home, 'chromium-headless-shell'));
    const env = { HOME: home, PUPPETEER_EXECUTABLE_PATH: path };
    expect(await findBrowser({ env })).toEqual({ kind: 'headless-shell', path, source: 'PUPPETEER_EXECUTABLE_PATH' });
    expect(await findBrowser({ env: { ...env, LECTERN_BROWSER: path } })).toMatchObject({ source: 'LECTERN_BROWSER' });
  });

  it('names an explicit browser that is missing, and looks no further', async () => {
    const env = {
      HOME: home,
      LECTERN_BROWSER: join(home, 'nothing'),
      PATH: dirname(await browserAt(join(home, 'bin/chromium'))),
    };
    const result = await findBrowser({ env });
    expect(result).toMatchObject({ kind: 'none', tried: [{ place: join(home, 'nothing') }] });
    expect(result).toHaveProperty('reason', expect.stringContaining('LECTERN_BROWSER'));
  });

  it('refuses an explicit browser that is a folder, or may not be run', async () => {
    expect(await findBrowser({ explicit: home, env: {} })).toMatchObject({ kind: 'none' });
    const path = await browserAt(join(home, 'browser'));
    await chmod(path, 0o644);
    expect(await findBrowser({ explicit: path, env: {} })).toMatchObject({ kind: 'none' });
  });

  it('looks a bare name up in PATH', async () => {
    const path = await browserAt(join(home, 'bin/my-chrome'));
    expect(await findBrowser({ explicit: 'my-chrome', env: { PATH: dirname(path) } })).toMatchObject({ path });
    expect(await findBrowser({ explicit: 'my-chrome', env: { PATH: home } })).toMatchObject({ kind: 'none' });
  });

  it("takes the newest of Puppeteer's headless shells before our own", async () => {
    const own = await ownShell(join(home, 'cache'));
    await browserAt(puppeteerShell('9.0.1.1'));
    const newest = await browserAt(puppeteerShell('148.0.1.1'));
    const options = { env: { HOME: home }, cacheDir: join(home, 'cache') };
    expect(await findBrowser(options)).toEqual({ kind: 'headless-shell', path: newest, source: 'puppeteer-cache' });
    await browserAt(newest, 'fails');
    await browserAt(puppeteerShell('9.0.1.1'), 'fails');
    expect(await findBrowser(options)).toEqual({
      kind: 'headless-shell',
      path: own,
      source: 'lectern-cache',
      libraryPath: join(dirname(own), 'lib'),
    });
  });

  it('looks where PUPPETEER_CACHE_DIR says', async () => {
    const path = await browserAt(puppeteerShell('148.0.1.1'));
    const env = { HOME: join(home, 'elsewhere'), PUPPETEER_CACHE_DIR: join(home, '.cache/puppeteer') };
    expect(await findBrowser({ env })).toMatchObject({ path, source: 'puppeteer-cache' });
  });

  it('knows the libraries of our own browser when it is named', async () => {
    const path = await ownShell(join(home, 'cache'));
    expect(await findBrowser({ explicit: path, env: {} })).toMatchObject({ libraryPath: join(dirname(path), 'lib') });
  });

  it('passes over installed commands that do not start, and says so', async () => {
    const stub = await browserAt(join(home, 'bin/google-chrome'), 'fails');
    const env = { HOME: home, PATH: dirname(stub) };
    const path = await browserAt(join(home, 'bin/chromium'));
    expect(await findBrowser({ env })).toEqual({ kind: 'chrome', path, source: 'system' });
    await rm(path);
    const result = await findBrowser({ env });
    // A machine may have a browser of its own.
    if (result.kind === 'none') expect(result.tried).toEqual([{ place: stub, reason: 'no libnss3' }]);
  });
});

describe('systemBrowserPaths', () => {
  it('prefers a headless shell, and ignores relative folders of PATH', () => {
    const paths = systemBrowserPaths({ PATH: '.:bin:/opt/bin' }, 'linux');
    expect(paths[0]).toBe('/opt/bin/chromium-headless-shell');
    expect(paths.every((path) => path.startsWith('/'))).toBe(true);
  });

  it('knows the places of macOS and Windows', () => {
    expect(systemBrowserPaths({}, 'darwin')).toContain('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome');
    expect(systemBrowserPaths({ PROGRAMFILES: 'C:\\Program Files' }, 'win32')).toContain(
      'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
    );
  });
});

describe('lecternCacheFolder', () => {
  it.each([
    [{ LECTERN_CACHE_DIR: '/a', XDG_CACHE_HOME: '/b', HOME: '/h' }, 'linux', '/a'],
    [{ XDG_CACHE_HOME: '/b', HOME: '/h' }, 'linux', '/b/lectern'],
    [{ HOME: '/h' }, 'linux', '/h/.cache/lectern'],
    [{ HOME: '/h' }, 'darwin', '/h/Library/Caches/lectern'],
    [{ LOCALAPPDATA: '/l' }, 'win32', '/l/lectern'],
  ] as const)('%j on %s is %s', (env, platform, path) => {
    expect(lecternCacheFolder(env, platform)).toEqual({ kind: 'folder', path });
  });
});

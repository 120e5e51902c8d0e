/** The folders in which browsers are kept between runs. */
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where a folder is, or why there is none. */
export type CacheFolder =
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'none'; readonly reason: string };

/**
 * Names the folder that Lectern keeps downloads in, which may not exist yet.
 * Order: `LECTERN_CACHE_DIR`, `XDG_CACHE_HOME`, the usual place of the platform.
 * Errors: `none` when nothing says where the home folder is.
 * Source: XDG Base Directory Specification, "Environment variables".
 */
export function lecternCacheFolder(env: NodeJS.ProcessEnv, platform: NodeJS.Platform = process.platform): CacheFolder {
  if (env.LECTERN_CACHE_DIR) return { kind: 'folder', path: env.LECTERN_CACHE_DIR };
  if (env.XDG_CACHE_HOME) return { kind: 'folder', path: join(env.XDG_CACHE_HOME, 'lectern') };
  if (platform === 'win32' && env.LOCALAPPDATA) return { kind: 'folder', path: join(env.LOCALAPPDATA, 'lectern') };
  const home = homeFolder(env, platform);
  if (home === undefined) {
    return {
      kind: 'none',
      reason: 'There is no home folder. Set LECTERN_CACHE_DIR to a folder that Lectern may write to.',
    };
  }
  if (platform === 'win32') return { kind: 'folder', path: join(home, 'AppData', 'Local', 'lectern') };
  if (platform === 'darwin') return { kind: 'folder', path: join(home, 'Library', 'Caches', 'lectern') };
  return { kind: 'folder', path: join(home, '.cache', 'lectern') };
}

/**
 * Names the folder that Puppeteer keeps browsers in; undefined without a home folder.
 * Source: Puppeteer's `Configuration.cacheDirectory`.
 */
export function puppeteerCacheFolder(
  env: NodeJS.ProcessEnv,
  platform: NodeJS.Platform = process.platform,
): string | undefined {
  if (env.PUPPETEER_CACHE_DIR) return env.PUPPETEER_CACHE_DIR;
  const home = homeFolder(env, platform);
  return home === undefined ? undefined : join(home, '.cache', 'puppeteer');
}

/** Names the home folder; undefined when neither the environment nor the system knows one. */
export function homeFolder(env: NodeJS.ProcessEnv, platform: NodeJS.Platform = process.platform): string | undefined {
  const named = platform === 'win32' ? env.USERPROFILE : env.HOME;
  if (named) return named;
  try {
    return homedir() || undefined;
  } catch {
    // Node throws for a user number without an account, as in many containers.
    return undefined;
  }
}

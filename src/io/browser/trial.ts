/** Says whether a file is a browser that this machine can run. */
import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';

/** Whether a browser starts here, and if not, why. */
export type Trial =
  | { readonly kind: 'runs' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'broken'; readonly reason: string };

/**
 * Looks for a file that may be run, without running it.
 * Errors: `missing` when there is no such file, `broken` when it may not be run.
 */
export async function lookAt(path: string): Promise<Trial> {
  try {
    if (!(await stat(path)).isFile()) return { kind: 'broken', reason: 'It is not a file.' };
  } catch {
    return { kind: 'missing' };
  }
  try {
    await access(path, constants.X_OK);
    return { kind: 'runs' };
  } catch {
    return { kind: 'broken', reason: 'It is not allowed to be run.' };
  }
}

/**
 * Asks a browser for its version, which shows whether its system libraries are there: 15 ms for a headless shell.
 * Distributions also install commands that only say how to get the real browser (Ubuntu's chromium-browser).
 * Errors: `missing` and `broken` as {@link lookAt}; `broken` with what the system said when it does not start.
 */
export async function tryBrowser(path: string, env: NodeJS.ProcessEnv): Promise<Trial> {
  const looked = await lookAt(path);
  // Chrome on Windows and macOS opens a window, or is slow to answer; neither lacks libraries.
  if (looked.kind !== 'runs' || process.platform !== 'linux') return looked;
  return await new Promise((resolve) => {
    execFile(path, ['--version'], { env, timeout: 10_000, killSignal: 'SIGKILL' }, (error, stdout, stderr) => {
      if (error === null && stdout.trim() !== '') resolve({ kind: 'runs' });
      else resolve({ kind: 'broken', reason: firstLine(stderr) ?? 'It does not answer when asked for its version.' });
    });
  });
}

/** Adds a folder in front of those in which a program looks for its libraries. */
export function withLibraries(env: NodeJS.ProcessEnv, libraryPath: string | undefined): NodeJS.ProcessEnv {
  if (libraryPath === undefined) return env;
  const before = env.LD_LIBRARY_PATH;
  return { ...env, LD_LIBRARY_PATH: before ? `${libraryPath}:${before}` : libraryPath };
}

function firstLine(text: string): string | undefined {
  return text
    .split('\n')
    .find((line) => line.trim() !== '')
    ?.trim();
}

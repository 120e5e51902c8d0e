/** Where operating systems keep installed browsers. */
import { posix, win32 } from 'node:path';

/** Commands on Linux, the fastest to start and print first. */
const linuxCommands = [
  'chromium-headless-shell',
  'chrome-headless-shell',
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
];

/** Folders that a bare environment, such as a service's, may leave out of PATH. */
const linuxFolders = ['/usr/bin', '/usr/local/bin', '/opt/google/chrome', '/usr/lib/chromium', '/snap/bin'];

const macApplications = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

const windowsPrograms = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * Lists the paths at which a browser may be installed.
 * Shape: absolute paths, best first, without duplicates; most of them do not exist. Cannot fail.
 */
export function systemBrowserPaths(
  env: NodeJS.ProcessEnv,
  platform: NodeJS.Platform = process.platform,
): readonly string[] {
  if (platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(isNamed);
    return unique(windowsPrograms.flatMap((program) => folders.map((folder) => win32.join(folder, program))));
  }
  if (platform === 'darwin') {
    const folders = ['/Applications', ...(env.HOME ? [posix.join(env.HOME, 'Applications')] : [])];
    return unique(macApplications.flatMap((program) => folders.map((folder) => posix.join(folder, program))));
  }
  const folders = [...pathFolders(env, platform), ...linuxFolders];
  return unique(linuxCommands.flatMap((command) => folders.map((folder) => posix.join(folder, command))));
}

/**
 * Lists the folders of PATH, in order.
 * Shape: only absolute ones, so that no file of the folder we happen to run in is started.
 */
export function pathFolders(env: NodeJS.ProcessEnv, platform: NodeJS.Platform = process.platform): readonly string[] {
  const { delimiter, isAbsolute } = platform === 'win32' ? win32 : posix;
  return (env.PATH ?? env.Path ?? '').split(delimiter).filter((folder) => isAbsolute(folder));
}

function isNamed(folder: string | undefined): folder is string {
  return folder !== undefined && folder !== '';
}

function unique(paths: readonly string[]): readonly string[] {
  return [...new Set(paths)];
}

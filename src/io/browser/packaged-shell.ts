/** The headless shell that an npm package carries, for machines that reach nothing but a package registry. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createReadStream, createWriteStream } from 'node:fs';
import { chmod, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import type { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip } from 'node:zlib';
import { homeFolder } from './cache-folder.ts';

/** Only its two archives are used, never its code or its flags, some of which switch web security off. */
const packageName = '@sparticuz/chromium';
const packageVersion = '147.0.0';

const descriptionFile = 'browser.json';
const executableName = 'chrome-headless-shell';
const libraryFolder = 'lib';

/** A headless shell with its own libraries. */
export interface PackagedShell {
  readonly path: string;
  readonly libraryPath: string;
}

/** Says whether the package has a browser for this machine. */
export function hasPackagedShell(): boolean {
  return process.platform === 'linux' && process.arch === 'x64';
}

/** The folder, in our folder of downloads, for the version that this Lectern uses. */
export function packagedShellFolder(cacheDir: string): string {
  return join(cacheDir, 'browsers', `headless-shell-${packageVersion}`);
}

/** Finds the unpacked package in our folder of downloads; undefined when it is not there. Cannot fail. */
export async function packagedShellIn(cacheDir: string): Promise<PackagedShell | undefined> {
  return await readPackagedShell(packagedShellFolder(cacheDir));
}

/** Reads what {@link unpackShell} wrote; undefined when the folder is not one of its. Cannot fail. */
export async function readPackagedShell(folder: string): Promise<PackagedShell | undefined> {
  try {
    const description: unknown = JSON.parse(await readFile(join(folder, descriptionFile), 'utf8'));
    if (!isDescription(description)) return undefined;
    return { path: join(folder, description.executable), libraryPath: join(folder, description.libraryPath) };
  } catch {
    return undefined;
  }
}

/**
 * Gets the package with the npm client, which knows the user's registry and proxy and checks the content.
 * Shape: the path of the archive, in `folder`. Errors: throws with what npm said.
 */
export async function downloadPackage(folder: string, env: NodeJS.ProcessEnv): Promise<string> {
  const npm = spawn(
    'npm',
    [
      'pack',
      `${packageName}@${packageVersion}`,
      '--pack-destination',
      folder,
      '--ignore-scripts',
      '--loglevel=error',
      // One failed attempt is repeated after a second, not after npm's ten.
      '--fetch-retries=1',
      '--fetch-retry-mintimeout=1000',
    ],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: {
        ...env,
        // npm is beside node, even where PATH does not say so.
        PATH: `${env.PATH ?? ''}${delimiter}${dirname(process.execPath)}`,
        // 68 MB that nobody asks for again, and the home folder may not be writable.
        npm_config_cache: join(folder, 'npm'),
        npm_config_update_notifier: 'false',
        // npm does not start without any home folder.
        ...(homeFolder(env) === undefined ? { HOME: folder } : {}),
      },
    },
  );
  await succeeded(npm, 'npm');
  const archive = (await readdir(folder)).find((name) => name.endsWith('.tgz'));
  if (archive === undefined) throw new Error('npm pack wrote no archive');
  return join(folder, archive);
}

/**
 * Unpacks the archive of the package into a folder that can be moved afterwards.
 * Its swiftshader is left out, because nothing printed needs a GPU, and its fonts, because nothing may use them.
 * Errors: throws when the disk is full or the archive is not what it should be.
 */
export async function unpackShell(archive: string, folder: string): Promise<void> {
  const packed = join(folder, 'packed');
  await mkdir(packed, { recursive: true });
  const members = ['package/bin/chromium.br', 'package/bin/al2023.tar.br'];
  await untar(archive, createGunzip(), packed, ['--strip-components=2', ...members]);
  const shell = join(folder, executableName);
  await Promise.all([
    pipeline(createReadStream(join(packed, 'chromium.br')), createBrotliDecompress(), createWriteStream(shell)),
    // Its only folder is called lib.
    untar(join(packed, 'al2023.tar.br'), createBrotliDecompress(), folder, [libraryFolder]),
  ]);
  await chmod(shell, 0o755);
  await rm(packed, { recursive: true });
  const description = {
    package: packageName,
    version: packageVersion,
    executable: executableName,
    libraryPath: libraryFolder,
  };
  await writeFile(join(folder, descriptionFile), `${JSON.stringify(description)}\n`);
}

/** Uses the system's tar, an essential package of Debian, but not its gzip and brotli, which may be missing. */
async function untar(archive: string, decompress: Transform, folder: string, args: readonly string[]): Promise<void> {
  const tar = spawn('tar', ['-x', '-f', '-', '--no-same-owner', '-C', folder, ...args], {
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  // tar leaves at the end mark, before the end of its input, and complains about an archive that breaks off.
  const fed = pipeline(createReadStream(archive), decompress, tar.stdin).catch(() => {});
  await Promise.all([succeeded(tar, 'tar'), fed]);
}

async function succeeded(child: ChildProcess, name: string): Promise<void> {
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const code = await new Promise((resolve) => child.on('error', () => resolve(undefined)).on('close', resolve));
  if (code === undefined) throw new Error(`The command ${name} cannot be started`);
  if (code !== 0) throw new Error(`${name} failed: ${essence(said) ?? `exit code ${code}`}`);
}

/** The one line that tells what happened; npm puts numbers before it and a stack after it. */
function essence(said: string): string | undefined {
  const lines = said.split('\n').map((line) => line.replace(/^npm error\s*/, ''));
  return lines.find((line) => line !== '' && !/^(npm warn|code|errno|syscall)\b/.test(line));
}

function isDescription(value: unknown): value is { executable: string; libraryPath: string } {
  if (typeof value !== 'object' || value === null || !('executable' in value) || !('libraryPath' in value))
    return false;
  return typeof value.executable === 'string' && typeof value.libraryPath === 'string';
}

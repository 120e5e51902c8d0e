import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { packagedShellIn, readPackagedShell, unpackShell } from '../../../src/io/browser/packaged-shell.ts';
import { tryBrowser, withLibraries } from '../../../src/io/browser/trial.ts';

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'lectern-package-'));
});
afterEach(() => rm(root, { recursive: true }));

/** An archive with the layout of the real one, whose browser is a script. */
async function archive(): Promise<string> {
  const bin = join(root, 'package', 'bin');
  await mkdir(join(bin, 'lib'), { recursive: true });
  await writeFile(join(bin, 'lib', 'libexample.so'), 'library');
  execFileSync('tar', ['-cf', join(bin, 'libraries.tar'), '-C', bin, 'lib']);
  await writeFile(join(bin, 'al2023.tar.br'), brotliCompressSync(await readFile(join(bin, 'libraries.tar'))));
  await writeFile(join(bin, 'chromium.br'), brotliCompressSync('#!/bin/sh\necho Chromium at $LD_LIBRARY_PATH\n'));
  await writeFile(join(bin, 'swiftshader.tar.br'), 'not needed');
  const path = join(root, 'package.tgz');
  execFileSync('tar', ['-czf', path, '-C', root, 'package']);
  return path;
}

describe.runIf(process.platform === 'linux')('unpackShell', () => {
  it('makes a browser that runs, with its libraries and nothing else', async () => {
    const folder = join(root, 'unpacked');
    await unpackShell(await archive(), folder);
    expect((await readdir(folder)).sort()).toEqual(['browser.json', 'chrome-headless-shell', 'lib']);
    expect(await readdir(join(folder, 'lib'))).toEqual(['libexample.so']);
    const shell = await readPackagedShell(folder);
    expect(shell).toEqual({ path: join(folder, 'chrome-headless-shell'), libraryPath: join(folder, 'lib') });
    expect(await tryBrowser(shell?.path ?? '', withLibraries(process.env, shell?.libraryPath))).toEqual({
      kind: 'runs',
    });
  });

  it('refuses an archive that breaks off', async () => {
    const path = await archive();
    await truncate(path, 100);
    await expect(unpackShell(path, join(root, 'unpacked'))).rejects.toThrow('tar failed');
  });
});

describe('packagedShellIn', () => {
  it('finds nothing in a folder that is not there, or not ours', async () => {
    expect(await packagedShellIn(join(root, 'nothing'))).toBeUndefined();
    await writeFile(join(root, 'browser.json'), '{"executable": 1}');
    expect(await readPackagedShell(root)).toBeUndefined();
  });
});

describe('withLibraries', () => {
  it('puts the libraries of the browser before those of the user', () => {
    expect(withLibraries({ LD_LIBRARY_PATH: '/user' }, '/own').LD_LIBRARY_PATH).toBe('/own:/user');
    expect(withLibraries({ HOME: '/h' }, undefined)).toEqual({ HOME: '/h' });
  });
});

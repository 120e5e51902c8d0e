import { spawn } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FoundBrowser } from '../../../src/io/browser/find.ts';
import { eventually, groupsIn, processesOf } from './processes.ts';
import { realBrowser } from './real-browser.ts';

/** Beside the packages, which the bundled program imports. */
const cache = new URL('../../../node_modules/.cache/', import.meta.url).pathname;
const program = join(cache, `lectern-prints-forever-${process.pid}.mjs`);
let found: FoundBrowser;

beforeAll(async () => {
  found = await realBrowser();
  await build({
    entryPoints: [join(import.meta.dirname, 'prints-forever.ts')],
    outfile: program,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
  });
});
afterAll(() => rm(program, { force: true }));

describe.runIf(process.platform === 'linux')('a program that is ended while it prints', () => {
  it.each([
    ['by SIGINT', 'SIGINT', []],
    ['by SIGTERM', 'SIGTERM', []],
    ['by SIGHUP', 'SIGHUP', []],
    ['by an exception', 'SIGUSR2', []],
    // Nothing can be done before this one, so a folder stays.
    ['by SIGKILL', 'SIGKILL', [expect.stringContaining('lectern-browser-')]],
  ] as const)('%s leaves no browser behind', async (_, signal, left) => {
    const temporary = await mkdtemp(join(tmpdir(), 'lectern-shutdown-'));
    const child = spawn(process.execPath, [program, JSON.stringify(found)], {
      env: { ...process.env, TMPDIR: temporary },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    await new Promise((resolve) => child.stdout.once('data', resolve));
    const groups = groupsIn(temporary);
    expect(processesOf(groups).length).toBeGreaterThan(1);
    child.kill(signal);
    await ended;
    await eventually(() => processesOf(groups).length === 0);
    expect(await readdir(temporary)).toEqual(left);
    await rm(temporary, { recursive: true });
  });
});

import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createBrowser } from '../../../src/io/browser/browser.ts';
import type { FoundBrowser } from '../../../src/io/browser/find.ts';
import type { Browser } from '../../../src/model/ports.ts';
import { readPdf } from './pdf.ts';
import { eventually, groupsIn, processesOf } from './processes.ts';
import { job, pages, realBrowser } from './real-browser.ts';

/** A document whose drawing never ends: each group uses the one before it sixteen times. */
const endless = `<svg>${Array.from({ length: 9 }, (_, level) => {
  const inside = level === 0 ? '<rect width="1" height="1"/>' : `<use href="#g${level - 1}"/>`.repeat(16);
  return `<g id="g${level}">${inside}</g>`;
}).join('')}</svg>`;

let found: FoundBrowser;
let browser: Browser;
/** Every browser of this file has its folder in here. */
let temporary: string;
const before = process.env.TMPDIR;

beforeAll(async () => {
  found = await realBrowser();
  temporary = await mkdtemp(join(tmpdir(), 'lectern-recovery-'));
  process.env.TMPDIR = temporary;
});
afterEach(() => browser.close());
afterAll(async () => {
  if (before === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = before;
  await rm(temporary, { recursive: true, force: true });
});

async function start(timeoutMs = 60_000): Promise<void> {
  browser = createBrowser(async () => found, { env: process.env, timeoutMs });
  await textOf('Warm');
}

async function textOf(content: string): Promise<string> {
  const printed = await browser.print(job(pages(content)));
  return printed.kind === 'printed' ? (await readPdf(printed.pdf)).text : JSON.stringify(printed);
}

/** Sends a signal to the processes of a kind; the first process has no `--type`. */
function signal(name: NodeJS.Signals, type: string | undefined): void {
  const chosen = processesOf(groupsIn(temporary)).filter(({ command }) => / --type=(\S+)/.exec(command)?.[1] === type);
  expect(chosen).not.toEqual([]);
  for (const { pid } of chosen) process.kill(pid, name);
}

describe.runIf(process.platform === 'linux')('a browser that breaks', () => {
  it('is replaced when it is killed in the middle, and every document is printed', async () => {
    await start();
    const many = Array.from({ length: 6 }, (_, index) => textOf(`Document${index}`));
    signal('SIGKILL', undefined);
    expect(await Promise.all(many)).toEqual(Array.from({ length: 6 }, (_, index) => `Document${index}`));
  });

  it('is replaced when only a page crashes', async () => {
    await start();
    const text = textOf('After the crash');
    signal('SIGKILL', 'renderer');
    expect(await text).toBe('After the crash');
  });

  it('is replaced when it hangs', async () => {
    await start(2000);
    signal('SIGSTOP', undefined);
    expect(await textOf('After the hang')).toBe('After the hang');
  });

  it('reports a document that hangs, and prints those beside it', async () => {
    await start(2000);
    const [printed, ...texts] = await Promise.all([browser.print(job(endless)), textOf('Beside'), textOf('Behind')]);
    expect(printed.kind).toBe('failed');
    expect(texts).toEqual(['Beside', 'Behind']);
  });

  it('leaves no process and no folder behind', async () => {
    await start();
    const groups = groupsIn(temporary);
    expect(processesOf(groups).length).toBeGreaterThan(1);
    const printing = [textOf('One'), textOf('Two'), textOf('Three')];
    await browser.close();
    await eventually(() => processesOf(groups).length === 0);
    expect(await readdir(temporary)).toEqual([]);
    for (const text of await Promise.all(printing)) expect(text).toContain('no-browser');
    expect(await readdir(temporary)).toEqual([]);
  });
});

describe('without a browser', () => {
  it('says so', async () => {
    browser = createBrowser(async () => ({ kind: 'none', reason: 'There is none.', tried: [] }), { env: {} });
    browser.warmUp();
    expect(await browser.print(job(''))).toEqual({ kind: 'no-browser', reason: 'There is none.' });
  });

  it('tells why one does not start', async () => {
    browser = createBrowser(async () => ({ kind: 'chrome', path: process.execPath, source: 'option' }), {
      env: process.env,
    });
    const printed = await browser.print(job(''));
    expect(printed).toMatchObject({ kind: 'no-browser', reason: expect.stringContaining(process.execPath) });
  });
});

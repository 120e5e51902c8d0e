import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Frame, Page, Viewport } from 'puppeteer-core';

/** A page in the browser with everything that went wrong in it. */
export interface OpenPage {
  readonly page: Page;
  /** Console errors, exceptions, violations of the content security policy, and requests beyond the page itself. */
  readonly faults: readonly string[];
  close(): Promise<void>;
}

/** Where and how a page is opened. Files are written beside each other; `index.html` is the one that is opened. */
export interface Opening {
  readonly files: Readonly<Record<string, string>>;
  readonly hash?: string;
  readonly viewport?: Viewport;
  readonly script?: boolean;
  readonly reducedMotion?: boolean;
}

/** Opens a page from a file, as a student would. */
export async function openPage(browser: Browser, opening: Opening): Promise<OpenPage> {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-'));
  for (const [name, text] of Object.entries(opening.files)) writeFileSync(join(folder, name), text);
  const page = await browser.newPage();
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warn') faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('request', (request) => {
    const own = Object.keys(opening.files).some((name) => new URL(request.url()).pathname.endsWith(`/${name}`));
    if (!own && !/^(data|about):/.test(request.url())) faults.push(`request for ${request.url()}`);
  });
  await page.setViewport(opening.viewport ?? { width: 1280, height: 800 });
  await page.setJavaScriptEnabled(opening.script ?? true);
  if (opening.reducedMotion) await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  await page.goto(`${pathToFileURL(join(folder, 'index.html'))}${opening.hash ?? ''}`);
  return {
    page,
    faults,
    close: async () => {
      await page.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** The value of an expression in the page. */
export function ask(frame: Page | Frame, expression: string): Promise<unknown> {
  return frame.evaluate(expression);
}

/** Presses keys one after the other. */
export async function press(page: Page, ...keys: readonly Parameters<Page['keyboard']['press']>[0][]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

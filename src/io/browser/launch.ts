/** Starts browsers and opens pages in them. Nothing else knows Puppeteer. */
import { setTimeout as delay } from 'node:timers/promises';
import type { CDPSession } from 'puppeteer-core';
import type { FoundBrowser } from './find.ts';
import { type BrowserHome, makeHome } from './home.ts';
import { type BrowserProcess, startProcess } from './process.ts';

/** Speaks the Chrome DevTools Protocol with one page. Source: https://chromedevtools.github.io/devtools-protocol/ */
export type Devtools = CDPSession;

/** A page of a running browser. */
export interface Page {
  readonly devtools: Devtools;
  /** Settles when the process that draws the page crashes. */
  readonly crashed: Promise<void>;
  close(): Promise<void>;
}

/** A running browser. */
export interface RunningBrowser {
  readonly kind: 'running';
  /** Settles when the browser has ended, for whatever reason. */
  readonly ended: Promise<void>;
  openPage(): Promise<Page>;
  /** Kills the browser with all of its processes and removes its temporary folder. Cannot fail. */
  end(): void;
}

/** The browser does not start; `reason` is a sentence for the reader. */
export interface NotStarted {
  readonly kind: 'not-started';
  readonly reason: string;
}

/** A browser that takes longer does not start at all; on a busy machine a second is common. */
const startMs = 30_000;

/** What has to do with speed or quiet is from Puppeteer's `defaultArgs`, of 24.43. */
const flags = [
  // No GPU: the same pixels on every machine, and no search for one.
  '--disable-gpu',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  '--force-device-scale-factor=1',
  '--hide-scrollbars',
  '--lang=en-US',
  // Behind the blocking in each page, for what is asked without a request, such as a preconnect.
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--metrics-recording-only',
  '--disable-features=Translate,MediaRouter,OptimizationHints',
  // The shared memory of a container is often too small for large images.
  '--disable-dev-shm-usage',
  '--disable-renderer-backgrounding',
  '--disable-background-timer-throttling',
  '--disable-breakpad',
  '--disable-crash-reporter',
  '--disable-default-apps',
  '--disable-extensions',
  '--mute-audio',
  '--no-default-browser-check',
  '--no-first-run',
  // Do not ask the user's key ring for a key.
  '--password-store=basic',
  '--use-mock-keychain',
];

/**
 * Starts a browser. Its sandbox is on, except for root, who cannot have one.
 * Errors: `not-started`; it does not throw. `LECTERN_NO_SANDBOX=1` in `env` is the way out where the sandbox is not possible.
 */
export async function launchBrowser(found: FoundBrowser, env: NodeJS.ProcessEnv): Promise<RunningBrowser | NotStarted> {
  let home: BrowserHome;
  try {
    home = await makeHome(found, env);
  } catch (error) {
    return { kind: 'not-started', reason: `The temporary folder of the system cannot be used: ${messageOf(error)}` };
  }
  const unsafe = process.getuid?.() === 0 || env.LECTERN_NO_SANDBOX === '1';
  const mode = found.kind === 'headless-shell' ? '--headless' : '--headless=new';
  const args = [mode, ...flags, ...(unsafe ? ['--no-sandbox'] : []), `--user-data-dir=${home.profile}`, 'about:blank'];
  const browser = startProcess(found.path, args, home.env, home.folder);
  try {
    const connected = await Promise.race([connect(browser), browser.ended, delay(startMs, undefined, { ref: false })]);
    if (connected !== undefined) return connected;
  } catch {
    // The connection breaks just before the process ends.
    await Promise.race([browser.ended, delay(1000, undefined, { ref: false })]);
  }
  browser.end();
  return { kind: 'not-started', reason: explain(browser.said(), found) };
}

async function connect(browser: BrowserProcess): Promise<RunningBrowser> {
  // The browser is starting while this is being read.
  const { default: puppeteer } = await import('puppeteer-core');
  const connection = await puppeteer.connect({
    transport: browser.channel,
    defaultViewport: null,
    // Chrome would send every embedded font and image back to us as the URL of a request.
    networkEnabled: false,
    issuesEnabled: false,
  });
  // The tab that every browser starts with is as good as a new one.
  let first = (await connection.pages())[0];
  return {
    kind: 'running',
    ended: browser.ended,
    async openPage() {
      const page = first ?? (await connection.newPage());
      first = undefined;
      const crashed = new Promise<void>((resolve) => page.once('error', () => resolve()));
      return { devtools: await page.createCDPSession(), crashed, close: () => page.close() };
    },
    end: () => browser.end(),
  };
}

/** The version of Chrome's headless shell that the installed Puppeteer is made for. Cannot fail. */
export async function puppeteerBuildId(): Promise<string> {
  // Exported, but marked internal in 24.43 and therefore left out of its types.
  const { PUPPETEER_REVISIONS } = (await import('puppeteer-core')) as unknown as {
    PUPPETEER_REVISIONS: { readonly 'chrome-headless-shell': string };
  };
  return PUPPETEER_REVISIONS['chrome-headless-shell'];
}

function explain(said: string, found: FoundBrowser): string {
  const browser = `The browser ${found.path} does not start`;
  if (/usable sandbox|to new namespace|credentials\.cc/i.test(said)) {
    return (
      `${browser}, because this system does not let it have a sandbox. Allow unprivileged user namespaces, ` +
      'or set LECTERN_NO_SANDBOX=1 if you trust all the content that you build.'
    );
  }
  const library = /error while loading shared libraries: ([^:\s]+)/.exec(said)?.[1];
  if (library !== undefined) return `${browser}, because the system library ${library} is missing.`;
  return `${browser}. ${said.split('\n').at(-1) || 'It does not say why.'}`;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

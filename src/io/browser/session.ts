/** One browser process with its kept pages. */
import type { Page, RunningBrowser } from './launch.ts';
import { makePrintPage, type PrintPage } from './print-page.ts';

/** A page keeps about 0.36 MB of every document, so it is given up after this many. */
const documentsPerPage = 100;

/** The page crashed or hung, or the browser ended under it. `lost` is a sentence for the reader. */
export interface Lost {
  readonly lost: string;
}

/** What is done with one document in a page: printing it, or taking a picture. */
export type Work<Result extends { kind: string }> = (page: PrintPage) => Promise<Result>;

/** A browser that shows documents until it is ended or one of them breaks it. */
export interface Session {
  /** False once the browser has ended. */
  isAlive(): boolean;
  /** Opens a page ahead of the first document. Cannot fail. */
  warmUp(): void;
  /**
   * Works on a document; may be called again before the last one is done, which opens another page.
   * Errors: those of the work, and `lost`, after which the whole browser has ended.
   */
  run<Result extends { kind: string }>(work: Work<Result>): Promise<Result | Lost>;
  end(): void;
}

interface KeptPage {
  readonly page: Page;
  readonly printing: PrintPage;
  documents: number;
}

/** Makes a session of a running browser, which it owns from then on. `timeoutMs` limits each document. */
export function createSession(browser: RunningBrowser, timeoutMs: number): Session {
  const idle: Promise<KeptPage>[] = [];
  // Documents wait here, not on promises that live as long as the browser and would keep every PDF until its end.
  const printing = new Set<(reason: string) => void>();
  let alive = true;
  void browser.ended.then(() => breakOff(endedReason));

  function end(): void {
    alive = false;
    browser.end();
  }

  /** Which document is to blame is found out by printing each one alone. */
  function breakOff(reason: string): void {
    end();
    for (const lose of [...printing]) lose(reason);
  }

  async function openPage(): Promise<KeptPage> {
    const page = await browser.openPage();
    void page.crashed.then(() => breakOff('The page crashed.'));
    return { page, printing: await makePrintPage(page.devtools), documents: 0 };
  }

  async function runInPage<Result extends { kind: string }>(work: Work<Result>): Promise<Result> {
    const kept = await (idle.pop() ?? openPage());
    const result = await work(kept.printing);
    kept.documents += 1;
    // What a document asked for may be reported late, and must not be held against the next.
    if (result.kind !== 'blocked' && kept.documents < documentsPerPage) idle.push(Promise.resolve(kept));
    // Nobody waits for it, and a browser that ends meanwhile closes it as well.
    else void kept.page.close().catch(() => {});
    return result;
  }

  return {
    isAlive: () => alive,
    warmUp() {
      const page = openPage();
      // A failure comes up again with the first document.
      page.catch(() => {});
      idle.push(page);
    },
    run: <Result extends { kind: string }>(work: Work<Result>) =>
      new Promise<Result | Lost>((resolve) => {
        const finish = (outcome: Result | Lost) => {
          clearTimeout(timer);
          printing.delete(lose);
          resolve(outcome);
        };
        const lose = (reason: string) => finish({ lost: reason });
        printing.add(lose);
        const timer = setTimeout(
          () => breakOff(`The page was not ready after ${timeoutMs / 1000} seconds.`),
          timeoutMs,
        );
        runInPage(work).then(finish, (error: unknown) => breakOff(explain(error)));
      }),
    end,
  };
}

const endedReason = 'The browser ended while it printed.';

/** When the browser ends, its connection may break before we hear of the end. */
function explain(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return /closed/i.test(message) ? endedReason : `The browser reports: ${message}`;
}

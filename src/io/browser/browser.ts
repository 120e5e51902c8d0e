/** The `Browser` port: one shared browser process, kept pages, and a second try for documents that lose theirs. */
import type { Browser, NotShown } from '../../model/ports.ts';
import type { FoundBrowser, NoBrowser } from './find.ts';
import { launchBrowser } from './launch.ts';
import { createSession, type Session, type Work } from './session.ts';

/** How a browser is run. */
export interface BrowserOptions {
  /** Pages that print at the same time. Two use up the browser process; more gain nothing. */
  readonly jobs?: number | undefined;
  /** Limit for one document. */
  readonly timeoutMs?: number | undefined;
  /** The environment of the browser process. */
  readonly env: NodeJS.ProcessEnv;
}

type NoSession = Extract<NotShown, { kind: 'no-browser' }>;

/**
 * Makes the `Browser` that prints in a real one. Nothing starts before `warmUp` or the first document.
 * A document that loses its page is printed again, alone in a browser of its own, which settles whether it is to blame:
 * documents that only shared a browser with it print there as if nothing had happened.
 */
export function createBrowser(find: () => Promise<FoundBrowser | NoBrowser>, options: BrowserOptions): Browser {
  const { jobs = 2, timeoutMs = 60_000, env } = options;
  const inTurn = limitTo(jobs);
  const sessions = new Set<Session>();
  let shared: Promise<Session | NoSession> | undefined;
  let closed = false;

  async function start(): Promise<Session | NoSession> {
    const found = await find();
    if (found.kind === 'none') return { kind: 'no-browser', reason: found.reason };
    const browser = await launchBrowser(found, env);
    if (browser.kind === 'not-started') return { kind: 'no-browser', reason: browser.reason };
    const session = createSession(browser, timeoutMs);
    sessions.add(session);
    if (closed) session.end();
    return session;
  }

  async function sharedSession(): Promise<Session | NoSession> {
    shared ??= start();
    const current = shared;
    const session = await current;
    if ('kind' in session || session.isAlive()) return session;
    sessions.delete(session);
    // Another document may have replaced it in the meantime.
    if (shared === current) shared = start();
    return await shared;
  }

  async function doAlone<Result extends { kind: string }>(work: Work<Result>): Promise<Result | NotShown> {
    const session = await start();
    if ('kind' in session) return session;
    const result = await session.run(work);
    session.end();
    sessions.delete(session);
    return 'lost' in result ? { kind: 'failed', reason: result.lost } : result;
  }

  async function run<Result extends { kind: string }>(work: Work<Result>): Promise<Result | NotShown> {
    const session = closed ? closedReason : await sharedSession();
    if ('kind' in session) return session;
    const result = await session.run(work);
    if (!('lost' in result)) return result;
    return closed ? closedReason : await doAlone(work);
  }

  return {
    warmUp() {
      void sharedSession().then((session) => {
        if (!('kind' in session)) session.warmUp();
      });
    },
    print: (job) => inTurn(() => run((page) => page.print(job))),
    picture: (job) => inTurn(() => run((page) => page.picture(job))),
    async close() {
      closed = true;
      await shared;
      for (const session of sessions) session.end();
      sessions.clear();
    },
  };
}

const closedReason: NoSession = { kind: 'no-browser', reason: 'The browser has been closed.' };

/** Lets so many tasks run at a time; the others wait in order. */
function limitTo(count: number): <Result>(task: () => Promise<Result>) => Promise<Result> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (task) => {
    if (running === count) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      // The place is handed on, so that nobody who comes meanwhile takes it.
      if (next !== undefined) next();
      else running -= 1;
    }
  };
}

/** Starts browser processes and makes sure that none outlives us. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import type { Readable, Writable } from 'node:stream';

/** A started browser. */
export interface BrowserProcess {
  /** The pipe that debugging messages go through. */
  readonly channel: Channel;
  /** Settles when the browser has ended, or could not be started. */
  readonly ended: Promise<void>;
  /** The last of what the browser wrote to its standard error. */
  said(): string;
  /** Kills the browser with all of its processes and removes its folder. Does nothing the second time. Cannot fail. */
  end(): void;
}

/** A two-way stream of messages, of the form that Puppeteer takes as a transport. */
export interface Channel {
  send(message: string): void;
  close(): void;
  onmessage?: (message: string) => void;
  onclose?: () => void;
}

const running = new Map<ChildProcess, string>();
const saidCharacters = 4000;

/**
 * Starts a browser in a process group of its own. With the pipe it ends by itself when we are killed.
 * `folder` is removed with it. Errors: `ended` settles, and `said` tells why if the browser did.
 */
export function startProcess(
  path: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  folder: string,
): BrowserProcess {
  if (running.size === 0) process.on('exit', killAllBrowsersSync);
  const child = spawn(path, [...args, '--remote-debugging-pipe'], {
    env,
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
  });
  running.set(child, folder);
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-saidCharacters);
  });
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => resolve());
    child.once('error', (error) => {
      said = error.message;
      resolve();
    });
  });
  // The pipes that `stdio` asks for after the standard ones; the types know only those.
  const channel = openChannel(child.stdio[3] as Writable, child.stdio[4] as Readable);
  return { channel, ended, said: () => said.trim(), end: () => endSync(child) };
}

/** Kills all browsers of this process at once. For signal handlers; on a normal exit it runs by itself. Cannot fail. */
export function killAllBrowsersSync(): void {
  for (const child of [...running.keys()]) endSync(child);
}

function endSync(child: ChildProcess): void {
  const folder = running.get(child);
  if (folder === undefined) return;
  running.delete(child);
  if (running.size === 0) process.off('exit', killAllBrowsersSync);
  killGroup(child);
  try {
    // The killed processes may still be ending, and writing.
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 });
  } catch {
    // A leftover in the temporary folder of the system is no reason to fail.
  }
}

function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore' });
    return;
  }
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // The group has ended already.
  }
}

/** Messages end with a zero byte. Source: `--remote-debugging-pipe` in Chromium's devtools_pipe_handler.cc. */
function openChannel(output: Writable, input: Readable): Channel {
  const channel: Channel = {
    send(message) {
      output.write(`${message}\0`);
    },
    close() {
      output.end();
    },
  };
  // A message of megabytes comes in thousands of pieces, so they are joined once.
  let pieces: Buffer[] = [];
  input.on('data', (chunk: Buffer) => {
    let start = 0;
    for (let end = chunk.indexOf(0); end !== -1; end = chunk.indexOf(0, start)) {
      const message = Buffer.concat([...pieces, chunk.subarray(start, end)]).toString();
      pieces = [];
      start = end + 1;
      // A turn of its own for each message, so that what waited for one runs before the next comes.
      setImmediate(() => channel.onmessage?.(message));
    }
    if (start < chunk.length) pieces.push(chunk.subarray(start));
  });
  input.on('close', () => channel.onclose?.());
  // A browser that goes away breaks the pipe; `ended` tells it.
  output.on('error', () => {});
  input.on('error', () => {});
  return channel;
}

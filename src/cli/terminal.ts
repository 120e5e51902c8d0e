import type { WriteStream } from 'node:tty';
import picocolors from 'picocolors';
import type { Paint } from '../diagnostics/format.ts';

/** Where a command speaks: results on standard output, all else on standard error. */
export interface Terminal {
  readonly paint: Paint;
  readonly width: number;
  readonly strong: (text: string) => string;
  readonly good: (text: string) => string;
  /** Writes a line of a result. */
  out(line: string): void;
  /** Writes a line for the person who waits. */
  say(line: string): void;
  /** Shows what is being done, in one line that the next one replaces; nothing where there is no terminal. */
  progress(line: string): void;
}

/** Source: no-color.org; FORCE_COLOR as Node reads it. */
export function createTerminal(
  env: NodeJS.ProcessEnv,
  stdout: NodeJS.WritableStream,
  stderr: WriteStream | NodeJS.WritableStream,
): Terminal {
  const isTerminal = 'isTTY' in stderr && stderr.isTTY === true;
  const forced = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '0';
  const hasColor = !env.NO_COLOR && env.TERM !== 'dumb' && (isTerminal || forced);
  const color = picocolors.createColors(hasColor);
  const isLive = isTerminal && env.TERM !== 'dumb' && !env.CI;
  // Some terminals say that they have no columns.
  const columns = ('columns' in stderr && stderr.columns) || 100;
  let isShowing = false;
  const clear = (): void => {
    if (isShowing) stderr.write('\r\x1b[2K');
    isShowing = false;
  };
  return {
    paint: {
      place: color.bold,
      error: color.red,
      warning: color.yellow,
      note: color.cyan,
      faint: color.dim,
    },
    width: Math.min(Math.max(columns, 60), 140),
    strong: color.bold,
    good: color.green,
    out(line) {
      clear();
      stdout.write(`${line}\n`);
    },
    say(line) {
      clear();
      stderr.write(`${line}\n`);
    },
    progress(line) {
      if (!isLive) return;
      clear();
      stderr.write(line.slice(0, columns - 1));
      isShowing = true;
    },
  };
}

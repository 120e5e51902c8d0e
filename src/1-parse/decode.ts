import { done, failed, type Outcome } from '../diagnostics/outcome.ts';
import { diagnose } from '../diagnostics/report.ts';
import type { Source } from '../model/source.ts';

/**
 * Reads bytes as UTF-8 text; a byte order mark is left out.
 * Errors: file/invalid-utf8, at the first byte that is no UTF-8; its span counts in the text that a lenient decoder reads.
 */
export function decode(path: string, bytes: Uint8Array): Outcome<Source> {
  try {
    return done({ path, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) });
  } catch {
    const start = validPrefix(bytes).length;
    return failed([
      diagnose(
        'file/invalid-utf8',
        { file: path, start, end: start + 1 },
        'This file is not UTF-8 text: the bytes here mean nothing in UTF-8.',
        'Save the file as UTF-8 in your editor.',
      ),
    ]);
  }
}

/** The text before the first invalid byte. A decoder in stream mode does not mind a cut character at the end. */
function validPrefix(bytes: Uint8Array): string {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (isValid(bytes.subarray(0, middle))) low = middle;
    else high = middle - 1;
  }
  return new TextDecoder().decode(bytes.subarray(0, low));
}

function isValid(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

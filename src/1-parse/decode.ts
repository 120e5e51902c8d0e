import { done, failed, type Outcome } from '../diagnostics/outcome.ts';
import { diagnose } from '../diagnostics/report.ts';
import type { Source } from '../model/source.ts';

/**
 * Reads bytes as UTF-8 text; a byte order mark is left out.
 * Errors: file/invalid-utf8, at the first byte that is no UTF-8; its span counts in the text that a lenient decoder reads.
 * Where the whole file is in another encoding, there is no place to show.
 */
export function decode(path: string, bytes: Uint8Array): Outcome<Source> {
  const hint = 'Save it again with the encoding UTF-8.';
  if (isUtf16(bytes)) {
    return failed([diagnose('file/invalid-utf8', path, 'This file is saved as UTF-16, not as UTF-8.', hint)]);
  }
  try {
    return done({ path, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) });
  } catch {
    const start = validPrefix(bytes).length;
    const message = 'This file is not saved as UTF-8: its letters cannot be told from here on.';
    return failed([diagnose('file/invalid-utf8', { file: path, start, end: start + 1 }, message, hint)]);
  }
}

/** By its byte order mark, or by the zeros that every other byte of Latin text is. */
function isUtf16([first, second]: Uint8Array): boolean {
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  return second !== undefined && (first === 0) !== (second === 0);
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
  return new TextDecoder().decode(bytes.subarray(0, low), { stream: true });
}

function isValid(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

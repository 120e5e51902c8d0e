import type { StyleFault } from './faults.ts';
import { functions } from './lists.ts';

/** An address in a value; `start` and `end` are where `url(…)` stands. */
export interface Address {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A value, looked through. Addresses are in order. */
export interface CheckedValue {
  readonly fault?: StyleFault;
  readonly addresses: readonly Address[];
}

const address = /url\(\s*(?:"([^"\\\n<]*)"|'([^'\\\n<]*)'|([^\s"'()\\<]*))\s*\)/iy;
const text = /"(?:[^"\\\n\r\f<]|\\[^\n\r\f<])*"|'(?:[^'\\\n\r\f<]|\\[^\n\r\f<])*'/y;
const call = /(-{0,2}[a-z_][\w-]*)?\(/iy;
/** A whole word or number, so that no function begins inside of one; blanks; what stands between values. */
const plain = /[\w-]+|\s+|[.%#,+*]|\/(?!\*)|[^\p{ASCII}\p{C}]/uy;
const brackets: Readonly<Record<string, string>> = { ')': '(', ']': '[' };

/**
 * Looks through the value of a declaration: every character of it is one that browsers and this program read in the same
 * way. `makesText` says that the property is `content`, where `attr()` may stand.
 * Source: CSS Syntax Module Level 3, section 4.
 */
export function checkValue(value: string, makesText: boolean): CheckedValue {
  const addresses: Address[] = [];
  const open: string[] = [];
  let at = 0;
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(value);
  };
  const faulty = (message: string, hint: string, length = 1): CheckedValue => ({
    fault: { at, length, message, hint },
    addresses,
  });
  while (at < value.length) {
    const url = match(address);
    if (url) {
      const end = at + url[0].length;
      addresses.push({ text: url[1] ?? url[2] ?? url[3] ?? '', start: at, end });
      at = end;
      continue;
    }
    const called = match(call);
    if (called) {
      const name = called[1]?.toLowerCase();
      const isKnown = name === undefined || (functions.has(name) && (name !== 'attr' || makesText));
      if (!isKnown) {
        const hint =
          name === 'url' ? 'Write it like url("figures/paper.png").' : 'Use values that compute, such as calc().';
        return faulty(`The function "${name}" cannot be used here.`, hint, called[0].length);
      }
      open.push('(');
      at += called[0].length;
      continue;
    }
    const same = match(text) ?? match(plain);
    if (same) {
      at += same[0].length;
      continue;
    }
    const character = value[at] ?? '';
    if (character === '[') open.push(character);
    else if (brackets[character] === undefined || open.pop() !== brackets[character]) {
      const written = value.startsWith('/*', at)
        ? 'A comment'
        : `The character ${character === '"' ? "'\"'" : `"${character}"`}`;
      return faulty(`${written} has no place in this value.`, 'Inside quotes, write "<" as "\\3c ".');
    }
    at += 1;
  }
  return open.length === 0
    ? { addresses }
    : {
        fault: { at: 0, length: value.length, message: `A "${open.at(-1)}" is not closed.`, hint: 'Close it.' },
        addresses,
      };
}

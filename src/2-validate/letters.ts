import { listNames } from '../diagnostics/suggest.ts';
import { letterAt } from '../model/letters.ts';

/** A letter that names no item of its list, or one that is named already. */
export interface LetterFault {
  /** A JSON pointer below the field: empty when it is the field itself. */
  readonly path: string;
  readonly written: string;
  /** The letters that there are, in order. */
  readonly letters: readonly string[];
  readonly isRepeated: boolean;
  /** What was written is the text of the item with this letter. */
  readonly meant?: string;
}

/**
 * Checks that letters name items of a list: `A` the first one, and so on. `written` is one letter or a list of them.
 * What is no text, and what is no list, is a mistake that other keywords report.
 */
export function letterFaults(written: unknown, list: unknown): readonly LetterFault[] {
  if (!Array.isArray(list) || list.length === 0) return [];
  const letters = list.map((_, at) => letterAt(at));
  const seen = new Set<string>();
  const faultOf = (value: unknown, path: string): readonly LetterFault[] => {
    if (typeof value !== 'string' || value.trim() === '') return [];
    const isRepeated = seen.has(value);
    seen.add(value);
    if (letters.includes(value) && !isRepeated) return [];
    const meant = letters[list.indexOf(value)];
    return [{ path, written: value, letters, isRepeated, ...(meant === undefined ? {} : { meant }) }];
  };
  return Array.isArray(written) ? written.flatMap((value, at) => faultOf(value, `/${at}`)) : faultOf(written, '');
}

/** Such a fault in words: a message and a hint. */
export function letterMessage({ written, letters, isRepeated, meant }: Omit<LetterFault, 'path'>): [string, string] {
  if (isRepeated) return [`"${written}" is named twice.`, 'Remove one of the two.'];
  const several = written.match(/[A-Z]/g) ?? [];
  const isSeveral = several.length > 1 && /^[A-Z]([\s,;/&+]*[A-Z])+$/.test(written);
  if (isSeveral) return [`"${written}" is not one letter.`, `Write them as a list: [${several.join(', ')}].`];
  const message = `There is no "${written}": the letters are ${listNames(letters, 'and')}.`;
  return [
    message,
    meant === undefined ? 'A is the first one, B the second one, and so on.' : `Write its letter, "${meant}".`,
  ];
}

import type { StyleFault } from './faults.ts';
import { machineFamilies } from './lists.ts';

/** A name, and where it is written. */
export interface NamedAt {
  readonly name: string;
  readonly at: number;
  readonly length: number;
}

/** What a `font-family` names. Positions count from the start of the value. */
export interface Families {
  /** The value as it is written into the style sheet. */
  readonly value: string;
  readonly families: readonly NamedAt[];
  /** Custom properties that hold a family, without their dashes. */
  readonly tokens: readonly NamedAt[];
}

/** What comes last in every list, so that no character is left to the machine. Source: the built-in themes. */
const fallback = 'var(--font-body)';

/** Reads a value of `font-family`: installed families and tokens, never a font of the machine. */
export function readFamilies(value: string): Families | StyleFault {
  const families: NamedAt[] = [];
  const tokens: NamedAt[] = [];
  const written: string[] = [];
  let start = 0;
  for (const part of value.split(',')) {
    const at = start + (part.length - part.trimStart().length);
    const entry = part.trim();
    start += part.length + 1;
    if (/^(inherit|initial|unset|revert|revert-layer)$/i.test(entry) && entry === value.trim()) {
      return { value: entry, families, tokens };
    }
    const token = /^var\(\s*--([\w-]+)\s*\)$/.exec(entry)?.[1];
    const name = entry.replace(/^(["'])(.*)\1$/, '$2').replaceAll(/\s+/g, ' ');
    if (token !== undefined) {
      tokens.push({ name: token, at, length: entry.length });
      written.push(entry);
    } else if (machineFamilies.has(entry.toLowerCase())) {
      return {
        at,
        length: entry.length,
        message: `"${entry}" is another font on every machine.`,
        hint: 'Name an installed family, or a token such as var(--font-heading).',
      };
    } else if (!/^[\p{L}\p{N}][\p{L}\p{N} -]*$/u.test(name)) {
      return {
        at,
        length: Math.max(1, entry.length),
        message: `"${entry}" is not the name of a font family.`,
        hint: 'Write it like "Source Serif 4".',
      };
    } else {
      families.push({ name, at, length: entry.length });
      written.push(`"${name}"`);
    }
  }
  return { value: [...new Set([...written, fallback])].join(', '), families, tokens };
}

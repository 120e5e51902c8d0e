import { type NamedAt, readFamilies } from './families.ts';
import type { StyleFault } from './faults.ts';
import { frameProperties, ownProperties, refusedProperties } from './lists.ts';
import type { ScopedSelector } from './selectors.ts';
import { type Address, checkValue } from './values.ts';

/** A declaration that a style sheet of a course may have. */
export interface CheckedDeclaration {
  readonly value: string;
  readonly addresses: readonly Address[];
  readonly families: readonly NamedAt[];
  readonly fontTokens: readonly NamedAt[];
}

/** `inValue` tells whether a position counts from the start of the value, or of the declaration. */
type DeclarationFault = StyleFault & { readonly inValue: boolean };

/** Properties whose value decides whether they may be set. They take no `var()`, in which it could hide. */
const values: Readonly<Record<string, { readonly refused: RegExp; readonly message: string; readonly hint: string }>> =
  {
    position: {
      refused: /^(?!(static|relative|absolute)$)/i,
      message: 'Only static, relative and absolute positions stay on the slide.',
      hint: 'Write "position: absolute": it is then placed on the slide.',
    },
    display: {
      refused: /\bnone\b|var\(/i,
      message: '"display" can hide what an author wrote: none and var() are not for it.',
      hint: 'Leave out of the lesson what is not to be seen. Only ::before and ::after may have it.',
    },
  };

/** Looks through one declaration of a rule with these selectors. */
export function checkDeclaration(
  property: string,
  value: string,
  selectors: readonly ScopedSelector[],
): CheckedDeclaration | DeclarationFault {
  const name = property.toLowerCase();
  const atName = (message: string, hint: string): DeclarationFault => ({
    at: 0,
    length: property.length,
    message,
    hint,
    inValue: false,
  });
  const atValue = (fault: StyleFault): DeclarationFault => ({ ...fault, inValue: true });
  const isDecoration = selectors.length > 0 && selectors.every(({ subject }) => subject === 'decoration');
  if (!/^(--[a-z][\w-]*|-?[a-z][a-z-]*)$/i.test(property)) {
    return atName(`"${property}" is not the name of a property.`, 'Names are letters and hyphens.');
  }
  if (ownProperties.test(name)) return atName(`"${property}" is set by Lectern itself.`, 'Leave it out.');
  for (const [pattern, reason, hint] of refusedProperties) {
    if (pattern.test(name) && !(isDecoration && reason.startsWith('can hide'))) {
      return atName(`"${property}" ${reason}.`, hint);
    }
  }
  if (name === 'content' && !isDecoration) {
    return atName('Text can be made in ::before and ::after alone.', 'Write the selector with ::before.');
  }
  if (frameProperties.test(name) && selectors.some(({ subject }) => subject === 'slide')) {
    const hint = 'Set it for what is on the slide: "section .body". Distances from the edge are set with padding.';
    return atName(`"${property}" would change the edge of the slide itself.`, hint);
  }
  const limits = values[name];
  if (limits?.refused.test(value) && !(isDecoration && name === 'display')) {
    return atValue({ at: 0, length: value.length, message: limits.message, hint: limits.hint });
  }
  if (value === '') return atName(`"${property}" has no value.`, 'Write a value, or leave it out.');
  const { fault, addresses } = checkValue(value, name === 'content');
  if (fault) return atValue(fault);
  if (name !== 'font-family') return { value, addresses, families: [], fontTokens: [] };
  const read = readFamilies(value);
  if ('message' in read) return atValue(read);
  return { value: read.value, addresses: [], families: read.families, fontTokens: read.tokens };
}

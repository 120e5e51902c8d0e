import type { Span } from '../model/source.ts';
import type { Diagnostic } from './diagnostic.ts';
import { diagnose } from './report.ts';

/**
 * No slide holds a tenth of this. The limit keeps the Markdown parsers, some of which take time
 * that grows with the square of the text, away from input that could only be a mistake.
 */
export const textLimit = 20_000;

/**
 * Checks a text for what no slide can show. `placeOf` gives the place of the character at an index of the text.
 * Errors: text/invalid-character (controls, lone surrogates, noncharacters), text/too-long.
 */
export function checkCharactersOf(text: string, span: Span, placeOf: (at: number) => Span): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  if (text.length > textLimit) {
    const message = `This text has ${text.length.toLocaleString('en')} characters; a field takes ${textLimit.toLocaleString('en')}.`;
    found.push(diagnose('text/too-long', span, message, 'Spread it over several slides.'));
  }
  const invalid = firstInvalid(text);
  if (invalid) {
    const name = `U+${invalid.code.toString(16).toUpperCase().padStart(4, '0')}`;
    const message = `This text has the character ${name}, which cannot be shown.`;
    found.push(diagnose('text/invalid-character', placeOf(invalid.at), message, 'Remove it.'));
  }
  return found;
}

/** The first character that HTML does not allow. Source: "control" and "noncharacter" of the Infra Standard, section 4.5. */
function firstInvalid(text: string): { readonly code: number; readonly at: number } | undefined {
  let at = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const isControl = (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d) || (code >= 0x7f && code < 0xa0);
    const isNoncharacter = (code >= 0xfdd0 && code <= 0xfdef) || (code & 0xfffe) === 0xfffe;
    if (isControl || isNoncharacter || (code >= 0xd800 && code <= 0xdfff)) return { code, at };
    at += character.length;
  }
  return undefined;
}

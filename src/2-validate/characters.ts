import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { diagnose } from '../diagnostics/report.ts';
import type { Span } from '../model/source.ts';
import type { ScalarNode, Tree } from '../model/tree.ts';

/**
 * No slide holds a tenth of this. The limit keeps the Markdown parsers, some of which take time
 * that grows with the square of the text, away from input that could only be a mistake.
 */
export const textLimit = 20_000;

/**
 * Checks every text of a tree for what no slide can show.
 * Errors: text/invalid-character (controls, lone surrogates, noncharacters), text/too-long.
 */
export function checkCharacters(tree: Tree): readonly Diagnostic[] {
  switch (tree.kind) {
    case 'map':
      return tree.entries.flatMap((entry) => checkCharacters(entry.value));
    case 'list':
      return tree.items.flatMap(checkCharacters);
    case 'scalar':
      return checkText(tree);
  }
}

function checkText(node: ScalarNode): Diagnostic[] {
  const { value, span } = node;
  if (typeof value !== 'string') return [];
  const found: Diagnostic[] = [];
  if (value.length > textLimit) {
    const message = `This text has ${value.length.toLocaleString('en')} characters; a field takes ${textLimit.toLocaleString('en')}.`;
    found.push(diagnose('text/too-long', span, message, 'Spread it over several slides.'));
  }
  const invalid = firstInvalid(value);
  if (invalid) {
    const name = `U+${invalid.code.toString(16).toUpperCase().padStart(4, '0')}`;
    const message = `This text has the character ${name}, which cannot be shown.`;
    found.push(diagnose('text/invalid-character', placeOf(invalid.at, node), message, 'Remove it.'));
  }
  return found;
}

/** The place of a character, or of the whole text when the file writes it in another way. `at` counts in the text. */
function placeOf(at: number, { value, span, lineStarts }: ScalarNode): Span {
  const before = String(value).slice(0, at);
  const lineStart = lineStarts?.[before.split('\n').length - 1];
  if (lineStart === undefined) return span;
  const start = lineStart + at - (before.lastIndexOf('\n') + 1);
  return { ...span, start, end: start + 1 };
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

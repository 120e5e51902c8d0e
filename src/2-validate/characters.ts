import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { diagnose } from '../diagnostics/report.ts';
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

function checkText({ value, span }: ScalarNode): Diagnostic[] {
  if (typeof value !== 'string') return [];
  const found: Diagnostic[] = [];
  if (value.length > textLimit) {
    const message = `This text has ${value.length.toLocaleString('en')} characters; a field takes ${textLimit.toLocaleString('en')}.`;
    found.push(diagnose('text/too-long', span, message, 'Spread it over several slides.'));
  }
  const invalid = firstInvalid(value);
  if (invalid !== undefined) {
    const name = `U+${invalid.toString(16).toUpperCase().padStart(4, '0')}`;
    found.push(
      diagnose(
        'text/invalid-character',
        span,
        `This text has the character ${name}, which cannot be shown.`,
        'Remove it.',
      ),
    );
  }
  return found;
}

/** The first character that HTML does not allow. Source: "control" and "noncharacter" of the Infra Standard, section 4.5. */
function firstInvalid(text: string): number | undefined {
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const isControl = (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d) || (code >= 0x7f && code < 0xa0);
    const isNoncharacter = (code >= 0xfdd0 && code <= 0xfdef) || (code & 0xfffe) === 0xfffe;
    if (isControl || isNoncharacter || (code >= 0xd800 && code <= 0xdfff)) return code;
  }
  return undefined;
}

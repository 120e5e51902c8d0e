import { checkCharactersOf } from '../diagnostics/characters.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Span } from '../model/source.ts';
import type { ScalarNode, Tree } from '../model/tree.ts';

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
      return typeof tree.value === 'string' ? checkCharactersOf(tree.value, tree.span, (at) => placeOf(at, tree)) : [];
  }
}

/** The place of a character, or of the whole text when the file writes it in another way. `at` counts in the text. */
function placeOf(at: number, { value, span, lineStarts }: ScalarNode): Span {
  const before = String(value).slice(0, at);
  const lineStart = lineStarts?.[before.split('\n').length - 1];
  if (lineStart === undefined) return span;
  const start = lineStart + at - (before.lastIndexOf('\n') + 1);
  return { ...span, start, end: start + 1 };
}

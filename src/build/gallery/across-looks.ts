import type { Diagnostic } from '../../diagnostics/diagnostic.ts';

/**
 * Joins what was found in looks: what all of them have is said once, what some have is said with their name, because its
 * place is the same in all of them.
 */
export function acrossLooks(
  looks: readonly { readonly name: string; readonly diagnostics: readonly Diagnostic[] }[],
): readonly Diagnostic[] {
  const found = new Map<string, { readonly diagnostic: Diagnostic; readonly names: Set<string> }>();
  for (const { name, diagnostics } of looks) {
    for (const diagnostic of diagnostics) {
      const key = JSON.stringify(diagnostic);
      const known = found.get(key) ?? { diagnostic, names: new Set<string>() };
      found.set(key, { ...known, names: known.names.add(name) });
    }
  }
  return [...found.values()].map(({ diagnostic, names }) => {
    // A theme is a place of its own.
    if (names.size === looks.length || diagnostic.code.startsWith('theme/')) return diagnostic;
    return { ...diagnostic, message: `${[...names].join('; ')}: ${diagnostic.message}` };
  });
}

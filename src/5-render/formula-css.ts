/** Marp writes this before every rule of a theme and of its plugins. */
const scope = 'div.marpit > div.slide > section ';

/**
 * The rules of KaTeX out of the style sheet of a deck, for formulas that stand on no slide. Rules of the theme are not
 * among them: they speak of fonts and colours that there are on slides alone.
 */
export function formulaRules(css: string): string {
  return [...css.matchAll(/([^{}]+)\{([^{}]*)\}/g)]
    .filter(([, selectors = '', body = '']) => selectors.trim().startsWith(`${scope}.katex`) && !body.includes('var('))
    .map(([rule]) => rule.replaceAll(scope, '').trim())
    .filter((rule) => !/\bsection\b/.test(rule))
    .join('\n');
}

/** The `@font-face` rules of KaTeX out of the style sheet of a deck. */
export function formulaFaces(css: string): string {
  return (css.match(/@font-face\s*\{[^}]*KaTeX_[^}]*\}/g) ?? []).join('\n');
}

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { diagnose } from '../diagnostics/report.ts';
import { listNames, suggestOne } from '../diagnostics/suggest.ts';
import type { Theme } from '../model/theme.ts';
import { childOf, type MapNode, textOf } from '../model/tree.ts';

/**
 * Checks that the theme knows the variants that a slide asks for with `class`: what it does not know would change nothing.
 * `layouts` are the names of layouts, which slides have as classes besides. Errors: theme/unknown-variant.
 */
export function checkVariants(slide: MapNode, theme: Theme, layouts: ReadonlySet<string>): readonly Diagnostic[] {
  const asked = (textOf(slide, 'class') ?? '').split(' ').filter((name) => name !== '');
  if (asked.length === 0) return [];
  const known = classesOf(theme.css);
  const variants = variantsIn(theme.css, layouts);
  return asked
    .filter((name) => !known.includes(name))
    .map((name) => {
      const message = `The theme "${theme.name}" has no variant called "${name}".`;
      const hint = suggestOne(name, variants, `Its variants are ${listNames(variants, 'and')}.`);
      return diagnose('theme/unknown-variant', childOf(slide, 'class')?.span, message, hint);
    });
}

/** The variants that a style sheet has for slides, sorted. `layouts` has the names that are none. */
export function variantsIn(css: string, layouts: { has(name: string): boolean }): readonly string[] {
  return classesOf(css)
    .filter((name) => !layouts.has(name))
    .sort();
}

const classesOf = (css: string): readonly string[] => [
  ...new Set((css.match(/section[^\s,{>]*/g) ?? []).flatMap(classesIn)),
];

const classesIn = (selector: string): readonly string[] =>
  [...selector.replaceAll(/\([^)]*\)?/g, '').matchAll(/\.([a-z][\w-]*)/gi)].map(([, name = '']) => name);

import type { FormulaNode } from './formula-tree.ts';

/** Sizes 1 to 11 of KaTeX, in units of the sixth. Source: katex.org/docs/supported, "Style, Color, Size, and Font". */
const sizes = [0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.2, 1.44, 1.728, 2.074, 2.488] as const;

/**
 * About how wide a piece of a formula is drawn, in units of its font size. Rough, because KaTeX does not tell the widths of
 * its letters, but seldom a tenth away from what a browser measures.
 */
export function formulaWidth(node: FormulaNode): number {
  if (node.text !== '') return [...node.text].reduce((sum, letter) => sum + letterWidth(letter), 0);
  const has = (name: string): boolean => node.classes.includes(name);
  const widths = node.children.map(formulaWidth);
  // Numerator and denominator, limits and their sign stand above each other.
  const isPile = has('vlist') || has('vlist-t');
  const inner = isPile ? Math.max(0, ...widths) : widths.reduce((sum, width) => sum + width, 0);
  const enlarged = has('large-op') ? 1.6 : has('delimsizing') ? 1.4 : 1;
  const given = ['margin-left', 'margin-right', 'padding-left', 'width'].reduce(
    (sum, property) => sum + ems(node.style, property),
    has('nulldelimiter') ? 0.12 : 0,
  );
  return Math.max(inner * enlarged * scaleOf(node), ems(node.style, 'min-width')) + given;
}

/** By how much the text within a piece is set smaller, as indices are. */
function scaleOf({ classes }: FormulaNode): number {
  if (!classes.includes('katex-sizing')) return 1;
  const size = (pattern: RegExp): number =>
    sizes[Number(classes.flatMap((name) => pattern.exec(name)?.[1] ?? [])[0] ?? 6) - 1] ?? 1;
  return size(/^size(\d+)$/) / size(/^reset-size(\d+)$/);
}

function ems(style: string, property: string): number {
  return Number(new RegExp(`(?:^|;)${property}:(-?[\\d.]+)em`).exec(style)?.[1] ?? 0);
}

/** Widths of kinds of letters in the fonts of KaTeX. */
function letterWidth(letter: string): number {
  if (/[\p{Default_Ignorable_Code_Point}\p{M}]/u.test(letter)) return 0;
  if (/[.,;:!|'′∣ijl]/u.test(letter)) return 0.31;
  if (/[()[\]frtsIJ⌊⌋⌈⌉⟨⟩]/u.test(letter)) return 0.42;
  if (/[\p{Sm}\p{So}mwMWQ]/u.test(letter)) return 0.82;
  if (/\p{Lu}/u.test(letter)) return 0.74;
  return 0.53;
}

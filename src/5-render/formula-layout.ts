import { type FormulaNode, readFormulaTree } from './formula-tree.ts';
import { formulaWidth } from './formula-width.ts';

/**
 * What KaTeX draws for a formula on lines of its own, prepared for a line that is too short: its element says how wide it is
 * (`--formula-width`, in units of its font size), so that a style sheet can set it smaller, and is in parts (`part`)
 * between which it may be broken: behind a relation, a plus or a minus outside brackets. KaTeX alone lets a formula be
 * broken within brackets too, and in front of the right side of a condition.
 * Source: AMS, "Short Math Guide for LaTeX", section 3.
 */
export function layOutFormula(html: string): string {
  if (!html.includes('katex-display')) return html;
  const tree = readFormulaTree(html);
  const drawn = find(tree, 'katex-html');
  const bases = drawn?.children.filter(({ classes }) => classes.includes('katex-base')) ?? [];
  const [first] = bases;
  if (!drawn || !first) return html;
  const lines: number[] = [0];
  let laidOut = html.slice(0, first.start);
  let depth = 0;
  let isOpen = false;
  for (const child of drawn.children) {
    const isBase = bases.includes(child);
    if (isBase && !isOpen) laidOut += '<span class="part">';
    if (!isBase && isOpen) laidOut += '</span>';
    if (!isBase) lines.push(0);
    laidOut += html.slice(child.start, child.end);
    lines.push((lines.pop() ?? 0) + formulaWidth(child));
    depth = isBase ? Math.max(0, depth + bracketsOf(child)) : 0;
    isOpen = isBase && !(depth === 0 && endsWithRelation(child));
    if (isBase && !isOpen) laidOut += '</span>';
  }
  if (isOpen) laidOut += '</span>';
  laidOut += html.slice(drawn.children.at(-1)?.end);
  const width = Math.max(...lines).toFixed(1);
  return laidOut.replace('class="katex-display"', `class="katex-display" style="--formula-width:${width}"`);
}

function find(node: FormulaNode, name: string): FormulaNode | undefined {
  if (node.classes.includes(name)) return node;
  for (const child of node.children) {
    const found = find(child, name);
    if (found) return found;
  }
  return undefined;
}

/** How many brackets a piece opens and does not close. */
function bracketsOf(node: FormulaNode): number {
  const has = (name: string): boolean => node.classes.includes(name);
  if (has('mopen')) return 1;
  if (has('mclose')) return -1;
  // Set larger by \big, a bracket is a letter like any other to KaTeX.
  const text = has('delimsizing') ? textOf(node) : '';
  const own = /^[([{⌊⌈⟨]$/.test(text) ? 1 : /^[)\]}⌋⌉⟩]$/.test(text) ? -1 : 0;
  return node.children.reduce((sum, child) => sum + bracketsOf(child), own);
}

/** Whether a piece ends with a sign that a line may end with. */
function endsWithRelation({ children }: FormulaNode): boolean {
  const last = children.findLast(({ classes }) => !classes.includes('mspace'));
  if (!last) return false;
  const text = textOf(last);
  return last.classes.includes('mrel') ? text !== '∣' && text !== '|' : /^[+−±∓]$/.test(text);
}

const textOf = (node: FormulaNode): string => node.text + node.children.map(textOf).join('');

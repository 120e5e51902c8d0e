/** A piece of what KaTeX draws: an element, a drawing (`svg`, of no width of its own) or text. */
export interface FormulaNode {
  readonly classes: readonly string[];
  readonly style: string;
  /** Empty for an element. */
  readonly text: string;
  readonly children: FormulaNode[];
  /** Where it stands in the HTML, half-open. */
  readonly start: number;
  end: number;
}

/** Reads HTML that KaTeX has written: elements are closed, and attributes stand in double quotes. Cannot fail. */
export function readFormulaTree(html: string): FormulaNode {
  const root = node('', '', '', 0, html.length);
  const open = [root];
  for (const match of html.matchAll(/<svg[\s\S]*?<\/svg>|<\/[^>]*>|<([^>]*)>|[^<]+/g)) {
    const [text, tag] = match;
    const end = match.index + text.length;
    const parent = open.at(-1) ?? root;
    if (text.startsWith('<svg')) continue;
    if (text.startsWith('</')) {
      parent.end = end;
      if (open.length > 1) open.pop();
    } else if (tag === undefined) {
      parent.children.push(node('', '', text, match.index, end));
    } else {
      const child = node(attribute(tag, 'class'), attribute(tag, 'style'), '', match.index, end);
      parent.children.push(child);
      if (!tag.endsWith('/')) open.push(child);
    }
  }
  return root;
}

const node = (classes: string, style: string, text: string, start: number, end: number): FormulaNode => ({
  classes: classes.split(' '),
  style,
  text,
  children: [],
  start,
  end,
});

const attribute = (tag: string, name: string): string => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '';

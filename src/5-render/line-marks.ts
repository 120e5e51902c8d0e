/** What a token of markdown-it gives away about its place. */
interface PlacedToken {
  readonly type: string;
  readonly nesting: number;
  readonly hidden: boolean;
  readonly map: readonly [number, number] | null;
  attrs: [string, string][] | null;
}

/** Elements that say which line they begin on. */
const placed = /^(paragraph|heading|list_item|tr|blockquote)_open$/;
/** Blocks that renderers of their own write, which take no notice of attributes. */
const drawn = ['fence', 'marp_math_block', 'lectern_chart', 'marp_mermaid'];

/**
 * Notes on every block of a deck which line of its slide it begins on, counted from 0, so that what is measured in the browser
 * can be traced back. The attribute comes first in its tag, which no text can imitate.
 */
export function markLines(tokens: readonly PlacedToken[]): void {
  let first = 0;
  for (const token of tokens) {
    if (token.type === 'marpit_slide_open') first = token.map?.[0] ?? 0;
    if (!token.map || token.hidden || !(placed.test(token.type) || drawn.includes(token.type))) continue;
    token.attrs = [['data-line', String(token.map[0] - first)], ...(token.attrs ?? [])];
  }
}

type Rule = (tokens: PlacedToken[], at: number, ...rest: unknown[]) => string;

/** Makes the renderers of drawn blocks write the line as well. To be called when all plugins are there. */
export function keepLines(rules: Record<string, Rule | undefined>): void {
  for (const name of drawn) {
    const rule = rules[name];
    if (!rule) continue;
    rules[name] = (tokens, at, ...rest) => {
      const line = tokens[at]?.attrs?.find(([key]) => key === 'data-line')?.[1];
      const html = rule(tokens, at, ...rest);
      return line === undefined ? html : withoutLines(html).replace(/<[a-z][a-z0-9-]*/, `$& data-line="${line}"`);
    };
  }
}

/** HTML without the notes on lines. */
export const withoutLines = (html: string): string => html.replaceAll(/(<[a-z][a-z0-9-]*) data-line="\d+"/g, '$1');

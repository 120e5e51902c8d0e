/**
 * What numbers the lines of code whose fence says `numbers=10` behind the language: the style of its element, by which a style
 * sheet counts from that number on. Drawn in this way, nobody copies the numbers with the code.
 * Undefined where the fence does not ask for numbers. `info` is what it says, `count` how many lines there are.
 */
export function lineNumberStyle(info: string, count: number): string | undefined {
  const [, first] = /(?:^|\s)numbers=(\d{1,7})(?:\s|$)/.exec(info) ?? [];
  if (first === undefined) return undefined;
  const last = Number(first) + count - 1;
  return `counter-reset:line ${Number(first) - 1};--digits:${String(last).length}`;
}

/** Escapes in double quotes that no formula has: a bell, a backspace, a line separator. Source: YAML 1.2.2, section 5.7. */
const senseless = /^[abefvLNP]/;

/** TeX commands that begin like a tab or a line break: to YAML "\theta" is a tab and "heta". Source: KaTeX. */
const commands = new Set(
  `nabla natural ne nearrow neg neq newline nexists ngeq ni nleq nmid nonumber not notin nu nwarrow rangle rceil rfloor
  rgroup rho right rightarrow rightharpoonup rightleftharpoons rm root rvert tan tanh tau text textbf textit textrm texttt
  tfrac therefore theta tilde times to top triangle triangleq tt`.split(/\s+/),
);

/**
 * The first TeX command in a formula in double quotes that loses its backslash there. `written` includes the quotes.
 * Outside of formulas, "\nu" is more likely a line break.
 */
export function lostCommand(written: string): { readonly command: string; readonly at: number } | undefined {
  let isFormula = false;
  for (const { 0: found, 1: word = '', index } of written.matchAll(/\$\$?|\\(?:\\|([A-Za-z]+)|.)/gs)) {
    if (found.startsWith('$')) isFormula = !isFormula;
    else if (isFormula && (commands.has(word) || senseless.test(word))) return { command: found, at: index };
  }
  return undefined;
}

/** A comment that was most likely meant as text, as in `Room #5`: no space after its `#`. `rest` follows the text. */
export function commentInText(rest: string): { readonly comment: string; readonly at: number } | undefined {
  const [line = ''] = rest.split('\n', 1);
  const [, space = '', comment] = /^([ \t]*)(#[\p{L}\p{N}].*)$/u.exec(line) ?? [];
  return comment === undefined ? undefined : { comment: comment.trimEnd(), at: space.length };
}

/**
 * A line of a text without quotes that looks like a list item: it was indented too deep. Offsets count in the text as
 * written.
 */
export function itemInText(written: string): { readonly start: number; readonly end: number } | undefined {
  const found = /\n[ \t]*(- .*)/.exec(written);
  if (!found) return undefined;
  const end = found.index + found[0].length;
  return { start: end - (found[1] ?? '').length, end };
}

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { diagnose } from '../diagnostics/report.ts';
import { suggest } from '../diagnostics/suggest.ts';
import type { MapNode } from '../model/tree.ts';
import { canonicalColor } from './colors.ts';
import type { Token, TokenType } from './theme-file.ts';

const accepted: Readonly<Record<TokenType, { readonly what: string; readonly example: string }>> = {
  color: { what: 'a colour', example: '"#5b21b6"' },
  length: { what: 'a length in px, em or rem', example: '28px' },
  number: { what: 'a number', example: '1.4' },
  font: { what: 'the name of a font family', example: 'Source Serif 4' },
  image: { what: 'an image', example: 'none' },
};

/**
 * The tokens of a theme with the values that a course gives them. A value is read by the type of its token and written
 * anew, so that no value can hold other CSS.
 * Errors: theme/unknown-token, theme/invalid-token.
 */
export function overrideTokens(
  tokens: ReadonlyMap<string, Token>,
  overrides: MapNode | undefined,
): { readonly tokens: ReadonlyMap<string, Token>; readonly diagnostics: readonly Diagnostic[] } {
  const result = new Map(tokens);
  const diagnostics: Diagnostic[] = [];
  for (const { key, keySpan, value: node } of overrides?.entries ?? []) {
    const token = tokens.get(key);
    if (!token) {
      const hint = suggest(key, tokens.keys(), '`lectern list --themes` shows all tokens.');
      diagnostics.push(diagnose('theme/unknown-token', keySpan, `The theme has no token called "${key}".`, hint));
      continue;
    }
    const text = node.kind === 'scalar' ? (node.written ?? String(node.value)) : '';
    const value = token.type === 'image' ? undefined : canonical(token.type, text.trim());
    if (value === undefined) {
      const { what, example } = accepted[token.type];
      const message = `The token "${key}" is ${what}; "${text}" is not.`;
      const hint = token.type === 'image' ? 'A logo is set with "theme.logo".' : `Write it like ${example}.`;
      diagnostics.push(diagnose('theme/invalid-token', node.span, message, hint));
      continue;
    }
    result.set(key, { ...token, value });
  }
  return { tokens: result, diagnostics };
}

/** The value as CSS, or undefined when it is not of the type. */
function canonical(type: TokenType, text: string): string | undefined {
  switch (type) {
    case 'color':
      return canonicalColor(text);
    case 'length':
      return /^\d+(\.\d+)?(px|em|rem)$/.test(text) || text === '0' ? text : undefined;
    case 'number':
      return /^-?\d+(\.\d+)?$/.test(text) ? text : undefined;
    case 'font':
      return /^[\p{L}\p{N}][\p{L}\p{N} -]*$/u.test(text) ? `"${text}"` : undefined;
    case 'image':
      return undefined;
  }
}

import { type InlineTag, inlineTags } from '../model/text.ts';
import type { Token } from './markdown.ts';

/** More elements within each other are no emphasis any more, and too deep for those who read them. */
const deepest = 20;

const tag = new RegExp(`^<(/?)(${inlineTags.join('|')})\\s*>$`, 'i');

/** The name of an accepted element, when a token is its opening or closing tag. */
export function elementOf({
  type,
  content,
}: Token): { readonly name: InlineTag; readonly closes: boolean } | undefined {
  const [, slash, name] = (type === 'html_inline' && tag.exec(content)) || [];
  return name === undefined ? undefined : { name: name.toLowerCase() as InlineTag, closes: slash !== '' };
}

/**
 * Finds which closing tag belongs to which opening one. Both have to be siblings: not one of them inside of emphasis or
 * a link. Tags without a partner are not in the result.
 */
export function pairTags(tokens: readonly Token[]): ReadonlyMap<Token, Token> {
  const pairs = new Map<Token, Token>();
  const open: { readonly name: string; readonly level: number; readonly token: Token }[] = [];
  let level = 0;
  for (const token of tokens) {
    level += token.nesting;
    while ((open.at(-1)?.level ?? 0) > level) open.pop();
    const element = elementOf(token);
    if (element && !element.closes) {
      open.push({ name: element.name, level, token });
      if (open.length > deepest) open.shift();
    } else if (element) {
      const partner = open.findLastIndex((other) => other.name === element.name && other.level === level);
      const [opening] = partner < 0 ? [] : open.splice(partner);
      if (opening) pairs.set(opening.token, token);
    }
  }
  return pairs;
}

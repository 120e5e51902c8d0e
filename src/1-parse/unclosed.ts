import { isQuoted, type Mistake, type Recognise, type TokenMap } from './token-map.ts';
import type { Token } from './yaml.ts';

/** Quotes and brackets that are never closed. The parser notices at the next ones, or at the end of the file. */
export const unclosed: Recognise = (fault, map) => {
  const isAtEnd = /^Missing closing/.test(fault.message);
  const before = map.tokenBefore(fault.start + (isAtEnd ? 1 : 0));
  if (before && isQuoted(before) && (isAtEnd || swallowsFields(before))) return unclosedQuote(before, map);
  if (/^Flow (sequence|map) (in block|must end)/.test(fault.message)) return unclosedBracket(fault.start, map);
  return undefined;
};

/** A text in quotes that has lines like those of fields or items in it began with a quote too many. */
const swallowsFields = ({ source }: Token): boolean => /\n\s*(- |[\w-]+:(\s|$))/.test(source);

function unclosedQuote({ source, start }: Token, map: TokenMap): Mistake {
  const quote = source.charAt(0);
  return {
    start,
    end: map.lineEnd(start),
    message: `This text begins with ${quote} but does not end with it.`,
    hint:
      quote === '"'
        ? 'Add " at its end.'
        : "Add ' at its end. If the ' is an apostrophe, put the whole text into double quotes.",
    lostUntil: Number.POSITIVE_INFINITY,
  };
}

function unclosedBracket(offset: number, map: TokenMap): Mistake | undefined {
  const [open] = map.openBrackets(offset);
  if (!open) return undefined;
  const closing = open.source === '[' ? ']' : '}';
  // The parser takes the end for text when the lines before it are not indented.
  const isClosedLater = map.text
    .slice(offset)
    .split('\n')
    .some((line) => line.trimStart().startsWith(closing));
  if (isClosedLater) {
    return {
      start: offset,
      end: map.lineEnd(offset),
      message: `This line stands between "${open.source}" and "${closing}", but is not indented.`,
      hint: 'Indent all lines between the two deeper than the field that they belong to.',
      lostUntil: Number.POSITIVE_INFINITY,
    };
  }
  const swallowed = map.tokens.find(
    ({ type, source, start }) =>
      type === 'comment' && start > open.start && start < offset && source.includes(closing) && /^#\S/.test(source),
  );
  if (swallowed) return swallowedBracket(swallowed, closing, map);
  return {
    start: open.start,
    end: map.lineEnd(open.start),
    message: `This "${open.source}" is not closed: "${closing}" is missing.`,
    hint: `Add "${closing}". If the "${open.source}" belongs to a text, put the whole text into quotes.`,
    lostUntil: Number.POSITIVE_INFINITY,
  };
}

/** `{ primary: #5b21b6 }`: the bracket is there, but in a comment. */
function swallowedBracket({ source, start }: Token, closing: string, map: TokenMap): Mistake {
  const [text = source] = /^[^\s,\]}]+/.exec(source) ?? [];
  return {
    code: 'yaml/comment-in-text',
    start,
    end: map.lineEnd(start),
    message: `YAML reads this as a comment, because there is a space before the "#": also the "${closing}" would be lost.`,
    hint: `Put the text into quotes: "${text}".`,
    lostUntil: Number.POSITIVE_INFINITY,
  };
}

import { quoted, quotingClause, quotingHint } from '../diagnostics/quoting.ts';
import { isQuoted, type Mistake, type Recognise, type TokenMap } from './token-map.ts';
import type { Token } from './yaml.ts';

/** Texts that YAML reads as something else: most of them only need quotes. */
export const misreadText: Recognise = ({ code, message, start }, map) => {
  switch (code) {
    case 'BAD_SCALAR_START':
      return badStart(start, map);
    case 'BAD_ALIAS':
    case 'MULTIPLE_ANCHORS':
      return badStart(map.valueStart(start), map);
    case 'BAD_DQ_ESCAPE':
      return badEscape(start, map);
    case 'TAG_RESOLVE_FAILED':
    case 'MULTIPLE_TAGS':
    case 'BAD_COLLECTION_TYPE':
      return tag(map.valueStart(start), map);
    case 'BLOCK_AS_IMPLICIT_KEY':
      return map.tokenAt(start)?.type === 'explicit-key-ind' ? badStart(start, map) : undefined;
    case 'UNEXPECTED_TOKEN':
      if (/at node end|^Unexpected \S+ token$/.test(message)) return textAfterValue(start, map);
      if (/^Not a YAML token|^Block scalar header/.test(message)) return textAfterMark(start, map);
      return undefined;
    case 'MISSING_CHAR':
      return /^Tags and anchors/.test(message) ? badStart(map.valueStart(start), map) : undefined;
    default:
      return undefined;
  }
};

/** Why a text cannot begin with a character, where there is more to say than that YAML keeps it for itself. */
const reasons: Readonly<Record<string, string>> = {
  '*': ': YAML reads * as a reference to another value',
  '&': ': YAML reads & as a name for the value',
  '[': ': YAML reads [ as the beginning of a list',
  '{': ': YAML reads { as the beginning of fields',
  '?': ': YAML reads ? as the beginning of a field name',
};

function badStart(start: number, map: TokenMap): Mistake {
  const text = map.rest(start);
  const first = text.charAt(0);
  return {
    start,
    end: start + text.length,
    message: `A text cannot begin with ${first} unless it is in quotes${reasons[first] ?? ''}.`,
    hint: quotingHint(text),
    lostUntil: 0,
  };
}

function tag(start: number, map: TokenMap): Mistake {
  const text = map.rest(start);
  const [name = ''] = /^\S*/.exec(text) ?? [];
  return {
    code: 'yaml/unsupported',
    start,
    end: start + name.length,
    message: `YAML reads "${name}" as a tag, and tags have no meaning in a course file.`,
    hint: quotingHint(text),
    lostUntil: 0,
  };
}

function badEscape(start: number, map: TokenMap): Mistake {
  const [sequence = '\\'] = /^\\([A-Za-z]+|[^\n])?/.exec(map.text.slice(start, map.lineEnd(start))) ?? [];
  const inside = map.tokenAt(start)?.source.slice(1).replace(/"$/, '') ?? '';
  const isShort = inside.length <= 60 && !/["\n]|\\[n"\\]/.test(inside);
  return {
    start,
    end: start + sequence.length,
    message: `"${sequence}" means nothing in double quotes, where a backslash has a meaning of its own.`,
    hint: isShort
      ? `Put the text into single quotes: ${quoted(inside)}.`
      : 'Put the text into single quotes, where a backslash is a backslash, or write it below "|".',
    lostUntil: 0,
  };
}

function textAfterValue(start: number, map: TokenMap): Mistake | undefined {
  const before = map.tokenBefore(start);
  if (!before || map.lineStart(before.start) !== map.lineStart(start)) return undefined;
  return isQuoted(before) ? textAfterQuotes(before, start, map) : badStart(map.valueStart(start), map);
}

function textAfterQuotes(quote: Token, start: number, map: TokenMap): Mistake {
  const isApostrophe =
    quote.source.startsWith("'") && quote.end === start && /^\p{L}/u.test(map.text.slice(start, start + 2));
  return {
    start,
    end: map.lineEnd(start),
    message: 'The text in quotes ends before this.',
    hint: isApostrophe
      ? 'In single quotes an apostrophe is written twice. Or put the text into double quotes.'
      : quotingHint(map.rest(quote.start)),
    lostUntil: 0,
  };
}

/** `body: | text`, `quote: > text`. */
function textAfterMark(offset: number, map: TokenMap): Mistake {
  const start = map.tokens.findLast((token) => token.type === 'block-scalar-header' && token.start <= offset)?.start;
  const from = start ?? offset;
  const text = map.rest(from);
  const mark = text.charAt(0);
  return {
    start: from,
    end: from + text.length,
    message: `A text that follows "${mark}" begins in the next line.`,
    hint: `Move it there, indented. If the "${mark}" belongs to the text, ${quotingClause(text)}.`,
    lostUntil: 0,
  };
}

import { quotingClause, quotingHint } from '../diagnostics/quoting.ts';
import { startAt } from './indentation.ts';
import type { Mistake, Recognise, TokenMap } from './token-map.ts';
import type { Token } from './yaml.ts';

/** Lines and entries that are no fields, or are fields where none can be. */
export const misreadField: Recognise = ({ code, message, start, end }, map) => {
  const isInBrackets = map.openBrackets(start).length > 0;
  switch (code) {
    case 'BLOCK_IN_FLOW':
      return badEntry(start, map);
    case 'BLOCK_AS_IMPLICIT_KEY':
      return isInBrackets ? badEntry(start, map) : colonInText(start, map);
    case 'MULTILINE_IMPLICIT_KEY':
      return isInBrackets ? badEntry(start, map) : noColon(start, map);
    case 'MISSING_CHAR':
      if (/^Missing (,|space)/.test(message)) return badEntry(start, map);
      return /^Implicit map keys/.test(message) ? noColon(start, map) : undefined;
    case 'UNEXPECTED_TOKEN':
      if (/^Unexpected (,|empty item)/.test(message)) return badEntry(start, map);
      if (/same line with key/.test(message)) return itemInLine(start, map);
      return /flow-(seq|map)-end/.test(message) ? closesNothing(start, end, map) : undefined;
    default:
      return undefined;
  }
};

/** `title: Joins: the basics`, or a value with a deeper line below that was meant to stand beside it. */
function colonInText(start: number, map: TokenMap): Mistake {
  const value = map.tokenAt(start);
  if (value?.type === 'plain-scalar' && !map.isOneLine(value)) return tooDeep(value, map);
  const text = map.rest(start);
  return {
    start,
    end: start + text.length,
    message: 'This is read as a field, because it has a colon followed by a space.',
    hint: quotingHint(text),
    lostUntil: 0,
  };
}

function tooDeep(value: Token, map: TokenMap): Mistake {
  const line = map.lineStart(value.end);
  const indent = /^ */.exec(map.text.slice(line))?.[0].length ?? 0;
  const [, before = '', key = ''] =
    /^([\s-]*)(.*?):\s*$/.exec(map.text.slice(map.lineStart(value.start), value.start)) ?? [];
  return {
    start: line + indent,
    end: map.lineEnd(line),
    message: `This line is indented deeper than "${key}" above it, which has a value already.`,
    hint: startAt(before.length, `"${key}"`),
    lostUntil: map.endOfBlock(line, indent),
  };
}

/** A line where a field should stand. */
function noColon(start: number, map: TokenMap): Mistake {
  const text = map.text.slice(start, map.lineEnd(start));
  const mistake = { start, end: start + text.length, lostUntil: Number.POSITIVE_INFINITY };
  const [, name, value] = /^([\w-]+):(\S.*)$/.exec(text) ?? [];
  if (name !== undefined) {
    return { ...mistake, message: 'A space is missing after the colon.', hint: `Write "${name}: ${value}".` };
  }
  if (/^[\w-]+\s?：/.test(text)) {
    const hint = 'Write ":" with a space after it.';
    return { ...mistake, message: 'This colon is of another script than the one that YAML knows.', hint };
  }
  const hint = 'A field is written "name: value". A line that goes on with a text is indented deeper than its field.';
  return { ...mistake, message: 'This line has no colon, so it is no field.', hint };
}

function badEntry(start: number, map: TokenMap): Mistake {
  return {
    start,
    end: map.lineEnd(start),
    message: 'Where one entry in these brackets ends and the next one begins cannot be told.',
    hint: 'Separate entries by commas, and put texts that have a comma or a colon into quotes.',
    lostUntil: Number.POSITIVE_INFINITY,
  };
}

/** `items: - first` */
function itemInLine(start: number, map: TokenMap): Mistake {
  const text = map.rest(start);
  return {
    start,
    end: start + text.length,
    message: 'A list cannot begin in the line of its field.',
    hint: `Write each item in a line of its own below. If this is a text, ${quotingClause(text)}.`,
    lostUntil: 0,
  };
}

function closesNothing(start: number, end: number, map: TokenMap): Mistake {
  return {
    start,
    end,
    message: `This "${map.text.charAt(start)}" closes nothing.`,
    hint: 'Remove it, or put the text that it belongs to into quotes.',
    lostUntil: 0,
  };
}

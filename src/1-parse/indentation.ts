import type { Mistake, Recognise } from './token-map.ts';

/** Something that lines can stand in line with: the dash of an item, or the first letter of a key. */
interface Level {
  readonly column: number;
  readonly kind: 'item' | 'field';
  /** The key; empty for items. */
  readonly key: string;
}

interface Line {
  readonly start: number;
  readonly indent: number;
  /** Without indentation and trailing space. */
  readonly content: string;
  /** Whether the line belongs to a text that begins with `|` or `>`. */
  readonly isText: boolean;
}

/** Tabs, look-alikes of spaces, and lines that stand in line with nothing above them. */
export const badIndentation: Recognise = ({ code, message, start }, map) => {
  const line = map.lineStart(start);
  const [indent = ''] = /^\s*/.exec(map.text.slice(line, map.lineEnd(line))) ?? [];
  if (code === 'TAB_AS_INDENT' || indent.includes('\t')) {
    const tab = map.text.indexOf('\t', indent.includes('\t') ? line : start);
    return {
      start: tab,
      end: tab + 1,
      message: 'A line is indented with a tab.',
      hint: 'YAML is indented with spaces. Set your editor to insert spaces, and replace all tabs in this file.',
      lostUntil: Number.POSITIVE_INFINITY,
    };
  }
  if (/[^ ]/.test(indent)) {
    return {
      start: line,
      end: line + indent.length,
      message: 'This line is indented with characters that only look like spaces.',
      hint: 'Delete the space before the text and type it again.',
      lostUntil: Number.POSITIVE_INFINITY,
    };
  }
  const isAboutPlace =
    code === 'BAD_INDENT' || /without - indicator|sequence may not be used|at node end|map values/.test(message);
  if (!isAboutPlace || /^Flow/.test(message)) return undefined;
  // The parser stops at the line break before the line that it cannot place, or at an empty line there.
  const place = map.contentAfter(start);
  const isFirst = map.text.slice(map.lineStart(place), place).trim() === '';
  return isFirst ? misplacedLine(map.text, place) : undefined;
};

/** Says why the line at `offset` cannot stand where it stands, or nothing when its indentation fits. */
function misplacedLine(text: string, offset: number): Mistake | undefined {
  const lines = linesTo(text, offset);
  const line = lines.pop();
  if (!line || line.content === '') return undefined;
  const { indent, content } = line;
  const start = line.start + indent;
  const mistake = (message: string, hint: string): Mistake => ({
    start,
    end: start + content.length,
    message,
    hint,
    lostUntil: Number.POSITIVE_INFINITY,
  });
  const [, afterDash] = /^-([^\s-].*)$/s.exec(content) ?? [];
  if (afterDash !== undefined) {
    return mistake('A space is missing after the dash.', `Write "- ${beginning(afterDash)}".`);
  }
  const above = textAbove(lines, indent);
  if (above) {
    const message = `This line is indented less than the text after "${above.mark}" that it belongs to.`;
    return mistake(message, `Indent it by ${spaces(above.indent)}.`);
  }
  const levels = openLevels(lines);
  const kind = /^-(\s|$)/.test(content) ? 'item' : 'field';
  const fitting = levels.filter((level) => level.kind === kind);
  const here = levels.filter(({ column }) => column === indent);
  if (here.length === 0) {
    const message =
      indent === 0
        ? 'This line is not indented, unlike all lines above.'
        : `This line is indented by ${spaces(indent)}, which fits none of the lines above.`;
    return mistake(message, alignment(fitting.length > 0 ? fitting : levels, indent));
  }
  if (here.some((level) => level.kind === kind)) return undefined;
  if (kind === 'item') {
    const message = `A list item cannot stand in line with "${here[0]?.key}", which is a field.`;
    const hint = 'Items stand below the field of their list, indented by two more spaces.';
    return mistake(message, fitting.length > 0 ? alignment(fitting, indent) : hint);
  }
  const message = 'This line stands in line with the "-" of the list item above it, but begins no item itself.';
  return mistake(message, `Begin it with "- ", or indent it by ${spaces(indent + 2)} if it belongs to the item.`);
}

/** The lines of a text up to the one at `offset`. */
function linesTo(text: string, offset: number): Line[] {
  const lines: Line[] = [];
  let textIndent: number | undefined;
  for (let start = 0; start <= offset; ) {
    const end = text.indexOf('\n', start);
    const written = text.slice(start, end < 0 ? text.length : end);
    const content = written.trim();
    const indent = written.length - written.trimStart().length;
    if (textIndent !== undefined && content !== '' && indent <= textIndent) textIndent = undefined;
    const isText = textIndent !== undefined;
    lines.push({ start, indent: content === '' ? 0 : indent, content, isText });
    if (!isText && blockMark(content)) textIndent = levelsOf({ indent, content }).at(-1)?.column ?? indent;
    if (end < 0) break;
    start = end + 1;
  }
  return lines;
}

/** `|` or `>` at the end of a line, where a text begins below. */
function blockMark(content: string): string | undefined {
  return /(?:^|[:-] +)([|>])[+-]?\d?[+-]?(?:\s+#.*)?$/.exec(content)?.[1];
}

/** The text above that a line with this indentation falls out of, although it is deeper than the key of the text. */
function textAbove(lines: readonly Line[], indent: number): { mark: string; indent: number } | undefined {
  let at = lines.length - 1;
  let textIndent: number | undefined;
  while (at >= 0 && (lines[at]?.isText || lines[at]?.content === '')) {
    if (lines[at]?.content !== '') textIndent = lines[at]?.indent;
    at -= 1;
  }
  const header = lines[at];
  const mark = header && blockMark(header.content);
  if (!header || mark === undefined) return undefined;
  const key = levelsOf(header).at(-1)?.column ?? header.indent;
  // Without any text below it, the line that follows was meant as its text.
  if (textIndent === undefined) return { mark, indent: key + 2 };
  return indent > key ? { mark, indent: textIndent } : undefined;
}

/** The levels that a following line could go on with, the deepest first. */
function openLevels(lines: readonly Line[]): readonly Level[] {
  const open: Level[] = [];
  let limit = Number.POSITIVE_INFINITY;
  for (const line of lines.toReversed()) {
    if (line.isText || line.content === '' || line.content.startsWith('#')) continue;
    open.push(
      ...levelsOf(line)
        .filter(({ column }) => column < limit)
        .reverse(),
    );
    limit = Math.min(limit, line.indent);
  }
  return open;
}

function levelsOf({ indent, content }: Pick<Line, 'indent' | 'content'>): readonly Level[] {
  const levels: Level[] = [];
  let column = indent;
  let rest = content;
  for (let dash = /^-(\s+|$)/.exec(rest); dash; dash = /^-(\s+|$)/.exec(rest)) {
    levels.push({ column, kind: 'item', key: '' });
    column += dash[0].length;
    rest = rest.slice(dash[0].length);
  }
  const [, key] = /^("[^"]*"|'[^']*'|[^\s#"'[{][^:]*):(?:\s|$)/.exec(rest) ?? [];
  if (key !== undefined) levels.push({ column, kind: 'field', key });
  return levels;
}

/** How far to indent: like the nearest level, the deeper one of two that are equally near. */
function alignment(levels: readonly Level[], indent: number): string {
  const [nearest] = [...levels].sort((a, b) => Math.abs(a.column - indent) - Math.abs(b.column - indent));
  if (!nearest) return 'Align it with its neighbours.';
  return startAt(nearest.column, nearest.kind === 'item' ? 'the "-" above' : `"${nearest.key}"`);
}

/** A hint to begin a line in line with something above it. */
export function startAt(column: number, what: string): string {
  return column === 0
    ? `Start it at the margin, in line with ${what}.`
    : `Indent it by ${spaces(column)}, in line with ${what}.`;
}

const spaces = (count: number): string => `${count} space${count === 1 ? '' : 's'}`;
const beginning = (text: string): string => (text.length > 30 ? `${text.slice(0, 30)}…` : text);

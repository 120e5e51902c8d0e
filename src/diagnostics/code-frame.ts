import stringWidth from 'string-width';
import type { Span } from '../model/source.ts';
import type { Paint } from './format.ts';
import { Positions } from './position.ts';
import { visible } from './visible.ts';

/** How much of a line is looked at on each side of a place, in UTF-16 units: far more than any terminal shows. */
const reach = 2000;

/**
 * The line that a span begins on, the line before it, and carets below what it covers, cut to fit `width` columns of a
 * terminal. Shape: two or three lines.
 */
export function codeFrame(text: string, span: Span, paint: Paint, width: number): readonly string[] {
  const positions = new Positions(text);
  const start = positions.at(span.start);
  const end = positions.at(Math.max(span.start, span.end));
  const gutter = String(start.line).length + 2;
  const skipped = Math.max(0, start.column - 1 - reach);
  const part = (number: number): string => positions.line(number).slice(skipped, skipped + 2 * reach);
  const line = part(start.line);
  const column = start.column - 1 - skipped;
  const before = columnsOf(line.slice(0, column));
  const marked = line.slice(column, end.line === start.line ? end.column - 1 - skipped : undefined);
  const view = viewOf(before, columnsOf(line), width - gutter - 3);
  const carets = Math.min(columnsOf(marked), view.from + view.width - before);
  const row = (number: number): string => {
    const shown = cut(visible(part(number)), view);
    return `${paint.faint(`${String(number).padStart(gutter)} |`)}${shown === '' ? '' : ` ${shown}`}`;
  };
  return [
    ...(start.line > 1 ? [row(start.line - 1)] : []),
    row(start.line),
    `${' '.repeat(gutter)} ${paint.faint('|')} ${' '.repeat(before - view.from)}${paint.error('^'.repeat(Math.max(1, carets)))}`,
  ];
}

/** A part of a line, in columns of a terminal. */
interface View {
  readonly from: number;
  readonly width: number;
}

/** What to show of a long line: its beginning if that holds the place, otherwise what stands around the place. */
function viewOf(place: number, length: number, width: number): View {
  const from = length <= width || place < width * 0.75 ? 0 : place - Math.floor(width / 2);
  return { from, width };
}

const letters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The letters of a line that fit into a view; an ellipsis stands for what is left out on either side. */
function cut(text: string, { from, width }: View): string {
  const first = from === 0 ? 0 : from + 1;
  const isLong = columnsOf(text) > from + width;
  const last = from + width - (isLong ? 1 : 0);
  let column = 0;
  let shown = '';
  for (const { segment } of letters.segment(text)) {
    const next = column + stringWidth(segment);
    // Of a wide letter that is cut in half, its room stays.
    if (column >= first && next <= last) shown += segment;
    else if (column < first && next > first) shown += ' '.repeat(next - first);
    column = next;
  }
  if (from > 0 && shown !== '') shown = `…${shown}`;
  return isLong ? `${shown}…` : shown;
}

const columnsOf = (text: string): number => stringWidth(visible(text));

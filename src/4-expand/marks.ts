import type { Span } from '../model/source.ts';

// Noncharacters of Unicode: no text of an author holds them, the check of characters has seen to that.
const open = '\ufdd0';
const separator = '\ufdd1';
const close = '\ufdd2';

/** Sets marks around printed values, by which the finished text is traced back to the file. */
export class Marker {
  readonly #spans: Span[] = [];

  /** The text between two marks that name `span`. */
  wrap(text: string, span: Span): string {
    this.#spans.push(span);
    return `${open}${this.#spans.length - 1}${separator}${text}${close}`;
  }

  /** The text of a whole slide. */
  wrapSlide(text: string, span: Span): string {
    this.#spans.push(span);
    return `${open}slide${this.#spans.length - 1}${separator}${text}${close}`;
  }

  spanOf(id: string): Span | undefined {
    return this.#spans[Number(id)];
  }
}

/** The finished text of a deck. Line numbers are 0-based. */
export interface Settled {
  readonly markdown: string;
  readonly lines: readonly (Span | undefined)[];
  /** First line and line after the last, of each slide. */
  readonly slides: readonly { readonly start: number; readonly end: number }[];
  /** Lines that are rows of tables with values in them. */
  readonly rows: ReadonlySet<number>;
}

interface Frame {
  readonly span: Span | undefined;
  readonly isSlide: boolean;
  /** What each further line of the value begins with, so that it stays where its first line stands. */
  readonly prefix: string;
  readonly inTable: boolean;
}

/**
 * Takes the marks out of a text and says for each line where it comes from. On the way it keeps every value in its
 * slot: further lines of a value are indented, or quoted, like the first; in a table row a bar is escaped.
 */
export function settle(text: string, marker: Marker): Settled {
  let markdown = '';
  const lines: (Span | undefined)[] = [undefined];
  const slides: { start: number; end: number }[] = [];
  const rows = new Set<number>();
  const frames: Frame[] = [];
  /** Whether the current line has the place of a field already, not only that of its slide. */
  let isPlaced = false;
  const currentLine = (): string => markdown.slice(markdown.lastIndexOf('\n') + 1);

  for (const [piece] of text.matchAll(/\ufdd0(?:slide)?\d+\ufdd1|\ufdd2|[^\ufdd0-\ufdd2]+/g)) {
    if (piece.startsWith(open)) {
      const isSlide = piece.startsWith(`${open}slide`);
      const line = currentLine();
      const inTable = !isSlide && /^\s*\|/.test(line);
      if (inTable) rows.add(lines.length - 1);
      frames.push({
        span: marker.spanOf(piece.replace(/^\ufdd0(slide)?/, '').slice(0, -1)),
        isSlide,
        prefix: isSlide ? '' : continuation(line),
        inTable,
      });
      if (isSlide) slides.push({ start: lines.length - 1, end: lines.length });
    } else if (piece === close) {
      const frame = frames.pop();
      const slide = slides.at(-1);
      if (frame?.isSlide && slide) slide.end = lines.length;
    } else {
      const frame = frames.at(-1);
      // Templates leave blank lines where optional fields are; in a value every line counts.
      write(frame && !frame.isSlide ? piece : piece.replaceAll(/\n{3,}/g, '\n\n'), frame);
    }
  }
  return { markdown, lines, slides, rows };

  function write(piece: string, frame: Frame | undefined): void {
    const content = frame?.inTable ? piece.replaceAll('|', '\\|') : piece;
    content.split('\n').forEach((part, at) => {
      if (at > 0) {
        markdown += '\n';
        lines.push(undefined);
        isPlaced = false;
        // A blank line gets no indentation, but stays inside of a quote.
        markdown += part === '' ? (frame?.prefix.trimEnd() ?? '') : (frame?.prefix ?? '');
      }
      markdown += part;
      if (part === '' || !frame || isPlaced) return;
      lines[lines.length - 1] = frame.span;
      // What a template writes on its own, in words or by a label, is the slide's.
      isPlaced = frame.span !== frames.find(({ isSlide }) => isSlide)?.span;
    });
  }
}

/** What the further lines of a value begin with, when its first line stands behind `line`. */
function continuation(line: string): string {
  const [lead = ''] = /^(?:\s|>|[-*+](?=\s)|\d{1,9}[.)](?=\s))*/.exec(line) ?? [];
  return lead.replaceAll(/[^\s>]/g, ' ');
}

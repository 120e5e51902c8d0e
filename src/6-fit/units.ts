import type { Field } from '../model/deck.ts';
import { type Block, type Inline, plainText } from '../model/text.ts';

type Fields = Readonly<Record<string, Field>>;

/** The content of a field that may be divided between slides: list items, rows, lines, paragraphs. */
export interface Units {
  /** How much room each takes, in lines. */
  readonly weights: readonly number[];
  /** Units that must not be parted from the one before. */
  readonly joined: ReadonlySet<number>;
  /** The fields that change when only the units from `from` up to but not including `to` are shown. */
  take(from: number, to: number): Fields;
}

/** Something that can be parted from what stands before it, unless it is joined to that. */
interface Part {
  readonly weight: number;
  readonly isJoined: boolean;
}

function weighed(parts: readonly Part[]): Pick<Units, 'weights' | 'joined'> {
  return {
    weights: parts.map(({ weight }) => weight),
    joined: new Set(parts.flatMap(({ isJoined }, at) => (isJoined ? [at] : []))),
  };
}

/** Its code is a drawing, and no part of it can be drawn. */
const diagramLanguage = 'mermaid';

/** Lines of code; those of `marked`, which counts from 1, stay together. */
const codeLines = (text: string, marked: ReadonlySet<number>): readonly Part[] =>
  text.split('\n').map((_, at) => ({ weight: 1, isJoined: marked.has(at) && marked.has(at + 1) }));

/** About as many letters as stand in a line of a slide. */
const lineLength = 66;
/** The distance that themes keep between items, rows and paragraphs, in lines. */
const gap = 0.6;

/** The units of a field of a slide, whose other fields may go with it; undefined for a field of one piece. */
export function unitsOf(name: string, fields: Fields): Units | undefined {
  const field = fields[name];
  switch (field?.kind) {
    case 'list':
      return {
        weights: field.items.map((item) => weightOf(item) + gap),
        joined: new Set(),
        take: (from, to) => ({
          [name]: { ...field, items: field.items.slice(from, to) },
          ...highlightedRows(fields.highlight, from, to),
        }),
      };
    case 'blocks': {
      const pieces = piecesOf(field.content);
      return {
        ...weighed(pieces),
        take: (from, to) => ({ [name]: { ...field, content: joinPieces(field.content, pieces.slice(from, to)) } }),
      };
    }
    case 'code': {
      if (fields.language?.kind === 'literal' && fields.language.text === diagramLanguage) return undefined;
      const lines = field.text.split('\n');
      const marked = fields.highlight?.kind === 'literal' ? numbersIn(fields.highlight.text) : new Set<number>();
      return {
        ...weighed(codeLines(field.text, marked)),
        take: (from, to) => ({
          [name]: {
            ...field,
            text: lines.slice(from, to).join('\n'),
            ...(field.lineStarts ? { lineStarts: field.lineStarts.slice(from, to) } : {}),
          },
          ...shifted('highlight', fields.highlight, rangeText(marked, from, to)),
          ...shifted('line-numbers', fields['line-numbers'], (first) => String(Number(first) + from)),
        }),
      };
    }
    default:
      return undefined;
  }
}

function shifted(name: string, field: Field | undefined, change: string | ((text: string) => string)): Fields {
  if (field?.kind !== 'literal') return {};
  return { [name]: { ...field, text: typeof change === 'string' ? change : change(field.text) } };
}

/** Numbers in a list of ranges, such as `2,4-6`. */
function numbersIn(ranges: string): ReadonlySet<number> {
  return new Set(
    ranges.split(',').flatMap((range) => {
      const [first = 0, last = first] = range.split('-').map(Number);
      return first > 0 ? Array.from({ length: last - first + 1 }, (_, at) => first + at) : [];
    }),
  );
}

/** Lines of `marked`, which counts from 1, as they are counted when the code begins behind line `from`. */
function rangeText(marked: ReadonlySet<number>, from: number, to: number): string {
  return [...marked]
    .filter((line) => line > from && line <= to)
    .map((line) => line - from)
    .join(',');
}

/** Cells that stand out, in the rows that are shown. */
function highlightedRows(highlight: Field | undefined, from: number, to: number): Fields {
  if (highlight?.kind !== 'list') return {};
  const items = highlight.items.flatMap((item): Field[] => {
    const row = item.kind === 'map' ? item.entries.row : undefined;
    if (item.kind !== 'map' || row?.kind !== 'literal') return [item];
    const number = Number(row.text) - from;
    if (number < 1 || number > to - from) return [];
    return [{ ...item, entries: { ...item.entries, row: { ...row, text: String(number) } } }];
  });
  return { highlight: { ...highlight, items } };
}

/** How many lines a field takes, roughly. */
export function weightOf(field: Field): number {
  switch (field.kind) {
    case 'inline':
      return linesFor(plainText(field.content).length);
    case 'literal':
      return linesFor(field.text.length);
    case 'blocks':
      return piecesOf(field.content).reduce((sum, { weight }) => sum + weight, 0);
    case 'code':
      return field.text.split('\n').length;
    case 'list':
      return field.items.reduce((sum, item) => sum + weightOf(item), 0);
    case 'map':
      return Object.values(field.entries).reduce((sum, entry) => sum + weightOf(entry), 0);
    default:
      return 1;
  }
}

const linesFor = (letters: number): number => Math.max(1, Math.ceil(letters / lineLength));

/** A block, or a part of one that can stand on its own: an item, a row, a line. */
interface Piece extends Part {
  readonly block: number;
  /** Which part of its block it is; absent for a block of one piece. */
  readonly part?: number;
}

function piecesOf(blocks: readonly Block[]): readonly Piece[] {
  return blocks.flatMap((block, at): readonly Piece[] => {
    const before = blocks[at - 1];
    // A heading, and a sentence that leads to a list, stay with what they are about.
    const leads =
      before?.kind === 'heading' || (before?.kind === 'paragraph' && /[:：]$/.test(plainText(before.children)));
    const parts = partsOf(block);
    if (!parts) return [{ block: at, weight: weightOfBlock(block), isJoined: leads }];
    return parts.map(({ weight, isJoined }, part) => ({
      block: at,
      part,
      weight,
      isJoined: isJoined || (leads && part === 0),
    }));
  });
}

/** The parts of a block that can be divided. */
function partsOf(block: Block): readonly Part[] | undefined {
  const free = (weight: number): Part => ({ weight, isJoined: false });
  switch (block.kind) {
    case 'list':
      return block.items.map((item) => free(item.reduce((sum, inner) => sum + weightOfBlock(inner), 0)));
    case 'table':
      return block.rows.map((row) => free(Math.max(1, ...row.map((cell) => cellLines(cell, row.length))) + gap));
    case 'code':
      return block.language === diagramLanguage ? undefined : codeLines(block.text, numbersIn(block.highlight));
    default:
      return undefined;
  }
}

const cellLines = (cell: readonly Inline[], columns: number): number => linesFor(plainText(cell).length * columns);

function weightOfBlock(block: Block): number {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return linesFor(plainText(block.children).length) + gap;
    case 'quote':
      return block.blocks.reduce((sum, inner) => sum + weightOfBlock(inner), 0);
    case 'formula':
      return 2;
    case 'rule':
      return 1;
    case 'code':
      return block.text.split('\n').length;
    default:
      return (partsOf(block) ?? []).reduce((sum, { weight }) => sum + weight, 0);
  }
}

/** The blocks that some pieces in a row make up. */
function joinPieces(blocks: readonly Block[], pieces: readonly Piece[]): readonly Block[] {
  const shown = [...new Set(pieces.map(({ block }) => block))];
  return shown.flatMap((at) => {
    const block = blocks[at] as Block;
    const parts = pieces.filter(({ block: of }) => of === at).map(({ part }) => part);
    const [first] = parts;
    return first === undefined ? [block] : [sliced(block, first, first + parts.length)];
  });
}

function sliced(block: Block, from: number, to: number): Block {
  switch (block.kind) {
    case 'list': {
      const items = block.items.slice(from, to);
      return block.start === undefined ? { ...block, items } : { ...block, items, start: block.start + from };
    }
    case 'table':
      return { ...block, rows: block.rows.slice(from, to) };
    case 'code':
      return {
        ...block,
        text: block.text.split('\n').slice(from, to).join('\n'),
        highlight: rangeText(numbersIn(block.highlight), from, to),
        ...(block.firstLine === undefined ? {} : { firstLine: block.firstLine + from }),
      };
    default:
      return block;
  }
}

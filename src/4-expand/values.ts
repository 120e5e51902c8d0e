import { isColumnOfNumbers } from '../model/data.ts';
import type { Cell, DataField, Field } from '../model/deck.ts';
import type { Span } from '../model/source.ts';
import { type Block, type Inline, plainText } from '../model/text.ts';
import type { Embeds } from './embeds.ts';
import { encodeBlocks, encodeFence, type ListMarks } from './encode-blocks.ts';
import { encodeInline } from './encode-inline.ts';
import { encodeLine, encodePath, encodeText } from './encode-text.ts';

/**
 * A field as templates see it: it prints as safe Markdown with one brace or three, and nothing else can be got out of it.
 */
export class Printable {
  readonly #markdown: string;
  readonly #field: Field;

  constructor(markdown: string, field: Field) {
    this.#markdown = markdown;
    this.#field = field;
  }

  /** Handlebars prints what this returns without escaping it again. */
  toHTML(): string {
    return this.#markdown;
  }

  toString(): string {
    return this.#markdown;
  }

  /** The field behind a value, for helpers. */
  static field(value: unknown): Field | undefined {
    return value instanceof Printable ? value.#field : undefined;
  }
}

/** What a template context is made of. */
export type Value = Printable | string | number | boolean | readonly Value[] | { readonly [name: string]: Value };

/** Notes where a printed value comes from. */
export type Wrap = (markdown: string, span: Span) => string;

/** Turns fields into what templates can print. */
export class Printer {
  readonly #marks: ListMarks;
  readonly #embeds: Embeds;
  readonly #wrap: Wrap;

  constructor(marks: ListMarks, embeds: Embeds, wrap: Wrap) {
    this.#marks = marks;
    this.#embeds = embeds;
    this.#wrap = wrap;
  }

  value(field: Field): Value {
    switch (field.kind) {
      case 'map':
        return this.values(field.entries);
      case 'list':
        return field.items.map((item) => this.value(item));
      case 'choice':
        return field.value;
      default:
        return this.print(this.#markdown(field), field);
    }
  }

  values(fields: Readonly<Record<string, Field>>): Readonly<Record<string, Value>> {
    return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, this.value(field)]));
  }

  /** Markdown that is safe already, as a value that stands for `field`. */
  print(markdown: string, field: Field): Printable {
    return new Printable(this.#wrap(markdown, field.span), field);
  }

  /** Text that stands for itself. */
  literal(text: string, span: Span): Printable {
    return this.value({ kind: 'literal', text, span }) as Printable;
  }

  #markdown(field: Exclude<Field, { kind: 'map' | 'list' | 'choice' }>): string {
    switch (field.kind) {
      case 'inline':
        return encodeInline(field.content, this.#embeds);
      case 'blocks':
        return encodeBlocks(field.content, this.#marks, this.#embeds);
      case 'literal':
        return encodeLine(encodeText(field.text));
      case 'code':
        // Judged when a template prints it by the helper `fence`; alone it is a block without a language.
        return encodeFence(
          { kind: 'code', language: '', text: field.text, highlight: '', span: field.span },
          { add() {}, all: [] },
        );
      case 'asset':
        return encodePath(field.path);
      case 'code-file':
        return encodeLine(encodeText(field.path));
      case 'data':
        return field.columns.length === 0 ? '' : encodeBlocks([tableOf(field)], this.#marks, this.#embeds);
    }
  }
}

/** Data as a table whose cells stand for themselves; columns of numbers are aligned at the right. */
function tableOf({ columns, rows }: DataField): Block {
  const cells = (row: readonly Cell[]) => row.map(({ text }): readonly Inline[] => [{ kind: 'text', text }]);
  const align = columns.map((_, at) => (isColumnOfNumbers(rows.map((row) => row[at]?.text ?? '')) ? 'right' : 'none'));
  return { kind: 'table', align, head: cells(columns), rows: rows.map(cells) };
}

/** A field as plain text, to compare or to put into an attribute. */
export function fieldText(value: unknown): string {
  const field = Printable.field(value);
  switch (field?.kind) {
    case 'inline':
      return plainText(field.content as readonly Inline[]);
    case 'literal':
    case 'code':
      return field.text;
    case 'asset':
    case 'code-file':
      return field.path;
    default:
      return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
  }
}

import type { Code } from '../diagnostics/catalogue.ts';
import type { Source } from './source.ts';

/** How a text field is read and written. Each has one encoding, so that content cannot leave its slot. */
export const formats = [
  'inline',
  'markdown',
  'text',
  'asset',
  'alt',
  'code',
  'code-file',
  'language',
  'emoji',
  'color',
  'data',
  'formula',
] as const;
export type Format = (typeof formats)[number];

/** The part of JSON Schema that Lectern itself reads in a contract; Ajv reads all of it. */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly format?: Format;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  /** Where the value comes from when the author leaves the field out: `lesson.objectives`. */
  readonly defaultFrom?: string;
  /** The content of the field may be divided between slides when it does not fit on one. */
  readonly splits?: boolean;
  /** The field is for the instructor: decks for students are made without it. */
  readonly audience?: 'instructor';
  /** The field names items of the list beside it that has this name, by their letters. */
  readonly letterOf?: string;
  /** What to say in place of a general message when a text does not match `pattern`. */
  readonly patternHint?: string;
  /** What to say in place of a general message when a list has too few items. */
  readonly whenEmpty?: { readonly code: Code; readonly message: string; readonly hint: string };
  readonly examples?: readonly unknown[];
  readonly [keyword: string]: unknown;
}

/** The contract of a layout: what may be written on a slide, and what must be. */
export interface Contract {
  readonly layout: string;
  readonly title: string;
  readonly description: string;
  /** JSON Schema 2020-12 of the slide, without the fields that all slides share. */
  readonly schema: Schema;
  readonly source: Source;
}

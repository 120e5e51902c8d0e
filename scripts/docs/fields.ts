import type { Format, Schema } from '../../src/model/contract.ts';

/** A field of a layout as a row of its table. */
export interface FieldRow {
  /** With its way there: `left.body`, `items[].title`. */
  readonly name: string;
  /** `yes`, empty, or in which case. */
  readonly required: string;
  readonly format: string;
  readonly meaning: string;
}

const formatWords: Readonly<Record<Format | 'formula', string>> = {
  inline: 'line of Markdown',
  markdown: 'Markdown',
  text: 'text',
  alt: 'text',
  asset: 'image of the course',
  code: 'code',
  'code-file': 'text file of the course',
  language: 'programming language',
  emoji: 'emoji',
  color: 'colour',
  data: 'CSV file of the course, or rows',
  formula: 'formula',
};

const typeWords: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'number',
  integer: 'whole number',
  boolean: '`true` or `false`',
  object: 'fields',
};

/** The fields of a layout or of one of its objects, each followed by those inside of it. `way` is what leads to them. */
export function fieldRows(schema: Schema, way = ''): readonly FieldRow[] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, field]) => {
    const name = `${way}${key}`;
    const row = {
      name,
      required: requiredWords(schema, key),
      format: formatOf(field),
      meaning: field.description ?? '',
    };
    return [row, ...insideOf(field, name)];
  });
}

function insideOf(field: Schema, name: string): readonly FieldRow[] {
  const branches = field.oneOf ?? field.anyOf ?? [];
  return [
    ...(field.properties ? fieldRows(field, `${name}.`) : []),
    ...(field.items ? insideOf(field.items, `${name}[]`) : []),
    ...branches.flatMap((branch) => insideOf(branch, name)),
  ];
}

function requiredWords(schema: Schema, key: string): string {
  const from = schema.properties?.[key]?.defaultFrom;
  if (from !== undefined) return `unless the lesson has \`${from.replace(/^lesson\./, '')}\``;
  if (schema.required?.includes(key)) return 'yes';
  const [other] = (schema.if as { readonly not?: Schema } | undefined)?.not?.required ?? [];
  const then = schema.then as Schema | undefined;
  return other !== undefined && then?.required?.includes(key) ? `without \`${other}\`` : '';
}

function formatOf(field: Schema): string {
  const branches = field.oneOf ?? field.anyOf;
  if (branches) return [...new Set(branches.map(formatOf))].join(', or ');
  if (field.enum) return field.enum.map((value) => `\`${value}\``).join(', ');
  if (field.items) return `list of ${plural(formatOf(field.items))}`;
  if (field.format) return formatWords[field.format];
  const types = [field.type ?? []].flat();
  return types.map((type) => typeWords[type] ?? type).join(' or ');
}

/** Of what a list has several; words that have no plural stay as they are. */
function plural(words: string): string {
  return words
    .replace(/^line of/, 'lines of')
    .replace(/^list of/, 'lists of')
    .replaceAll(/\b(text|number|image|colour)\b(?! of)/g, '$1s');
}

import type { Schema } from '../model/contract.ts';
import { fitLimits } from '../model/deck.ts';

/** The field `fit` of courses, lessons and slides. */
export const fitField: Schema = {
  type: 'string',
  enum: fitLimits,
  description:
    'How far Lectern may go to make slides fit: `none`, `tighten` the spacing, `scale` the text, or `split` a slide in parts, which includes the others and is the default.',
};

/** The fields that every slide has besides those of its layout. `title` belongs to the layouts: some require it. */
export const commonSlideFields: Readonly<Record<string, Schema>> = {
  layout: { type: 'string', minLength: 1, description: 'The layout of the slide. `lectern list` shows all of them.' },
  id: {
    type: 'string',
    pattern: '^[a-z][a-z0-9-]*$',
    patternHint: 'Use lower-case letters, digits and hyphens, with a letter first, as in "bayes-rule".',
    description: 'A lasting name for the slide, unique in its section: the address of the slide after `#`.',
  },
  notes: {
    type: 'string',
    format: 'markdown',
    description: 'What the lecturer says. Markdown; only in the instructor tree, never in what students get.',
  },
  minutes: { type: 'number', exclusiveMinimum: 0, description: 'Planned time for this slide, in minutes.' },
  class: {
    type: 'string',
    pattern: '^[a-z][a-z0-9-]*( [a-z][a-z0-9-]*)*$',
    patternHint: 'Write class names in lower-case letters, digits and hyphens, with single spaces between them.',
    description: 'Variants of the theme for this slide, such as `emphasis` or `invert`.',
  },
  audience: {
    type: 'string',
    enum: ['everyone', 'instructor'],
    description: 'Who sees the slide. Slides for the instructor are not in the public tree at all.',
  },
  reveal: {
    type: 'string',
    enum: ['none', 'items'],
    description: 'With `items`, list items come one by one while presenting. The PDF shows all of them.',
  },
  fit: fitField,
};

/** The contract of a layout joined with the fields of all slides: what one slide is checked against. */
export function slideSchema(layout: Schema): Schema {
  const closed = closeObjects(layout);
  return {
    ...closed,
    // A layout's own fields come first where fields are listed.
    properties: { ...closed.properties, title: closed.properties?.title ?? commonTitle, ...commonSlideFields },
    required: ['layout', ...(closed.required ?? [])],
    additionalProperties: false,
  };
}

const commonTitle: Schema = {
  type: 'string',
  format: 'inline',
  pattern: '\\S',
  description: 'The heading of the slide.',
};

/** How data can be given: by a file of the course, or as rows in place. */
const dataForms: readonly Schema[] = [
  { type: 'string', pattern: '\\S', description: 'A CSV or TSV file, by its path in the course folder.' },
  {
    type: 'array',
    minItems: 1,
    description: 'The rows.',
    items: {
      type: 'object',
      minProperties: 1,
      description: 'One row: the value of each column, by the name of the column.',
      additionalProperties: { type: ['string', 'number', 'boolean', 'null'], description: 'One value.' },
    },
  },
];

/**
 * The schema with what contracts leave unsaid: objects have no other fields than those named, and a text has
 * at least one visible character.
 */
export function closeObjects(schema: Schema): Schema {
  const closed: Record<string, unknown> = { ...schema };
  if (schema.properties) {
    closed.properties = mapValues(schema.properties, closeObjects);
    closed.additionalProperties ??= false;
  }
  if (schema.items) closed.items = closeObjects(schema.items);
  if (schema.oneOf) closed.oneOf = schema.oneOf.map(closeObjects);
  if (schema.anyOf) closed.anyOf = schema.anyOf.map(closeObjects);
  if (schema.format === 'data' && schema.type === undefined) closed.anyOf = dataForms;
  if (schema.format && schema.pattern === undefined && schema.type === 'string') closed.pattern = '\\S';
  return closed;
}

function mapValues<T, U>(record: Readonly<Record<string, T>>, change: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}

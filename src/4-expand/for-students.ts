import type { Schema } from '../model/contract.ts';
import type { DeckSlide, Field } from '../model/deck.ts';

type Fields = DeckSlide['fields'];

/**
 * A slide without the fields that its contract keeps for the instructor (`audience: instructor`), however deep they lie.
 * Templates for students are filled from what is left, so that nothing of these fields can get into any file for them.
 */
export function forStudents(slide: DeckSlide): DeckSlide {
  return { ...slide, fields: openFields(slide.fields, [slide.layout.contract.schema]) };
}

/** Fields that have been filled from others, and tell as much as these. */
const filledFrom: Readonly<Record<string, readonly string[]>> = {
  columns: ['data'],
  rows: ['data'],
  code: ['file'],
  language: ['file'],
};

/** `schemas` are the ones that the mapping may have: what one of them keeps for the instructor is kept. */
function openFields(fields: Fields, schemas: readonly Schema[]): Fields {
  const isHidden = (name: string): boolean =>
    schemas.some(({ properties }) => branchesOf(properties?.[name]).some(isForInstructor));
  const open = Object.entries(fields).flatMap(([name, field]) => {
    if ([name, ...(filledFrom[name] ?? [])].some(isHidden)) return [];
    const own = schemas.flatMap(({ properties }) => branchesOf(properties?.[name]));
    return [[name, openField(field, own)] as const];
  });
  return Object.fromEntries(open);
}

function openField(field: Field, schemas: readonly Schema[]): Field {
  if (field.kind === 'map') return { ...field, entries: openFields(field.entries, schemas) };
  if (field.kind !== 'list') return field;
  const own = schemas.flatMap(({ items }) => branchesOf(items));
  return { ...field, items: own.some(isForInstructor) ? [] : field.items.map((item) => openField(item, own)) };
}

const isForInstructor = ({ audience }: Schema): boolean => audience === 'instructor';

/** A schema with its alternatives. */
function branchesOf(schema: Schema | undefined): readonly Schema[] {
  if (!schema) return [];
  return [schema, ...[...(schema.oneOf ?? []), ...(schema.anyOf ?? [])].flatMap(branchesOf)];
}

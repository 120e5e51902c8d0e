import type { Schema } from '../model/contract.ts';

/** What a schema says about a step of a path: what is there, that nothing is, or nothing at all. */
export type Step =
  | { readonly kind: 'found'; readonly schema: Schema }
  | { readonly kind: 'missing'; readonly known: readonly string[] }
  | { readonly kind: 'unknown' };

const unknown: Step = { kind: 'unknown' };
const nothing: Step = { kind: 'missing', known: [] };

/** Looks up a field of an object, or an item of a list. Of alternatives, one that has it is enough. */
export function stepInto(schema: Schema, part: string): Step {
  const alternatives = schema.oneOf ?? schema.anyOf;
  if (alternatives) return best(alternatives.map((branch) => stepInto(branch, part)));
  if (schema.isOpen) return unknown;
  if (schema.properties) {
    const property = Object.hasOwn(schema.properties, part) ? schema.properties[part] : undefined;
    return property ? { kind: 'found', schema: property } : { kind: 'missing', known: Object.keys(schema.properties) };
  }
  if (schema.items) {
    if (/^\d+$/.test(part)) return { kind: 'found', schema: schema.items };
    return part === 'length' ? { kind: 'found', schema: { type: 'number' } } : nothing;
  }
  const isScalar = schema.type !== undefined && [schema.type].flat().every((type) => !/^(object|array)$/.test(type));
  return isScalar ? nothing : unknown;
}

/** What the items of a list are like; undefined when the schema does not say. */
export function itemsOf(schema: Schema | undefined): Schema | undefined {
  if (!schema) return undefined;
  const alternatives = schema.oneOf ?? schema.anyOf ?? [];
  return schema.items ?? alternatives.find((branch) => branch.items)?.items;
}

function best(steps: readonly Step[]): Step {
  const found = steps.find((step) => step.kind === 'found') ?? steps.find((step) => step.kind === 'unknown');
  return found ?? { kind: 'missing', known: steps.flatMap((step) => (step.kind === 'missing' ? step.known : [])) };
}

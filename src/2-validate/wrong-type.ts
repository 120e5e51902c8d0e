import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { quotingHint } from '../diagnostics/quoting.ts';
import { diagnose } from '../diagnostics/report.ts';
import { listNames } from '../diagnostics/suggest.ts';
import type { Schema } from '../model/contract.ts';
import type { MapNode, Tree } from '../model/tree.ts';
import type { SchemaError } from './ajv.ts';
import { headSpan, nameOf, nodeAt } from './locate.ts';

const typeNames: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a mapping of fields',
  null: 'nothing',
};

/** A value of another type than the schema asks for. Errors: field/wrong-type, field/missing where there is no value. */
export function wrongType(node: Tree, name: string, expected: readonly string[], error: SchemaError): Diagnostic {
  const schema = (error.parentSchema ?? {}) as Schema;
  const wanted = [...new Set(expected)].map((type) => typeNames[type] ?? type).join(' or ');
  if (error.data === null) {
    const what = /^Item/.test(name) ? 'item' : 'field';
    const hint = `${toWrite(expected, wanted, schema)}, or remove the ${what}.`;
    return diagnose('field/missing', node.span, `${name} has no value.`, hint);
  }
  const message = `${name} is ${wanted}, but what stands here is ${given(node)}.`;
  return diagnose('field/wrong-type', headSpan(node), message, hintFor(node, expected, schema));
}

function toWrite(expected: readonly string[], wanted: string, { properties }: Schema): string {
  if (expected.includes('string')) return 'Write the text';
  if (expected.includes('array')) return 'Write its items below it, each after "- "';
  if (properties) return `Write its fields below it: ${listNames(Object.keys(properties), 'and')}`;
  return `Write ${wanted}`;
}

function given(node: Tree): string {
  if (node.kind === 'map') return typeNames.object ?? '';
  if (node.kind === 'list') return typeNames.array ?? '';
  if (typeof node.value === 'number' && !Number.isFinite(node.value)) return `"${node.written ?? node.value}"`;
  if (typeof node.value === 'number') return `the number ${node.written ?? node.value}`;
  if (typeof node.value === 'boolean') return `the value ${node.value}`;
  return 'a text';
}

function hintFor(node: Tree, expected: readonly string[], schema: Schema): string | undefined {
  const isWanted = (type: string): boolean => expected.includes(type);
  switch (node.kind) {
    case 'map':
      if (isWanted('string')) return colonHint(node);
      return isWanted('array') ? 'Begin each item of the list with "- ".' : undefined;
    case 'list':
      if (!isWanted('string')) return isWanted('object') ? fieldsHint(schema) : 'It takes one value, not several.';
      return schema.format === 'markdown'
        ? 'Write "|" after the name of the field, and the Markdown in the lines below, indented.'
        : 'It takes one value, not several. If it is a text that begins with "[" or "-", put the whole text into quotes.';
    case 'scalar':
      if (isWanted('string')) return `Put it into quotes to have it as text: "${node.written ?? node.value}".`;
      if (isWanted('number') || isWanted('integer')) return 'Write it in digits, without a unit.';
      if (isWanted('boolean')) return 'Write true or false, without quotes.';
      if (isWanted('array')) return listHint(String(node.value));
      return isWanted('object') ? fieldsHint(schema) : undefined;
  }
}

function listHint(text: string): string {
  return /, /.test(text) && text.length <= 60
    ? `Write it as a list in brackets: [${text}].`
    : 'Write each item in a line of its own, after "- ".';
}

function fieldsHint({ properties, required, additionalProperties }: Schema): string | undefined {
  const names = Object.keys(properties ?? {});
  if (names.length === 0) return undefined;
  const example = required?.[0] ?? names[0];
  const others = additionalProperties === true ? ', and others' : '';
  return `Its fields are ${listNames(names, 'and')}${others}: write "${example}: …".`;
}

/**
 * An item that could be a text, but has become a mapping because of a colon in it. Then all its fields are unknown.
 * Errors: field/wrong-type.
 */
export function colonInItem(tree: Tree, error: SchemaError, errors: readonly SchemaError[]): Diagnostic | undefined {
  const node = nodeAt(tree, error.instancePath);
  if (node.kind !== 'map' || node.entries.length === 0 || !error.alternatives?.includes('string')) return undefined;
  if (error.keyword !== 'required' && error.keyword !== 'additionalProperties') return undefined;
  const here = errors.filter(({ instancePath }) => instancePath === error.instancePath);
  const unknown = here.filter(({ keyword }) => keyword === 'additionalProperties');
  const isMisspelt = !here.some(({ keyword }) => keyword === 'required');
  if (unknown.length < node.entries.length || isMisspelt) return undefined;
  const [first] = node.entries;
  const message = `${nameOf(tree, error.instancePath)} is read as a field called "${first?.key}", because it has a colon followed by a space.`;
  return diagnose('field/wrong-type', headSpan(node), message, colonHint(node));
}

function colonHint({ entries }: MapNode): string {
  const [entry] = entries;
  const isText = entries.length === 1 && entry?.value.kind === 'scalar' && entry.value.value !== null;
  if (isText)
    return quotingHint(
      `${entry.key}: ${entry.value.kind === 'scalar' ? (entry.value.written ?? entry.value.value) : ''}`,
    );
  return 'If it is a text, put the whole text into quotes: YAML reads "{", and a colon followed by a space, as fields.';
}

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { diagnose } from '../diagnostics/report.ts';
import { listNames, nearest } from '../diagnostics/suggest.ts';
import type { Schema } from '../model/contract.ts';
import { plain, type Tree } from '../model/tree.ts';
import { type SchemaError, schemaErrors } from './ajv.ts';
import { headSpan, keySpan, nameOf, nodeAt } from './locate.ts';

/**
 * Checks a tree against a schema and says in an author's words, at the place in the file, what is wrong.
 * Errors: field/unknown, field/missing, field/wrong-type, field/wrong-value, image/missing-alt. One a mistake.
 */
export function check(schema: Schema, tree: Tree): readonly Diagnostic[] {
  const found = chosenBranches(schemaErrors(schema, plain(tree))).map((error) => describe(tree, error));
  // An empty text breaks both its least length and its pattern.
  return [...new Map(found.map((diagnostic) => [JSON.stringify(diagnostic), diagnostic])).values()];
}

function describe(tree: Tree, error: SchemaError): Diagnostic {
  const node = nodeAt(tree, error.instancePath);
  const name = nameOf(error.instancePath);
  const schema = (error.parentSchema ?? {}) as Schema;
  switch (error.keyword) {
    case 'additionalProperties': {
      const key: string = error.params.additionalProperty;
      const known = Object.keys(schema.properties ?? {});
      const near = nearest(key, known);
      return diagnose(
        'field/unknown',
        node.kind === 'map' ? keySpan(node, key) : node.span,
        `There is no field called "${key}" here.`,
        near === undefined ? `The fields are ${listNames(known, 'and')}.` : `Did you mean "${near}"?`,
      );
    }
    case 'required':
      return missing(node, error.params.missingProperty, schema);
    case 'type':
      return wrongType(node, name, [error.params.type].flat(), error.data);
    case 'enum': {
      const accepted = error.params.allowedValues.map(String);
      const near = typeof error.data === 'string' ? nearest(error.data, accepted) : undefined;
      return diagnose(
        'field/wrong-value',
        node.span,
        `${name} cannot be ${JSON.stringify(error.data)}: it is ${listNames(accepted)}.`,
        near === undefined ? undefined : `Did you mean "${near}"?`,
      );
    }
    case 'pattern':
    case 'minLength':
      if (typeof error.data === 'string' && error.data.trim() === '') {
        return diagnose('field/missing', node.span, `${name} is empty.`, 'Write the text, or remove the field.');
      }
      return wrongValue(`${name} cannot be "${shorten(String(error.data))}".`, schema.patternHint);
    case 'minItems':
      if (schema.whenEmpty)
        return diagnose(schema.whenEmpty.code, node.span, schema.whenEmpty.message, schema.whenEmpty.hint);
      return wrongValue(`${name} needs at least ${count(error.params.limit, 'item')}.`);
    case 'maxItems':
      return wrongValue(`${name} takes at most ${count(error.params.limit, 'item')}.`);
    case 'minimum':
    case 'maximum':
    case 'exclusiveMinimum':
    case 'exclusiveMaximum':
      return wrongValue(`${name} cannot be ${error.data}: it ${error.message}.`);
    default:
      return wrongValue(`${name} ${error.message}.`);
  }

  function wrongValue(message: string, hint?: string): Diagnostic {
    return diagnose('field/wrong-value', headSpan(node), message, hint);
  }
}

function missing(node: Tree, field: string, schema: Schema): Diagnostic {
  const wanted = schema.properties?.[field];
  const layout = node.kind === 'map' ? node.entries.find((entry) => entry.key === 'layout') : undefined;
  const place = layout ? layout.value.span : headSpan(node);
  if (wanted?.format === 'alt') {
    return diagnose(
      'image/missing-alt',
      place,
      `The image has no text for those who cannot see it: the field "${field}" is missing.`,
      `Say in "${field}" what the picture shows, in a sentence.`,
    );
  }
  return diagnose('field/missing', place, `The field "${field}" is missing.`, wanted?.description);
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a mapping with fields of its own',
  null: 'nothing',
};

function wrongType(node: Tree, name: string, expected: readonly string[], data: unknown): Diagnostic {
  const wanted = expected.map((type) => typeNames[type] ?? type).join(' or ');
  if (data === null) {
    return diagnose(
      'field/missing',
      node.span,
      `${name} has no value.`,
      `It is ${wanted}. Write it, or remove the field.`,
    );
  }
  const given = typeNames[Array.isArray(data) ? 'array' : typeof data] ?? typeof data;
  const place = headSpan(node);
  const message = `${name} is ${wanted}, but what stands here is ${given}.`;
  return diagnose('field/wrong-type', place, message, typeHint(expected, data));
}

function typeHint(expected: readonly string[], data: unknown): string | undefined {
  if (expected.includes('string') && (typeof data === 'number' || typeof data === 'boolean')) {
    return `Put it into quotes to have it as text: "${data}".`;
  }
  if (expected.includes('string') && data !== null && typeof data === 'object' && !Array.isArray(data)) {
    return 'A text with a colon followed by a space has to be in quotes.';
  }
  if (expected.includes('array')) return 'Write one item a line, each after "- ".';
  return undefined;
}

/**
 * Where a schema offers alternatives (`oneOf`, `anyOf`), Ajv reports what is wrong with each of them. An author meant one:
 * the one whose type fits. When none fits, one message names all the types.
 */
function chosenBranches(errors: readonly SchemaError[]): readonly SchemaError[] {
  const choice = errors.find((error) => error.keyword === 'oneOf' || error.keyword === 'anyOf');
  if (!choice) return errors;
  const inside = errors.filter(
    (error) =>
      error.schemaPath.startsWith(`${choice.schemaPath}/`) &&
      `${error.instancePath}/`.startsWith(`${choice.instancePath}/`),
  );
  const branchOf = (error: SchemaError): string =>
    error.schemaPath.slice(choice.schemaPath.length + 1).split('/')[0] ?? '';
  const mistyped = inside.filter((error) => error.keyword === 'type' && error.instancePath === choice.instancePath);
  const excluded = new Set(mistyped.map(branchOf));
  const chosen = inside.filter((error) => !excluded.has(branchOf(error)));
  const [anyType] = mistyped;
  const types = mistyped.flatMap((error) => error.params.type);
  const verdict = chosen.length > 0 || !anyType ? chosen : [{ ...anyType, params: { type: types } }];
  const outside = errors.filter((error) => error !== choice && !inside.includes(error));
  return [...chosenBranches(outside), ...chosenBranches(verdict)];
}

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;
const shorten = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

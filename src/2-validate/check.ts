import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { diagnose } from '../diagnostics/report.ts';
import { listNames, nearest } from '../diagnostics/suggest.ts';
import type { Schema } from '../model/contract.ts';
import { type MapNode, plain, type Tree, textOf } from '../model/tree.ts';
import { type SchemaError, schemaErrors } from './ajv.ts';
import { chosenBranches } from './branches.ts';
import { type LetterFault, letterMessage } from './letters.ts';
import { headSpan, keySpan, nameOf, nodeAt } from './locate.ts';
import { colonInItem, wrongType } from './wrong-type.ts';

/**
 * Checks a tree against a schema and says in an author's words, at the place in the file, what is wrong.
 * Errors: field/unknown, field/missing, field/wrong-type, field/wrong-value, image/missing-alt, and what the schema names
 * in `whenEmpty`. One a mistake.
 */
export function check(schema: Schema, tree: Tree): readonly Diagnostic[] {
  return describeAll(schemaErrors(schema, plain(tree)), tree);
}

/** The same for errors that have been found already. */
export function describeAll(all: readonly SchemaError[], tree: Tree): readonly Diagnostic[] {
  // That a condition is not met goes without saying: what it asks for is reported.
  const unmet = all.filter(({ keyword }) => keyword !== 'if');
  const errors = withoutMisspelt(withoutMistyped(chosenBranches(unmet)));
  const found = errors.map((error) => colonInItem(tree, error, errors) ?? describe(tree, error));
  // An empty text breaks both its least length and its pattern; a colon makes a field unknown and another one missing.
  return [...new Map(found.map((diagnostic) => [JSON.stringify(diagnostic), diagnostic])).values()];
}

/** A value of another type is none of the accepted ones either: its type says it all. */
function withoutMistyped(errors: readonly SchemaError[]): readonly SchemaError[] {
  const mistyped = new Set(errors.flatMap(({ keyword, instancePath }) => (keyword === 'type' ? [instancePath] : [])));
  return errors.filter(({ keyword, instancePath }) => keyword === 'type' || !mistyped.has(instancePath));
}

/** A misspelt field is unknown under the name that it has, and missing under its own: the first says it all. */
function withoutMisspelt(errors: readonly SchemaError[]): readonly SchemaError[] {
  const unknown = errors.filter(({ keyword }) => keyword === 'additionalProperties');
  return errors.filter(
    ({ keyword, instancePath, params, parentSchema }) =>
      keyword !== 'required' ||
      !unknown.some(
        (other) =>
          other.instancePath === instancePath &&
          nearest(other.params.additionalProperty, Object.keys(parentSchema?.properties ?? {})) ===
            params.missingProperty,
      ),
  );
}

function describe(tree: Tree, error: SchemaError): Diagnostic {
  const node = nodeAt(tree, error.instancePath);
  const name = nameOf(tree, error.instancePath);
  const schema = (error.parentSchema ?? {}) as Schema;
  const isEmpty = error.data === null || (typeof error.data === 'string' && error.data.trim() === '');
  if (schema.format === 'alt' && isEmpty) return missingAlt(node, error.instancePath.replace(/^.*\//, ''), 'empty');
  if (schema.whenEmpty && (error.keyword === 'minItems' || error.data === null)) {
    return diagnose(schema.whenEmpty.code, node.span, schema.whenEmpty.message, schema.whenEmpty.hint);
  }
  switch (error.keyword) {
    case 'additionalProperties':
      return unknown(node, error.instancePath, error.params.additionalProperty, schema);
    case 'required':
      return missing(node, error.params.missingProperty, schema);
    case 'type':
      return wrongType(node, name, [error.params.type].flat(), error);
    case 'enum':
      return wrongChoice(node, name, error.params.allowedValues.map(String), error.data);
    case 'pattern':
    case 'minLength':
      if (isEmpty) {
        return diagnose('field/missing', node.span, `${name} is empty.`, 'Write the text, or remove the field.');
      }
      return wrongValue(
        `${name} cannot be "${shorten(String(error.data))}".`,
        schema.patternHint ?? schema.description,
      );
    case 'format':
      return wrongValue(
        `${name} is one emoji, and cannot be "${shorten(String(error.data))}".`,
        'Write a single emoji, such as 🔬, or leave the field out.',
      );
    case 'letterOf':
      return wrongValue(...letterMessage(error.params as Omit<LetterFault, 'path'>));
    case 'minItems':
      return wrongValue(`${name} needs at least ${count(error.params.limit, 'item')}.`);
    case 'maxItems':
      return wrongValue(`${name} takes at most ${count(error.params.limit, 'item')}.`);
    case 'maxLength':
      return wrongValue(`${name} takes at most ${count(error.params.limit, 'character')}.`);
    case 'minimum':
    case 'maximum':
    case 'exclusiveMinimum':
    case 'exclusiveMaximum':
      return wrongValue(
        `${name} cannot be ${error.data}: it has to be ${bounds[error.keyword]} ${error.params.limit}.`,
      );
    default:
      return wrongValue(`${name} does not fit its contract: it ${error.message}.`);
  }

  function wrongValue(message: string, hint?: string): Diagnostic {
    return diagnose('field/wrong-value', headSpan(node), message, hint);
  }
}

const bounds = {
  minimum: 'at least',
  maximum: 'at most',
  exclusiveMinimum: 'more than',
  exclusiveMaximum: 'less than',
} as const;

function unknown(node: Tree, pointer: string, key: string, schema: Schema): Diagnostic {
  const known = Object.keys(schema.properties ?? {});
  const near = nearest(key, known);
  const layout = pointer === '' && node.kind === 'map' ? textOf(node, 'layout') : undefined;
  return diagnose(
    'field/unknown',
    node.kind === 'map' ? keySpan(node, key) : node.span,
    layout === undefined
      ? `There is no field called "${key}" here.`
      : `The layout "${layout}" has no field called "${key}".`,
    near === undefined ? `The fields are ${listNames(known, 'and')}.` : `Did you mean "${near}"?`,
  );
}

function missing(node: Tree, field: string, schema: Schema): Diagnostic {
  const wanted = schema.properties?.[field];
  if (wanted?.format === 'alt') return missingAlt(node, field, 'missing');
  if (wanted?.defaultFrom !== undefined) {
    const source = wanted.defaultFrom.replace(/^lesson\./, '');
    const message = `The field "${field}" is missing, and the lesson has no "${source}" that could be shown.`;
    return diagnose('field/missing', placeOf(node), message, `Add "${source}" to the lesson, or "${field}" here.`);
  }
  return diagnose('field/missing', placeOf(node), `The field "${field}" is missing.`, wanted?.description);
}

function missingAlt(node: Tree, field: string, state: 'empty' | 'missing'): Diagnostic {
  return diagnose(
    'image/missing-alt',
    placeOf(node),
    `The image has no text for those who cannot see it: the field "${field}" is ${state}.`,
    `Say in "${field}" what the picture shows, in a sentence.`,
  );
}

/** What is missing from a slide is spoken of at its layout, which asks for it. */
function placeOf(node: Tree) {
  const layout = node.kind === 'map' ? layoutOf(node) : undefined;
  return layout?.span ?? headSpan(node);
}

const layoutOf = (node: MapNode): Tree | undefined => node.entries.find(({ key }) => key === 'layout')?.value;

function wrongChoice(node: Tree, name: string, accepted: readonly string[], data: unknown): Diagnostic {
  const near = typeof data === 'string' && /\p{L}/u.test(data) ? nearest(data, accepted) : undefined;
  return diagnose(
    'field/wrong-value',
    headSpan(node),
    `${name} cannot be ${shorten(JSON.stringify(data))}: it is ${listNames(accepted)}.`,
    near === undefined ? undefined : `Did you mean "${near}"?`,
  );
}

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;
const shorten = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { done, failed, type Outcome } from '../diagnostics/outcome.ts';
import { diagnose } from '../diagnostics/report.ts';
import { listNames, suggestOne } from '../diagnostics/suggest.ts';
import { type Contract, formats, type Schema } from '../model/contract.ts';
import type { Source } from '../model/source.ts';
import { childOf, entryOf, type MapEntry, plain, type Tree, textOf } from '../model/tree.ts';
import { defaultSources, metaErrors, type SchemaFault, schemaFault } from './ajv.ts';
import { check, describeAll } from './check.ts';
import { headSpan, nodeAt } from './locate.ts';
import { closeObjects, commonSlideFields, slideSchema } from './slide-schema.ts';

/** What every contract has to have, besides being a JSON Schema. */
const contractSchema: Schema = {
  type: 'object',
  required: ['title', 'description', 'type', 'properties', 'examples'],
  properties: {
    title: { type: 'string', description: 'The name of the layout for people.' },
    description: { type: 'string', description: 'What the layout is for, in a sentence.' },
    type: { enum: ['object'], description: 'A slide is always an object.' },
    properties: { type: 'object', description: 'The fields of the layout.', additionalProperties: { type: 'object' } },
    examples: { type: 'array', minItems: 1, description: 'At least one slide that shows the layout at its best.' },
  },
};

/**
 * Turns the tree of a contract file into a contract.
 * Errors: contract/invalid, also for an example that breaks its own contract.
 * Source: JSON Schema 2020-12.
 */
export function validateContract(layout: string, source: Source, tree: Tree): Outcome<Contract> {
  const steps = [frameFaults, wordFaults, (read: Tree) => letterFaults(read), exampleFaults];
  for (const step of steps) {
    const faults = step(tree, layout).map((fault) => ({ ...fault, code: 'contract/invalid' as const }));
    if (faults.length > 0) return failed(faults);
  }
  return readContract(layout, source, tree);
}

/** Turns the tree of a contract that is known to be valid into a contract. Cannot fail. */
export function readContract(layout: string, source: Source, tree: Tree): Outcome<Contract> {
  const schema = plain(tree) as Schema;
  const title = tree.kind === 'map' ? (textOf(tree, 'title') ?? layout) : layout;
  return done({ layout, title, description: schema.description ?? '', schema, source });
}

/** What a contract lacks, what is no JSON Schema, and names that are taken: all can be said at once. */
function frameFaults(tree: Tree): readonly Diagnostic[] {
  const frame = check(contractSchema, tree);
  if (tree.kind !== 'map') return frame;
  const said = new Set(frame.map(({ span }) => span?.start));
  const schema = describeAll(metaErrors(plain(tree)), tree).filter(({ span }) => !said.has(span?.start));
  const properties = childOf(tree, 'properties');
  const taken = (properties?.kind === 'map' ? properties.entries : [])
    .filter(({ key }) => Object.hasOwn(commonSlideFields, key))
    .map(({ key, keySpan }) => {
      const message = `The field "${key}" belongs to all slides, a contract cannot define it.`;
      return diagnose('contract/invalid', keySpan, message, 'Give the field another name.');
    });
  return [...frame, ...schema, ...taken];
}

/** Words that JSON Schema does not have. */
function wordFaults(tree: Tree): readonly Diagnostic[] {
  const fault = schemaFault(closeObjects(plain(tree) as Schema));
  return fault ? [describeFault(fault, tree)] : [];
}

/** Where `letterOf` names no list: `lists` are those beside the field that a schema is of, if it is of a field. */
function letterFaults(tree: Tree, lists: readonly string[] = []): readonly Diagnostic[] {
  if (tree.kind === 'scalar') return [];
  if (tree.kind === 'list') return tree.items.flatMap((item) => letterFaults(item));
  const inside = tree.entries.flatMap(({ key, value }) => {
    if (key === 'examples') return [];
    if (key !== 'properties' || value.kind !== 'map') return letterFaults(value);
    const beside = value.entries.filter((field) => field.value.kind === 'map' && entryOf(field.value, 'items'));
    return value.entries.flatMap((field) =>
      letterFaults(
        field.value,
        beside.map((list) => list.key),
      ),
    );
  });
  const named = textOf(tree, 'letterOf');
  if (named === undefined || lists.includes(named)) return inside;
  const message = `There is no list called "${named}" beside this field, whose items could have letters.`;
  const hint = suggestOne(named, lists, 'A list is a field with "items", and `letterOf` stands on a field beside it.');
  return [diagnose('contract/invalid', childOf(tree, 'letterOf')?.span, message, hint), ...inside];
}

function exampleFaults(tree: Tree, layout: string): readonly Diagnostic[] {
  const examples = nodeAt(tree, '/examples');
  if (examples.kind !== 'list') return [];
  const { required = [], ...rest } = slideSchema(plain(tree) as Schema);
  // The layout is that of the contract, and a lesson has what some fields are filled from.
  const isGiven = (name: string) => name === 'layout' || rest.properties?.[name]?.defaultFrom !== undefined;
  const withoutLayout = { ...rest, required: required.filter((name) => !isGiven(name)) };
  return examples.items
    .flatMap((example) => check(withoutLayout, example))
    .map((fault) => ({ ...fault, message: `An example of "${layout}" breaks its own contract. ${fault.message}` }));
}

function describeFault(fault: SchemaFault, tree: Tree): Diagnostic {
  switch (fault.kind) {
    case 'keyword': {
      const place = findKey(tree, fault.name)?.keySpan ?? headSpan(tree);
      const hint = suggestOne(fault.name, fault.known, 'Contracts follow JSON Schema 2020-12.');
      return diagnose('contract/invalid', place, `JSON Schema has no keyword "${fault.name}".`, hint);
    }
    case 'format': {
      const hint = suggestOne(fault.name, formats, `The formats are ${listNames(formats, 'and')}.`);
      const place = nodeAt(tree, `${fault.path}/format`).span;
      return diagnose('contract/invalid', place, `There is no format called "${fault.name}".`, hint);
    }
    case 'value': {
      const hint =
        fault.name === 'defaultFrom'
          ? `It is ${listNames(defaultSources)}.`
          : 'templates/README.md says what it can be.';
      const place = headSpan(nodeAt(tree, `${fault.path}/${fault.name}`));
      return diagnose('contract/invalid', place, `The keyword "${fault.name}" cannot have this value.`, hint);
    }
    case 'other': {
      const message = `The contract is no JSON Schema: ${fault.message}.`;
      return diagnose('contract/invalid', headSpan(tree), message, 'Contracts follow JSON Schema 2020-12.');
    }
  }
}

/** The first field with this name, however deep. */
function findKey(tree: Tree, key: string): MapEntry | undefined {
  if (tree.kind === 'scalar') return undefined;
  const own = tree.kind === 'map' ? entryOf(tree, key) : undefined;
  if (own) return own;
  const inside = tree.kind === 'map' ? tree.entries.map(({ value }) => value) : tree.items;
  for (const part of inside) {
    const found = findKey(part, key);
    if (found) return found;
  }
  return undefined;
}

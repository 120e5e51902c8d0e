import { done, failed, type Outcome } from '../diagnostics/outcome.ts';
import { diagnose } from '../diagnostics/report.ts';
import type { Contract, Schema } from '../model/contract.ts';
import type { Source } from '../model/source.ts';
import { plain, type Tree, textOf } from '../model/tree.ts';
import { schemaFault } from './ajv.ts';
import { check } from './check.ts';
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
  const faults = check(contractSchema, tree).map((fault) => ({ ...fault, code: 'contract/invalid' as const }));
  if (faults.length > 0) return failed(faults);
  const schema = plain(tree) as Schema;
  const fault = schemaFault(closeObjects(schema));
  if (fault) {
    const place = headSpan(nodeAt(tree, fault.path));
    const message = `The contract of "${layout}" is not a valid JSON Schema: ${fault.message}.`;
    return failed([diagnose('contract/invalid', place, message, 'Contracts follow JSON Schema 2020-12.')]);
  }
  const taken = Object.keys(schema.properties ?? {}).filter((name) => name in commonSlideFields);
  if (taken.length > 0) {
    const place = headSpan(nodeAt(tree, `/properties/${taken[0]}`));
    const message = `The field "${taken[0]}" belongs to all slides, a contract cannot define it.`;
    return failed([diagnose('contract/invalid', place, message, 'Give the field another name.')]);
  }
  const examples = checkExamples(layout, schema, tree);
  if (examples.length > 0) return failed(examples);
  const title = tree.kind === 'map' ? (textOf(tree, 'title') ?? layout) : layout;
  return done({ layout, title, description: schema.description ?? '', schema, source });
}

function checkExamples(layout: string, schema: Schema, tree: Tree) {
  const examples = nodeAt(tree, '/examples');
  if (examples.kind !== 'list') return [];
  const whole = slideSchema(schema);
  const { required = [], ...rest } = whole;
  const withoutLayout = { ...rest, required: required.filter((name) => name !== 'layout') };
  return examples.items
    .flatMap((example) => check(withoutLayout, example))
    .map((fault) => ({
      ...fault,
      code: 'contract/invalid' as const,
      message: `An example of "${layout}" breaks its own contract. ${fault.message}`,
    }));
}

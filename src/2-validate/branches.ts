import type { SchemaError } from './ajv.ts';

/**
 * Where a schema offers alternatives (`oneOf`, `anyOf`), Ajv reports what is wrong with each of them. An author meant one:
 * the one whose type fits, and among several of those the one with the least wrong. When none fits, one error names all
 * the types.
 */
export function chosenBranches(errors: readonly SchemaError[]): readonly SchemaError[] {
  const choice = outermost(errors.filter(({ keyword }) => keyword === 'oneOf' || keyword === 'anyOf'));
  if (!choice) return errors;
  const inside = errors.filter(
    (error) =>
      error.schemaPath.startsWith(`${choice.schemaPath}/`) &&
      `${error.instancePath}/`.startsWith(`${choice.instancePath}/`),
  );
  const outside = errors.filter((error) => error !== choice && !inside.includes(error));
  return [...chosenBranches(outside), ...verdict(choice, inside)];
}

/** What is wrong with the value of one choice. Never empty. */
function verdict(choice: SchemaError, inside: readonly SchemaError[]): readonly SchemaError[] {
  const branchOf = ({ schemaPath }: SchemaError): string =>
    schemaPath.slice(choice.schemaPath.length + 1).split('/')[0] ?? '';
  const mistyped = inside.filter((error) => error.keyword === 'type' && error.instancePath === choice.instancePath);
  const excluded = new Set(mistyped.map(branchOf));
  const fitting = inside.filter((error) => !excluded.has(branchOf(error)));
  const [best] = [...new Set(fitting.map(branchOf))]
    .map((branch) => chosenBranches(fitting.filter((error) => branchOf(error) === branch)))
    .sort((a, b) => a.length - b.length);
  const types = mistyped.flatMap((error) => [error.params.type].flat() as string[]);
  if (best) return best.map((error) => ({ ...error, alternatives: types }));
  const [anyType] = mistyped;
  // Alternatives that all fit at once: the schema is at fault, and Ajv's own words have to do.
  return anyType ? [{ ...anyType, params: { type: types } }] : [choice];
}

function outermost(choices: readonly SchemaError[]): SchemaError | undefined {
  const depth = ({ schemaPath, instancePath }: SchemaError): number => schemaPath.length + instancePath.length;
  return [...choices].sort((a, b) => depth(a) - depth(b))[0];
}

import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { formats, type Schema } from '../model/contract.ts';

/** What Ajv found: the parts of its error objects that messages are made of. */
export type SchemaError = Pick<
  ErrorObject,
  'instancePath' | 'schemaPath' | 'keyword' | 'params' | 'message' | 'parentSchema' | 'data'
>;

const ajv = new Ajv2020({ allErrors: true, verbose: true, strict: true, strictRequired: false, strictTypes: false });
for (const format of formats) ajv.addFormat(format, true);
ajv.addKeyword({ keyword: 'defaultFrom', schemaType: 'string' });
ajv.addKeyword({ keyword: 'patternHint', schemaType: 'string' });
ajv.addKeyword({ keyword: 'whenEmpty', schemaType: 'object' });

const validators = new WeakMap<Schema, ValidateFunction>();

/** Everything in which the data departs from the schema. The schema has to be a valid one. */
export function schemaErrors(schema: Schema, data: unknown): readonly SchemaError[] {
  let validate = validators.get(schema);
  if (!validate) {
    validate = ajv.compile(schema);
    validators.set(schema, validate);
  }
  return validate(data) ? [] : (validate.errors ?? []);
}

/** Why the schema itself is not a valid one, or undefined. */
export function schemaFault(schema: unknown): { readonly path: string; readonly message: string } | undefined {
  if (!ajv.validateSchema(schema as Schema)) {
    const [error] = ajv.errors ?? [];
    return { path: error?.instancePath ?? '', message: error?.message ?? 'is not a valid schema' };
  }
  try {
    ajv.compile(schema as Schema);
    return undefined;
  } catch (error) {
    // Ajv throws on unknown keywords and formats: they are mistakes of whoever wrote the contract.
    return { path: '', message: error instanceof Error ? error.message : String(error) };
  }
}

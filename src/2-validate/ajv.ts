import { Ajv2020, type ErrorObject, type FuncKeywordDefinition, type ValidateFunction } from 'ajv/dist/2020.js';
import { formats, type Schema } from '../model/contract.ts';
import { emojiOf } from '../model/emoji.ts';
import { letterFaults } from './letters.ts';

/** What Ajv found: the parts of its error objects that messages are made of. */
export type SchemaError = Pick<
  ErrorObject,
  'instancePath' | 'schemaPath' | 'keyword' | 'params' | 'message' | 'parentSchema' | 'data'
> & {
  /** Other types that the value could have had, where the schema offers a choice. */
  readonly alternatives?: readonly string[];
};

/** What `defaultFrom` can name. */
export const defaultSources = ['lesson.title', 'lesson.subtitle', 'lesson.icon', 'lesson.objectives', 'lesson.minutes'];

/** Ajv takes errors of a keyword from its function: what is wrong with a letter in a list is said of that letter. */
const checkLetters: NonNullable<FuncKeywordDefinition['validate']> = (list, written, _, around) => {
  checkLetters.errors = letterFaults(written, around?.parentData[list]).map(({ path, ...params }) => ({
    keyword: 'letterOf',
    instancePath: `${around?.instancePath}${path}`,
    params,
  }));
  return checkLetters.errors.length === 0;
};

const ajv = new Ajv2020({ allErrors: true, verbose: true, strict: true, strictRequired: false, strictTypes: false });
for (const format of formats) ajv.addFormat(format, true);
ajv.addFormat('emoji', (text: string) => text.trim() === '' || emojiOf(text) !== undefined);
ajv.addKeyword({
  keyword: 'defaultFrom',
  schemaType: 'string',
  metaSchema: { enum: defaultSources },
});
ajv.addKeyword({ keyword: 'audience', schemaType: 'string', metaSchema: { enum: ['instructor'] } });
ajv.addKeyword({ keyword: 'letterOf', schemaType: 'string', errors: 'full', validate: checkLetters });
ajv.addKeyword({ keyword: 'patternHint', schemaType: 'string' });
ajv.addKeyword({ keyword: 'splits', schemaType: 'boolean' });
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

/** Everything in which a schema departs from JSON Schema. */
export function metaErrors(schema: unknown): readonly SchemaError[] {
  if (ajv.validateSchema(schema as Schema)) return [];
  const errors = ajv.errors ?? [];
  const choices = errors.filter(({ keyword }) => keyword === 'anyOf');
  // Of "a type, or a list of types" the first is what is meant.
  return errors.filter(
    (error) =>
      !choices.some(
        ({ schemaPath }) => error.schemaPath === schemaPath || error.schemaPath.startsWith(`${schemaPath}/`),
      ),
  );
}

/** A word in a schema that is none of JSON Schema, or a reference that leads nowhere. */
export type SchemaFault =
  | { readonly kind: 'keyword'; readonly name: string; readonly known: readonly string[] }
  /** `path` is a JSON pointer into the schema. */
  | { readonly kind: 'format'; readonly name: string; readonly path: string }
  | { readonly kind: 'value'; readonly name: string; readonly path: string }
  | { readonly kind: 'other'; readonly message: string };

/**
 * What keeps a schema from being used that is right by JSON Schema otherwise, or undefined.
 * ajv 8.20.0 throws here, with all that it knows in the message.
 */
export function schemaFault(schema: Schema): SchemaFault | undefined {
  try {
    ajv.compile(schema);
    return undefined;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const [, keyword] = /unknown keyword: "(.*)"/.exec(message) ?? [];
    if (keyword !== undefined) return { kind: 'keyword', name: keyword, known: Object.keys(ajv.RULES.all) };
    const [, name, path] = /unknown format "(.*)" ignored in schema at path "#(.*)"/.exec(message) ?? [];
    if (name !== undefined && path !== undefined) return { kind: 'format', name, path };
    const [, own, place] = /keyword "(.*?)" (?:value )?is invalid at path "#(.*?)"/.exec(message) ?? [];
    if (own !== undefined && place !== undefined) return { kind: 'value', name: own, path: place };
    return { kind: 'other', message };
  }
}

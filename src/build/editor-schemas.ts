import { courseSchema, lessonSchema, slideSchema } from '../2-validate/index.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Contract, Schema } from '../model/contract.ts';
import type { CourseReaders } from './load-course.ts';

const dialect = 'http://json-schema.org/draft-07/schema#';

/**
 * The schemas of course and lesson files for editors, as file name → text, with the layouts of the project joined in.
 * Layouts that only one course has are left out. Editors read the older dialect, which has all that contracts use.
 * Errors: contract/*.
 */
export async function editorSchemas(readers: CourseReaders): Promise<{
  readonly schemas: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
}> {
  const { library, diagnostics: unread } = await readers.library.read();
  const { contracts, diagnostics } = readers.definitions.contracts(library);
  const schemas = new Map([
    ['course.schema.json', write(courseSchema)],
    ['lesson.schema.json', write(joined([...contracts.values()]))],
  ]);
  return { schemas, diagnostics: [...unread, ...diagnostics] };
}

/** The schema of a lesson in which a slide is one of the layouts, told apart by `layout`. */
function joined(contracts: readonly Contract[]): Schema {
  const branches = contracts.map((contract) => {
    const schema = slideSchema(contract.schema);
    const properties = { ...schema.properties, layout: { const: contract.layout, description: contract.description } };
    return { ...schema, title: contract.title, properties };
  });
  const sections = lessonSchema.properties?.sections ?? {};
  const section = sections.items ?? {};
  const slides = { ...section.properties?.slides, items: { anyOf: branches } };
  const joinedSection = { ...section, properties: { ...section.properties, slides } };
  const joinedSections = { ...sections, items: joinedSection };
  return { ...lessonSchema, properties: { ...lessonSchema.properties, sections: joinedSections } };
}

function write(schema: Schema): string {
  return `${JSON.stringify({ $schema: dialect, ...(forEditors(schema) as object) }, null, 2)}\n`;
}

/** Without the keywords that only Lectern reads; a field that has a default from elsewhere is not required in an editor. */
function forEditors(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(forEditors);
  if (typeof value !== 'object' || value === null) return value;
  const { defaultFrom: _, patternHint: __, whenEmpty: ___, splits: ____, ...schema } = value as Schema;
  const required = schema.required?.filter((name) => schema.properties?.[name]?.defaultFrom === undefined);
  const entries = Object.entries({ ...schema, ...(required ? { required } : {}) });
  return Object.fromEntries(entries.map(([key, part]) => [key, key === 'examples' ? part : forEditors(part)]));
}

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

/** Keywords that only Lectern reads. */
const ownKeywords = ['defaultFrom', 'patternHint', 'whenEmpty', 'audience', 'letterOf', 'splits'];

/** Without these; a field that has a default from elsewhere is not required in an editor. */
function forEditors(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(forEditors);
  if (typeof value !== 'object' || value === null) return value;
  const { properties = {} } = value as Schema;
  const isRequired = (name: unknown): boolean => properties[String(name)]?.defaultFrom === undefined;
  const kept = Object.entries(value).filter(([key]) => !ownKeywords.includes(key));
  const changed = kept.map(([key, part]) => {
    if (key === 'examples') return [key, part];
    if (key === 'required') return [key, (part as readonly unknown[]).filter(isRequired)];
    // The keys below are names of fields, which may be those of keywords.
    if (key === 'properties')
      return [key, Object.fromEntries(Object.entries(part).map(([name, field]) => [name, forEditors(field)]))];
    return [key, forEditors(part)];
  });
  return Object.fromEntries(changed);
}

import { courseSchema, lessonSchema, slideSchema } from '../2-validate/index.ts';
import { checkTemplate, helperNames } from '../4-expand/index.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Schema } from '../model/contract.ts';
import type { Layout } from '../model/library.ts';
import type { Source } from '../model/source.ts';

const number: Schema = { type: 'string' };
const { sections, ...lessonFields } = lessonSchema.properties ?? {};
const { slides: _, ...sectionFields } = sections?.items?.properties ?? {};

/** What every template can show besides the fields of its slide. */
const surroundings: Readonly<Record<string, Schema>> = {
  course: { properties: courseSchema.properties ?? {} },
  lesson: {
    properties: {
      ...lessonFields,
      number,
      sections: { items: { properties: { ...sectionFields, number, current: { type: 'boolean' } } } },
    },
  },
  section: { properties: { ...sectionFields, number } },
};

/** Checks the template of a layout against its contract. Errors: template/*. */
export function checkLayout(
  { template, contract }: Layout,
  partials: ReadonlyMap<string, Source>,
): readonly Diagnostic[] {
  // Notes are no field that a template could show: they would be on the slide that students see.
  const { notes: _, ...fields } = slideSchema(contract.schema).properties ?? {};
  const context = { properties: { ...fields, ...surroundings } };
  return checkTemplate(template.source, context, partials, helperNames);
}

const text: Schema = { type: 'string' };
/** What the template of a deck can show. */
const deckContext: Schema = {
  properties: {
    deck: { properties: { title: text, lang: text, theme: text, size: text, header: text, footer: text } },
    slides: { items: { properties: { class: text, markdown: text } } },
  },
};

/** Checks the template of decks; of helpers it has those of Handlebars alone. Errors: template/*. */
export function checkDeckTemplate(source: Source, partials: ReadonlyMap<string, Source>): readonly Diagnostic[] {
  return checkTemplate(source, deckContext, partials, []);
}

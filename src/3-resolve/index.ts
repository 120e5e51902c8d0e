import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { done, type Outcome } from '../diagnostics/outcome.ts';
import { diagnose } from '../diagnostics/report.ts';
import type { Schema } from '../model/contract.ts';
import { automaticId, type Course, type Lesson, type Section, type Slide } from '../model/course.ts';
import type { Asset, Deck, DeckSlide, Field, FitLimit, NamedAsset } from '../model/deck.ts';
import type { Labels, Layout } from '../model/library.ts';
import type { Source, Span } from '../model/source.ts';
import { plainText } from '../model/text.ts';
import type { Theme } from '../model/theme.ts';
import { childOf, type MapNode, textOf } from '../model/tree.ts';
import type { AssetLoader } from './assets.ts';
import { readInline } from './blocks.ts';
import { checkCodeFields } from './code-fields.ts';
import { settleCode, showsCode } from './code-file.ts';
import type { CourseTexts } from './course-texts.ts';
import { FieldReader, withNumber } from './fields.ts';
import { audienceOf, readSections } from './lesson-sections.ts';
import { assetsIn, assetsInBlock } from './named-assets.ts';
import { checkSlideLinks } from './slide-links.ts';
import { lessonSlug, numbered, slug } from './slug.ts';
import { settleTable, showsTable } from './table-fields.ts';
import { checkVariants } from './variants.ts';

export { AssetLoader } from './assets.ts';
export { CourseTexts } from './course-texts.ts';
export { resolveLabels } from './labels.ts';
export { lessonSlug } from './slug.ts';
export { type OwnStyles, readStyles } from './styles/index.ts';
export { resolveTheme, type ThemeLayer } from './theme.ts';
export { readThemeFile, type Token } from './theme-file.ts';
export { ThemeFiles } from './theme-files.ts';
export { variantsIn } from './variants.ts';

/** What a course has settled before its lessons are looked at. */
export interface CourseDefinitions {
  /** The theme of the lesson: that of the course unless it has one of its own. */
  readonly theme: Theme;
  readonly courseTheme: Theme;
  readonly labels: Labels;
  readonly layouts: ReadonlyMap<string, Layout>;
  readonly deckTemplate: Source;
  readonly partials: ReadonlyMap<string, Source>;
  /** Schemas of the frame, to read its texts by. */
  readonly courseSchema: Schema;
  readonly lessonSchema: Schema;
  readonly slideSchema: (layout: Schema) => Schema;
}

/**
 * Splits a lesson into decks, one per section, every name looked up and every text understood.
 * Shape: in lesson order, never empty; `number` counts lessons from 1. There are decks also where there are errors, so
 * that they can be looked through for more; they must not be written.
 * Errors: deck/same-path, template/not-found, asset/*, data/*, link/*, image/missing-alt, code/highlight-out-of-range.
 */
export async function resolve(
  course: Course,
  lesson: Lesson,
  number: number,
  definitions: CourseDefinitions,
  assets: AssetLoader,
  texts: CourseTexts,
): Promise<Outcome<readonly Deck[]>> {
  const name = lessonSlug(lesson.file);
  const reader = new FieldReader(texts);
  const { courseSchema, lessonSchema, layouts } = definitions;
  const ofLesson = await mapField(lesson.node, reader, lessonSchema);
  const context = {
    course: await mapField(course.node, reader, courseSchema),
    lesson: { ...ofLesson, entries: withNumber(ofLesson.entries, number, ofLesson.span) },
  };
  const lessonSections = await readSections(lesson, lessonSchema, layouts, reader);
  const diagnostics: Diagnostic[] = [];
  const decks: Deck[] = [];
  const taken = new Map<string, Section>();
  for (const [index, section] of lesson.sections.entries()) {
    const title = plainText(readInline(section.title).content);
    const id = section.id ? String(section.id.value) : slug(title, 'section');
    if (taken.has(id)) diagnostics.push(samePath(section, id));
    taken.set(id, section);
    const slides: DeckSlide[] = [];
    const limit = fitLimit(lesson.node) ?? fitLimit(course.node) ?? definitions.theme.fitLimit;
    for (const [at, slide] of section.slides.entries()) {
      const read = await toSlide(slide, at, limit, definitions, reader, diagnostics);
      if (read) slides.push(read);
    }
    diagnostics.push(...checkSlideLinks(slides));
    const entries = lessonSections[index]?.fields ?? {};
    const around = { ...context, section: { kind: 'map', entries, span: section.node.span } as const };
    const notes = slides.flatMap((slide) => slide.notes);
    // Header, footer and titles can hold images like the slides themselves.
    const showing = [around, ...lessonSections.map(({ fields }) => fields), ...slides.map(({ fields }) => fields)];
    const shown = showing.flatMap((fields) => Object.values(fields));
    decks.push({
      id: `${course.id}/${name}/${id}`,
      path: `${course.id}/${numbered(number, name)}/${numbered(index + 1, id)}`,
      course,
      lesson,
      section,
      title,
      lessonNumber: number,
      sectionNumber: index + 1,
      theme: definitions.theme,
      courseTheme: definitions.courseTheme,
      labels: definitions.labels,
      deckTemplate: definitions.deckTemplate,
      partials: definitions.partials,
      lessonSections,
      context: around,
      ...(context.course.entries.footer ? { footer: context.course.entries.footer } : {}),
      slides,
      assets: await loadAssets([...shown.flatMap(assetsIn), ...notes.flatMap(assetsInBlock)], assets, diagnostics),
    });
  }
  return done(decks, [...reader.diagnostics, ...diagnostics]);
}

async function toSlide(
  slide: Slide,
  index: number,
  limit: FitLimit,
  definitions: CourseDefinitions,
  reader: FieldReader,
  diagnostics: Diagnostic[],
): Promise<DeckSlide | undefined> {
  const layout = definitions.layouts.get(slide.layout);
  const span = childOf(slide.node, 'layout')?.span ?? slide.node.span;
  if (!layout) {
    const message = `The layout "${slide.layout}" has a contract, but no template.`;
    diagnostics.push(diagnose('template/not-found', span, message, `Add ${slide.layout}.hbs beside its contract.`));
    return undefined;
  }
  // Notes are no field that a template could show: what students get has no trace of them.
  const schema = definitions.slideSchema(layout.contract.schema);
  const { notes, ...written } = await reader.entries(slide.node, schema);
  const classes = (textOf(slide.node, 'class') ?? '').split(' ').filter((name) => name !== '');
  const fields = settle(written, schema, span, classes, diagnostics);
  diagnostics.push(...checkVariants(slide.node, definitions.theme, new Set(definitions.layouts.keys())));
  const { minutes } = fields;
  return {
    id: textOf(slide.node, 'id') ?? automaticId(index),
    layout,
    fields,
    notes: notes?.kind === 'blocks' ? notes.content : [],
    images: Object.values(fields).flatMap(assetsIn),
    ...(minutes?.kind === 'literal' ? { minutes: Number(minutes.text) } : {}),
    classes,
    audience: audienceOf(slide, layout),
    reveal: textOf(slide.node, 'reveal') === 'items',
    fitLimit: fitLimit(slide.node) ?? limit,
    span,
  };
}

/** What a course, lesson or slide says about fitting; its schema has seen to it that it is one of the limits. */
const fitLimit = (node: MapNode): FitLimit | undefined => textOf(node, 'fit') as FitLimit | undefined;

/** Settles what fields of a slide say together. */
function settle(
  fields: DeckSlide['fields'],
  schema: Schema,
  span: Span,
  classes: readonly string[],
  diagnostics: Diagnostic[],
): DeckSlide['fields'] {
  if (showsTable(schema)) return settleTable(fields, span, diagnostics);
  if (showsCode(schema)) return settleCode(fields, span, classes.includes('line-numbers'), diagnostics);
  diagnostics.push(...checkCodeFields(fields));
  return fields;
}

function samePath(section: Section, id: string): Diagnostic {
  const message = `Another section of this lesson is called "${id}" already: both decks would be written to the same place.`;
  return diagnose(
    'deck/same-path',
    section.id?.span ?? section.title.span,
    message,
    'Give one of them another title, or an id.',
  );
}

type MapField = Extract<Field, { kind: 'map' }>;

async function mapField(node: MapNode, reader: FieldReader, schema: Schema): Promise<MapField> {
  // Sections are far more than a template can show, and are read one by one anyway.
  const { sections: _, ...properties } = schema.properties ?? {};
  return { kind: 'map', entries: await reader.entries(node, { properties }), span: node.span };
}

async function loadAssets(named: readonly NamedAsset[], loader: AssetLoader, diagnostics: Diagnostic[]) {
  const loaded = new Map<string, Asset>();
  for (const { path, span } of named) {
    const { value, diagnostics: faults } = await loader.load(path, span);
    diagnostics.push(...faults);
    if (value) loaded.set(path, value);
  }
  return loaded;
}

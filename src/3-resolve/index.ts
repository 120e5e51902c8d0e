import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { done, failed, type Outcome } from '../diagnostics/outcome.ts';
import { diagnose, hasErrors } from '../diagnostics/report.ts';
import type { Schema } from '../model/contract.ts';
import type { Course, Lesson, Section, Slide } from '../model/course.ts';
import type { Asset, Deck, DeckSlide, Field } from '../model/deck.ts';
import type { Labels, Layout } from '../model/library.ts';
import type { Source, Span } from '../model/source.ts';
import { type Block, type Inline, plainText } from '../model/text.ts';
import type { Theme } from '../model/theme.ts';
import { childOf, type MapNode, textOf } from '../model/tree.ts';
import type { AssetLoader } from './assets.ts';
import { readInline } from './blocks.ts';
import { checkCodeFields } from './code-fields.ts';
import { FieldReader } from './fields.ts';
import { lessonSlug, numbered, slug } from './slug.ts';

export { AssetLoader } from './assets.ts';
export { resolveLabels } from './labels.ts';
export { lessonSlug } from './slug.ts';
export { resolveTheme } from './theme.ts';
export { readThemeFile, type Token } from './theme-file.ts';

/** What a course has settled before its lessons are looked at. */
export interface CourseDefinitions {
  readonly theme: Theme;
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
 * Shape: in lesson order, never empty; `number` counts lessons from 1.
 * Errors: deck/same-path, template/not-found, asset/*, link/unsupported, image/missing-alt, code/highlight-out-of-range.
 */
export async function resolve(
  course: Course,
  lesson: Lesson,
  number: number,
  definitions: CourseDefinitions,
  assets: AssetLoader,
): Promise<Outcome<readonly Deck[]>> {
  const name = lessonSlug(lesson.file);
  const reader = new FieldReader();
  const context = {
    course: mapField(course.node, reader, definitions.courseSchema),
    lesson: mapField(lesson.node, reader, definitions.lessonSchema, number),
  };
  const diagnostics: Diagnostic[] = [];
  const decks: Deck[] = [];
  const taken = new Map<string, Section>();
  for (const [index, section] of lesson.sections.entries()) {
    const title = plainText(readInline(section.title).content);
    const id = section.id ? String(section.id.value) : slug(title, 'section');
    if (taken.has(id)) diagnostics.push(samePath(section, id));
    taken.set(id, section);
    const slides = section.slides.map((slide, at) => toSlide(slide, at, definitions, reader, diagnostics));
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
      labels: definitions.labels,
      deckTemplate: definitions.deckTemplate,
      partials: definitions.partials,
      context: { ...context, section: sectionField(section, reader, definitions.lessonSchema, index + 1) },
      ...footerOf(course, definitions, reader),
      slides: slides.flatMap((slide) => slide ?? []),
      assets: await loadAssets(
        slides.flatMap((slide) => slide ?? []),
        assets,
        diagnostics,
      ),
    });
  }
  const all = [...reader.diagnostics, ...diagnostics];
  return hasErrors(all) ? failed(all) : done(decks, all);
}

function toSlide(
  slide: Slide,
  index: number,
  definitions: CourseDefinitions,
  reader: FieldReader,
  diagnostics: Diagnostic[],
): DeckSlide | undefined {
  const layout = definitions.layouts.get(slide.layout);
  const span = childOf(slide.node, 'layout')?.span ?? slide.node.span;
  if (!layout) {
    const message = `The layout "${slide.layout}" has a contract, but no template.`;
    diagnostics.push(diagnose('template/not-found', span, message, `Add templates/slides/${slide.layout}.hbs.`));
    return undefined;
  }
  const fields = reader.entries(slide.node, definitions.slideSchema(layout.contract.schema));
  diagnostics.push(...checkCodeFields(fields));
  const { notes, minutes } = fields;
  return {
    id: textOf(slide.node, 'id') ?? `s${index + 1}`,
    layout,
    fields,
    notes: notes?.kind === 'blocks' ? notes.content : [],
    ...(minutes?.kind === 'literal' ? { minutes: Number(minutes.text) } : {}),
    classes: (textOf(slide.node, 'class') ?? '').split(' ').filter((name) => name !== ''),
    audience: textOf(slide.node, 'audience') === 'instructor' ? 'instructor' : 'public',
    reveal: textOf(slide.node, 'reveal') === 'items',
    span,
  };
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

function mapField(node: MapNode, reader: FieldReader, schema: Schema, number?: number): Field {
  // Sections are far more than a template can show, and are read one by one anyway.
  const { sections: _, ...properties } = schema.properties ?? {};
  return withNumber({ kind: 'map', entries: reader.entries(node, { properties }), span: node.span }, number);
}

function sectionField(section: Section, reader: FieldReader, lessonSchema: Schema, number: number): Field {
  const { slides: _, ...properties } = lessonSchema.properties?.sections?.items?.properties ?? {};
  return withNumber(
    { kind: 'map', entries: reader.entries(section.node, { properties }), span: section.node.span },
    number,
  );
}

function withNumber(field: Field & { kind: 'map' }, number: number | undefined): Field {
  if (number === undefined) return field;
  return {
    ...field,
    entries: { ...field.entries, number: { kind: 'literal', text: String(number), span: field.span } },
  };
}

function footerOf(course: Course, definitions: CourseDefinitions, reader: FieldReader): { footer?: Field } {
  const node = childOf(course.node, 'footer');
  const schema = definitions.courseSchema.properties?.footer;
  return node && schema ? { footer: reader.read(node, schema) } : {};
}

async function loadAssets(slides: readonly DeckSlide[], loader: AssetLoader, diagnostics: Diagnostic[]) {
  const loaded = new Map<string, Asset>();
  const named = slides.flatMap((slide) => [...Object.values(slide.fields).flatMap(assetsIn)]);
  for (const { path, span } of named) {
    const { value, diagnostics: faults } = await loader.load(path, span);
    diagnostics.push(...faults);
    if (value) loaded.set(path, value);
  }
  return loaded;
}

interface NamedAsset {
  readonly path: string;
  readonly span: Span;
}

/** Every image that a field shows, as a field of its own or within Markdown. */
function assetsIn(field: Field): readonly NamedAsset[] {
  switch (field.kind) {
    case 'asset':
      return [field];
    case 'list':
      return field.items.flatMap(assetsIn);
    case 'map':
      return Object.values(field.entries).flatMap(assetsIn);
    case 'inline':
      return imagesInInlines(field.content);
    case 'blocks':
      return field.content.flatMap(imagesInBlock);
    default:
      return [];
  }
}

function imagesInInlines(inlines: readonly Inline[]): readonly NamedAsset[] {
  return inlines.flatMap((inline) => {
    if (inline.kind === 'image') return [{ path: inline.path, span: inline.span }];
    return 'children' in inline ? imagesInInlines(inline.children) : [];
  });
}

function imagesInBlock(block: Block): readonly NamedAsset[] {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return imagesInInlines(block.children);
    case 'list':
      return block.items.flat().flatMap(imagesInBlock);
    case 'quote':
      return block.blocks.flatMap(imagesInBlock);
    case 'table':
      return [block.head, ...block.rows].flat().flatMap(imagesInInlines);
    default:
      return [];
  }
}

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { done, failed, type Outcome } from '../diagnostics/outcome.ts';
import { diagnose, hasErrors } from '../diagnostics/report.ts';
import { suggest } from '../diagnostics/suggest.ts';
import type { Contract, Schema } from '../model/contract.ts';
import { automaticId, type Lesson, type Section, type Slide } from '../model/course.ts';
import type { Span } from '../model/source.ts';
import { childOf, entryOf, type ListNode, type MapNode, type ScalarNode, type Tree, textOf } from '../model/tree.ts';
import { checkCharacters } from './characters.ts';
import { check } from './check.ts';
import { lessonSchema } from './course-schema.ts';
import { slideSchema } from './slide-schema.ts';
import { readThemeChoice } from './theme-choice.ts';

/**
 * Checks the frame of a lesson, then every slide against the contract of its layout.
 * Errors: field/*, text/*, image/missing-alt, lesson/empty, section/empty, slide/unknown-layout, slide/duplicate-id.
 * All of them are reported together; a lesson with errors has no value. Nor has one that uses a layout that is `broken`:
 * what is wrong with it is reported elsewhere.
 */
export function validateLesson(
  tree: Tree,
  contracts: ReadonlyMap<string, Contract>,
  broken: ReadonlySet<string> = new Set(),
): Outcome<Lesson> {
  const frame = [...check(lessonSchema, tree), ...checkCharacters(tree)];
  const sections = tree.kind === 'map' ? listOf(childOf(tree, 'sections')) : [];
  const slides = sections.flatMap((section) => listOf(section.kind === 'map' ? childOf(section, 'slides') : undefined));
  const ofSlides = slides.flatMap((slide) => (usesOneOf(broken, slide) ? [] : checkSlide(tree, slide, contracts)));
  const diagnostics = [
    ...frame,
    // A slide that shows a field of the lesson would repeat what is wrong with it.
    ...ofSlides.filter(({ span }) => !frame.some((fault) => isSame(fault.span, span))),
    ...sections.flatMap(duplicateIds),
  ];
  const isUsable = !slides.some((slide) => usesOneOf(broken, slide));
  if (hasErrors(diagnostics) || !isUsable || tree.kind !== 'map') return failed(diagnostics);
  return done(toLesson(tree, contracts), diagnostics);
}

const isSame = (a: Span | undefined, b: Span | undefined): boolean => a?.start === b?.start && a?.end === b?.end;

const usesOneOf = (layouts: ReadonlySet<string>, slide: Tree): boolean =>
  slide.kind === 'map' && layouts.has(textOf(slide, 'layout') ?? '');

function checkSlide(lesson: Tree, slide: Tree, contracts: ReadonlyMap<string, Contract>): readonly Diagnostic[] {
  if (slide.kind !== 'map' || lesson.kind !== 'map') return [];
  const layout = textOf(slide, 'layout');
  // The frame has reported a missing layout already.
  if (layout === undefined || layout.trim() === '') return [];
  const contract = contracts.get(layout);
  if (!contract) {
    const place = childOf(slide, 'layout')?.span;
    const hint = suggest(layout, contracts.keys(), '`lectern list` shows all layouts.');
    return [diagnose('slide/unknown-layout', place, `There is no layout called "${layout}".`, hint)];
  }
  return check(schemaOf(contract), withDefaults(slide, contract.schema, lesson));
}

const schemas = new WeakMap<Contract, Schema>();

function schemaOf(contract: Contract): Schema {
  const known = schemas.get(contract);
  if (known) return known;
  const schema = slideSchema(contract.schema);
  schemas.set(contract, schema);
  return schema;
}

/** The slide with fields filled from the lesson where its contract says so (`defaultFrom: lesson.objectives`). */
function withDefaults(slide: MapNode, schema: Schema, lesson: MapNode): MapNode {
  const added = Object.entries(schema.properties ?? {}).flatMap(([key, { defaultFrom }]) => {
    const source = defaultFrom?.replace(/^lesson\./, '');
    if (source === undefined || entryOf(slide, key)) return [];
    const entry = entryOf(lesson, source);
    return entry ? [{ ...entry, key }] : [];
  });
  return added.length === 0 ? slide : { ...slide, entries: [...slide.entries, ...added] };
}

function duplicateIds(section: Tree): Diagnostic[] {
  const slides = section.kind === 'map' ? listOf(childOf(section, 'slides')) : [];
  const ids = slides.map((slide) => (slide.kind === 'map' ? textOf(slide, 'id') : undefined));
  return slides.flatMap((slide, at) => {
    const id = ids[at];
    if (id === undefined || slide.kind !== 'map') return [];
    const isTaken = ids.indexOf(id) < at;
    const isAutomatic = ids.some((other, index) => other === undefined && automaticId(index) === id);
    if (!isTaken && !isAutomatic) return [];
    const message = isTaken
      ? `Another slide of this section has the id "${id}" already.`
      : `The id "${id}" belongs to slide ${id.slice(1)} of this section, which has no id of its own.`;
    const hint = 'Choose another id: it is the address of the slide, and unique in its section.';
    return [diagnose('slide/duplicate-id', childOf(slide, 'id')?.span, message, hint)];
  });
}

function toLesson(node: MapNode, contracts: ReadonlyMap<string, Contract>): Lesson {
  const sections = listOf(childOf(node, 'sections')).map((section) => toSection(section as MapNode, node, contracts));
  const theme = childOf(node, 'theme');
  return {
    file: node.span.file,
    node,
    title: childOf(node, 'title') as ScalarNode,
    ...(theme ? { theme: readThemeChoice(theme) } : {}),
    sections,
  };
}

function toSection(node: MapNode, lesson: MapNode, contracts: ReadonlyMap<string, Contract>): Section {
  const slides = listOf(childOf(node, 'slides')).map((slide): Slide => {
    const layout = textOf(slide as MapNode, 'layout') ?? '';
    const schema = contracts.get(layout)?.schema ?? {};
    return { layout, node: withDefaults(slide as MapNode, schema, lesson) };
  });
  const id = childOf(node, 'id') as ScalarNode | undefined;
  return { node, title: childOf(node, 'title') as ScalarNode, slides, ...(id ? { id } : {}) };
}

function listOf(tree: Tree | undefined): readonly Tree[] {
  return tree?.kind === 'list' ? (tree as ListNode).items : [];
}

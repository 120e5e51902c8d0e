import { parse } from '../../1-parse/index.ts';
import { validateCourse, validateLesson } from '../../2-validate/index.ts';
import { resolve, variantsIn } from '../../3-resolve/index.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { done, failed, type Outcome } from '../../diagnostics/outcome.ts';
import { hasErrors } from '../../diagnostics/report.ts';
import type { Deck } from '../../model/deck.ts';
import type { MapEntry, MapNode, Tree } from '../../model/tree.ts';
import { CourseThemes } from '../course-themes.ts';
import { courseDefinitions } from '../definitions.ts';
import { examplesFolder } from './example-files.ts';
import { type Example, examplesOf, variantExamples } from './examples.ts';
import { type Look, nameOfLook, pathOfLook } from './looks.ts';

/** A look as a deck: each slide is an example, and has its id. */
export interface LookDeck {
  readonly look: Look;
  readonly deck: Deck;
  readonly examples: readonly Example[];
}

/** What layouts take from their lesson. */
const lesson = {
  title: 'Everything on one shelf',
  subtitle: 'All layouts, with an example or two of each',
  icon: '📐',
  minutes: 45,
  objectives: ['Tell a cause from a symptom', 'Weigh two sources against each other', 'Write a claim that can fail'],
};

/** The sections of that lesson. Examples are in the second one, so that there are others before and after it. */
const sections = [
  { title: 'Sources', icon: '🔎', minutes: 10 },
  { title: 'Layouts', icon: '📐', minutes: 20 },
  { title: 'Claims', icon: '💬', minutes: 15 },
];
const sectionOfExamples = 1;

/**
 * Makes a deck of all examples in a look, as if they were a lesson. Their faults are found at their contracts.
 * Errors: those of the stages up to `3-resolve`.
 */
export async function lookDeck(look: Look): Promise<Outcome<LookDeck>> {
  const { shelf, theme, size } = look;
  const title = nameOfLook(look);
  const frame = { title: 'Gallery', people: [{ name: 'Ada Example' }], footer: title, theme: { base: theme, size } };
  const { value: course, diagnostics: unread } = validateCourse(treeOf(frame), examplesFolder);
  if (!course) return failed(unread);
  const themes = new CourseThemes(course, shelf.library.themes, shelf.assets, shelf.texts);
  const settled = await courseDefinitions(course, shelf.library, shelf.layouts, themes);
  if (!settled.value) return failed(settled.diagnostics);
  const examples = look.layouts.flatMap((name) => {
    const contract = shelf.contracts.get(name);
    return contract ? examplesOf(contract) : [];
  });
  const variants = variantsIn(settled.value.theme.css, shelf.layouts);
  const all = [...examples, ...variantExamples(examples, variants)];
  const valid = validateLesson(lessonOf(all), shelf.contracts);
  const found: Diagnostic[] = [...settled.diagnostics, ...valid.diagnostics];
  if (!valid.value) return failed(found);
  const gallery = { ...course, id: 'gallery' };
  const resolved = await resolve(gallery, valid.value, 1, settled.value, shelf.assets, shelf.texts);
  found.push(...resolved.diagnostics);
  const deck = resolved.value?.[sectionOfExamples];
  if (!deck || hasErrors(found)) return failed(found);
  const path = `gallery/${pathOfLook(look)}`;
  const slides = deck.slides.map((slide, at) => ({ ...slide, id: all[at]?.id ?? slide.id }));
  return done({ look, deck: { ...deck, id: path, path, title, slides }, examples: all }, found);
}

function lessonOf(examples: readonly Example[]): MapNode {
  const slides = examples.map(({ node }) => node);
  const filled = sections.map((section, at) =>
    map([...entriesOf(section), entry('slides', list(at === sectionOfExamples ? slides : slides.slice(0, 1)))]),
  );
  return map([...entriesOf(lesson), entry('sections', list(filled))]);
}

/** Nobody writes this text, and nobody is pointed to it. */
const place = { file: 'gallery.yaml', start: 0, end: 0 };

const map = (entries: readonly MapEntry[]): MapNode => ({ kind: 'map', entries, span: place });
const list = (items: readonly Tree[]): Tree => ({ kind: 'list', items, span: place });
const entry = (key: string, value: Tree): MapEntry => ({ key, keySpan: place, value });
const entriesOf = (data: object): readonly MapEntry[] =>
  Object.entries(data).map(([key, value]) => entry(key, treeOf(value)));

/** Data as a tree; JSON is YAML. */
function treeOf(data: unknown): Tree {
  const { value } = parse({ path: place.file, text: JSON.stringify(data) });
  if (!value) throw new Error('The frame of the gallery is not valid YAML.');
  return value;
}

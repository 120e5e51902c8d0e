import { decode, parse } from '../../src/1-parse/index.ts';
import { validateCourse, validateLesson } from '../../src/2-validate/index.ts';
import { AssetLoader, type CourseDefinitions, CourseTexts, resolve } from '../../src/3-resolve/index.ts';
import { expand, Templates } from '../../src/4-expand/index.ts';
import { marpEngine, render } from '../../src/5-render/index.ts';
import { CourseThemes } from '../../src/build/course-themes.ts';
import { courseDefinitions, DefinitionReader, usableLayouts } from '../../src/build/definitions.ts';
import { LibraryReader } from '../../src/build/library-reader.ts';
import { SourceReader } from '../../src/build/source-reader.ts';
import { failed, type Outcome } from '../../src/diagnostics/outcome.ts';
import { hasErrors } from '../../src/diagnostics/report.ts';
import { diskFiles } from '../../src/io/disk-files.ts';
import { twemojiSet } from '../../src/io/emoji.ts';
import { sharpImages } from '../../src/io/images.ts';
import { memoryFiles } from '../../src/io/memory-files.ts';
import type { Contract } from '../../src/model/contract.ts';
import type { Course } from '../../src/model/course.ts';
import type { Audience, Deck } from '../../src/model/deck.ts';
import type { Layout, Library } from '../../src/model/library.ts';
import { builtInPrefix, type EmojiSet, type Engine, type Files } from '../../src/model/ports.ts';
import type { Expanded, Rendered } from '../../src/model/rendered.ts';

/** A picture for slides that show one. */
export const picture = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><path d="M0 0h4v3z"/></svg>';

/** The stages from text to slides, with the templates and themes of Lectern and the files of a course in memory. */
export interface Workbench {
  readonly files: Files;
  readonly engine: Engine;
  readonly emoji: EmojiSet;
  readonly templates: Templates;
  readonly contracts: ReadonlyMap<string, Contract>;
  /** The decks of a lesson, given as the YAML of `course.yaml` and of the lesson. */
  decks(lesson: string, course?: string): Promise<Outcome<readonly Deck[]>>;
  expand(deck: Deck, audience?: Audience): Outcome<Expanded>;
  render(deck: Deck, audience?: Audience): Promise<Outcome<Rendered>>;
}

// Kept for all benches of a test file: packing a theme takes far longer than rendering a deck.
const engine = marpEngine();
const emoji = signed(twemojiSet(process.cwd()));
const images = sharpImages();

export const courseFolder = 'content/course';
export const lessonFile = `${courseFolder}/01-lesson.yaml`;

/** Sets up a workbench; `files` are added to the course, and may hide templates and themes. */
export async function workbench(files: Readonly<Record<string, string | Uint8Array>> = {}): Promise<Workbench> {
  const own = Object.entries(files).map(([path, content]) => [`${courseFolder}/${path}`, content] as const);
  const all = withBuiltIns(memoryFiles(Object.fromEntries(own)));
  const { library } = await new LibraryReader(all, new SourceReader(all, decode)).read(courseFolder);
  const known = new DefinitionReader().contracts(library);
  const usable = usableLayouts(library, known.contracts);
  const broken = new Set([...known.broken, ...usable.broken]);
  const faults = [...known.diagnostics, ...usable.diagnostics];
  const assets = new AssetLoader(all, images, courseFolder);
  const texts = new CourseTexts(all, courseFolder, decode);
  const templates = new Templates();
  const courses = new Map<string, Promise<SettledCourse>>();
  const settle = (text: string): Promise<SettledCourse> => {
    const known = courses.get(text) ?? settleCourse(text, library, usable.layouts, assets, texts);
    courses.set(text, known);
    return known;
  };
  return {
    files: all,
    engine,
    emoji,
    templates,
    contracts: known.contracts,
    async decks(lesson, course = 'title: Course\n') {
      const { course: checked, themes, definitions } = await settle(course);
      if (!checked.value) return failed(checked.diagnostics);
      const { value: tree, diagnostics: unread } = parse({ path: lessonFile, text: lesson });
      const valid = tree ? validateLesson(tree, known.contracts, broken) : failed(unread);
      const found = [...faults, ...definitions.diagnostics, ...valid.diagnostics];
      if (!definitions.value || !valid.value || hasErrors(found)) return failed(found);
      const { theme: choice } = valid.value;
      const own = choice && (await themes?.ofLesson(valid.value, choice));
      const all = { ...definitions.value, theme: own?.value ?? definitions.value.theme };
      const resolved = await resolve(checked.value, valid.value, 1, all, assets, texts);
      const everything = [...found, ...(own?.diagnostics ?? []), ...resolved.diagnostics];
      return hasErrors(everything) ? failed(everything) : { value: resolved.value, diagnostics: everything };
    },
    expand: (deck, audience = 'public') => expand(deck, audience, templates),
    async render(deck, audience = 'public') {
      const { value, diagnostics } = expand(deck, audience, templates);
      if (!value) return failed(diagnostics);
      const rendered = await render(value, engine, emoji);
      return { value: rendered.value, diagnostics: [...diagnostics, ...rendered.diagnostics] };
    },
  };
}

/** The set with pictures that say which emoji they are, so that tests can read texts back as they were. */
function signed(set: EmojiSet): EmojiSet {
  return { ...set, svg: async (text) => (await set.svg(text))?.replace('<svg ', `<svg data-emoji="${text}" `) };
}

interface SettledCourse {
  readonly themes?: CourseThemes;
  readonly course: Outcome<Course>;
  readonly definitions: Outcome<CourseDefinitions>;
}

async function settleCourse(
  text: string,
  library: Library,
  layouts: ReadonlyMap<string, Layout>,
  assets: AssetLoader,
  texts: CourseTexts,
): Promise<SettledCourse> {
  const { value: tree, diagnostics } = parse({ path: `${courseFolder}/course.yaml`, text });
  const course = tree ? validateCourse(tree, courseFolder) : failed(diagnostics);
  if (!course.value) return { course, definitions: failed([]) };
  const themes = new CourseThemes(course.value, library.themes, assets, texts);
  return { course, themes, definitions: await courseDefinitions(course.value, library, layouts, themes) };
}

/** The value of an outcome. Throws, with what was found, when there is none. */
export function expectValue<T>({ value, diagnostics }: Outcome<T>): T {
  if (value === undefined) throw new Error(`No value: ${JSON.stringify(diagnostics, undefined, 2)}`);
  return value;
}

function withBuiltIns(memory: Files): Files {
  const disk = diskFiles(process.cwd(), process.cwd());
  const where = (path: string): Files => (path.startsWith(builtInPrefix) ? disk : memory);
  return {
    read: (path, within) => where(path).read(path, within),
    list: (folder) => where(folder).list(folder),
  };
}

import { parse } from '../1-parse/index.ts';
import { validateCourse, validateLesson } from '../2-validate/index.ts';
import { AssetLoader, CourseTexts, lessonSlug, resolve } from '../3-resolve/index.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { andThen, failed, type Outcome } from '../diagnostics/outcome.ts';
import { diagnose, hasErrors } from '../diagnostics/report.ts';
import { suggest } from '../diagnostics/suggest.ts';
import type { Course } from '../model/course.ts';
import type { Deck } from '../model/deck.ts';
import type { Files, Images } from '../model/ports.ts';
import { CourseThemes } from './course-themes.ts';
import { courseDefinitions, type DefinitionReader, usableLayouts } from './definitions.ts';
import { type LessonFile, lessonFiles, numberedLessons, yamlFiles } from './lesson-files.ts';
import type { LibraryReader } from './library-reader.ts';
import type { SourceReader } from './source-reader.ts';

/** A lesson of a course: its decks, unless something is wrong with it. */
export interface LoadedLesson {
  /** The name in the id of its decks. */
  readonly name: string;
  /** The file, such as `content/db101/02-joins.yaml`. */
  readonly path: string;
  readonly number: number;
  readonly decks: readonly Deck[] | undefined;
  /** Decks with errors: to be looked through for more, never to be written. */
  readonly faulty: readonly Deck[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface LoadedCourse {
  readonly id: string;
  readonly course: Course | undefined;
  readonly lessons: readonly LoadedLesson[];
  /** What concerns the course as a whole. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface CourseReaders {
  readonly files: Files;
  readonly images: Images;
  readonly sources: SourceReader;
  readonly library: LibraryReader;
  readonly definitions: DefinitionReader;
}

/**
 * Parses, validates and resolves a course with all its lessons. One faulty lesson does not stop the others, and the lessons
 * of a faulty course are checked all the same.
 */
export async function loadCourse(folder: string, readers: CourseReaders): Promise<LoadedCourse> {
  const id = folder.split('/').at(-1) ?? folder;
  const { value: course, diagnostics } = await readCourse(folder, readers);
  const { library, diagnostics: unread } = await readers.library.read(folder);
  const known = readers.definitions.contracts(library);
  const usable = usableLayouts(library, known.contracts);
  const lost = unreadNames(unread);
  const broken = new Set([...known.broken, ...usable.broken, ...lost]);
  const assets = new AssetLoader(readers.files, readers.images, folder);
  const texts = new CourseTexts(readers.files, folder, (path, bytes) => readers.sources.decode(path, bytes));
  const themes = course && new CourseThemes(course, library.themes, assets, texts);
  const settled = course && themes ? await courseDefinitions(course, library, usable.layouts, themes) : failed([]);
  const names = await readers.files.list(folder);
  const files = course ? lessonFiles(course, names) : { lessons: numberedLessons(folder, names), diagnostics: [] };
  const found = [known.diagnostics, usable.diagnostics, settled.diagnostics].flat();
  // What cannot be read is not missing.
  const others = found.filter(
    ({ code, message }) => !isMissing(code) || !lost.some((name) => message.includes(`"${name}"`)),
  );
  const shared = [...diagnostics, ...unread, ...others, ...files.diagnostics];
  const lessons: LoadedLesson[] = [];
  for (const [index, file] of files.lessons.entries()) {
    const { path } = file;
    const number = index + 1;
    const tree = await readLesson(file, readers);
    const lesson = andThen(tree, (read) => validateLesson(read, known.contracts, broken));
    const own = lesson.value?.theme && settled.value && (await themes?.ofLesson(lesson.value, lesson.value.theme));
    const definitions = settled.value && { ...settled.value, theme: own?.value ?? settled.value.theme };
    const resolved =
      course &&
      lesson.value &&
      definitions &&
      (await resolve(course, lesson.value, number, definitions, assets, texts));
    // Which variants there are is not known where the theme of the lesson is not.
    const inSlides = resolved?.diagnostics.filter(({ code }) => own?.value || !own || code !== 'theme/unknown-variant');
    const name = lessonSlug(path);
    const twin = lessons.find((other) => other.name === name);
    const same = twin ? [sameName(file, twin.path)] : [];
    const found = [...same, ...lesson.diagnostics, ...(own?.diagnostics ?? []), ...(inSlides ?? [])];
    const decks = resolved?.value ?? [];
    lessons.push({
      name,
      path,
      number,
      decks: resolved?.value === undefined || hasErrors(found) ? undefined : decks,
      faulty: hasErrors(found) ? decks : [],
      diagnostics: found,
    });
  }
  return { id, course, lessons, diagnostics: shared };
}

function sameName({ path, span }: LessonFile, other: string): Diagnostic {
  const message = `This lesson has the name of "${fileName(other)}", so that their decks could not be told apart.`;
  const hint = 'Give one of the two files another name behind its number.';
  return diagnose('deck/same-path', span ?? path, message, hint);
}

const fileName = (path: string): string => path.replace(/^.*\//, '');

/** The names of themes and templates whose files could not be read. */
function unreadNames(unread: readonly Diagnostic[]): readonly string[] {
  return unread.map(({ file, span }) => fileName(file ?? span?.file ?? '').replace(/\..*$/, ''));
}

const isMissing = (code: string): boolean => /^(theme|template)\/not-found$|^contract\/missing$/.test(code);

async function readCourse(folder: string, { files, sources }: CourseReaders): Promise<Outcome<Course>> {
  const path = `${folder}/course.yaml`;
  const { value: source, diagnostics } = await sources.read(path);
  if (source) return andThen(parse(source), (tree) => validateCourse(tree, folder));
  const names = await files.list(folder);
  return failed(diagnostics.map((fault) => (fault.code === 'file/missing' ? missingCourse(folder, names) : fault)));
}

function missingCourse(folder: string, names: readonly string[]): Diagnostic {
  const message = `The folder "${folder}" has lessons, but no course.yaml.`;
  const hint = names.includes('course.yml')
    ? 'Rename "course.yml" to "course.yaml".'
    : 'Add a file course.yaml; one line is enough, such as "title: Databases".';
  return diagnose('file/missing', `${folder}/course.yaml`, message, hint);
}

async function readLesson({ path, span }: LessonFile, { files, sources }: CourseReaders) {
  const { value: source, diagnostics } = await sources.read(path);
  if (source) return parse(source);
  if (!span || !diagnostics.some(({ code }) => code === 'file/missing')) return failed(diagnostics);
  // A lesson that the course lists is missing there, where its name stands.
  const [, folder = '', name = ''] = /^(.*)\/([^/]*)$/.exec(path) ?? [];
  const hint = suggest(name, yamlFiles(await files.list(folder)), 'Lessons lie beside course.yaml.');
  return failed([diagnose('file/missing', span, `There is no lesson "${name}" in the course folder.`, hint)]);
}

import { parse } from '../1-parse/index.ts';
import { validateCourse, validateLesson } from '../2-validate/index.ts';
import { AssetLoader, lessonSlug, resolve } from '../3-resolve/index.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { failed, type Outcome } from '../diagnostics/outcome.ts';
import { diagnose } from '../diagnostics/report.ts';
import { suggest } from '../diagnostics/suggest.ts';
import type { Course } from '../model/course.ts';
import type { Deck } from '../model/deck.ts';
import type { Files } from '../model/ports.ts';
import type { Span } from '../model/source.ts';
import { courseDefinitions, type DefinitionReader, usableLayouts } from './definitions.ts';
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
  readonly sources: SourceReader;
  readonly library: LibraryReader;
  readonly definitions: DefinitionReader;
}

/** Parses, validates and resolves a course with all its lessons. One faulty lesson does not stop the others. */
export async function loadCourse(folder: string, readers: CourseReaders): Promise<LoadedCourse> {
  const id = folder.split('/').at(-1) ?? folder;
  const { value: course, diagnostics } = await readCourse(folder, readers.sources);
  if (!course) return { id, course, lessons: [], diagnostics };
  const { library, diagnostics: unread } = await readers.library.read(folder);
  const known = readers.definitions.contracts(library);
  const usable = usableLayouts(library, known.contracts);
  const broken = new Set([...known.broken, ...usable.broken]);
  const assets = new AssetLoader(readers.files, folder);
  const settled = await courseDefinitions(course, library, usable.layouts, assets);
  const files = await lessonFiles(course, readers.files);
  const found = [unread, known.diagnostics, usable.diagnostics, settled.diagnostics, files.diagnostics];
  const shared = [...diagnostics, ...found.flat()];
  const lessons: LoadedLesson[] = [];
  for (const [index, { path, span }] of files.lessons.entries()) {
    const number = index + 1;
    const read = await readLesson(path, span, readers.sources);
    const lesson = read.value && validateLesson(read.value, known.contracts, broken);
    const decks =
      lesson?.value && settled.value && (await resolve(course, lesson.value, number, settled.value, assets));
    lessons.push({
      name: lessonSlug(path),
      path,
      number,
      decks: decks?.value,
      diagnostics: [...read.diagnostics, ...(lesson?.diagnostics ?? []), ...(decks?.diagnostics ?? [])],
    });
  }
  return { id, course, lessons, diagnostics: shared };
}

async function readCourse(folder: string, sources: SourceReader): Promise<Outcome<Course>> {
  const path = `${folder}/course.yaml`;
  const { value: source, diagnostics } = await sources.read(path);
  if (!source) return failed(diagnostics);
  const { value: tree, diagnostics: faults } = parse(source);
  return tree ? validateCourse(tree, folder) : failed(faults);
}

async function readLesson(path: string, span: Span | undefined, sources: SourceReader) {
  const { value: source, diagnostics } = await sources.read(path);
  if (source) return parse(source);
  // A lesson that the course lists is missing there, where its name stands.
  return failed(
    diagnostics.map((fault) => (fault.code === 'file/missing' && span ? missingLesson(path, span) : fault)),
  );
}

function missingLesson(path: string, span: Span): Diagnostic {
  return diagnose('file/missing', span, `The lesson "${path}" does not exist.`, 'Lessons lie beside course.yaml.');
}

interface LessonFile {
  readonly path: string;
  /** Where the course names it, if it does. */
  readonly span?: Span;
}

/** The lessons that a course lists, or all files that are named like `01-title.yaml`. Errors: course/no-lessons, field/wrong-value. */
async function lessonFiles(course: Course, files: Files) {
  const diagnostics: Diagnostic[] = [];
  if (course.lessons) {
    const names = await files.list(course.folder);
    const seen = new Set<string>();
    const lessons = course.lessons.flatMap((node): LessonFile[] => {
      const name = String(node.value);
      if (seen.has(name)) {
        diagnostics.push(diagnose('field/wrong-value', node.span, `The lesson "${name}" is listed twice.`));
        return [];
      }
      seen.add(name);
      if (/[/\\]/.test(name) || !/\.ya?ml$/.test(name)) {
        const hint = suggest(
          name,
          names.filter((file) => /\.ya?ml$/.test(file)),
          'Lessons are YAML files beside course.yaml.',
        );
        diagnostics.push(diagnose('field/wrong-value', node.span, `"${name}" is not the name of a lesson file.`, hint));
        return [];
      }
      return [{ path: `${course.folder}/${name}`, span: node.span }];
    });
    return { lessons, diagnostics };
  }
  const names = (await files.list(course.folder)).filter((name) => /^\d+.*\.ya?ml$/.test(name));
  if (names.length === 0) {
    const message = `The course "${course.id}" has no lesson.`;
    diagnostics.push(
      diagnose(
        'course/no-lessons',
        `${course.folder}/course.yaml`,
        message,
        'Add a file such as 01-introduction.yaml beside course.yaml.',
      ),
    );
  }
  return { lessons: names.map((name): LessonFile => ({ path: `${course.folder}/${name}` })), diagnostics };
}

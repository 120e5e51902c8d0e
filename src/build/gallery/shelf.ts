import { AssetLoader, CourseTexts } from '../../3-resolve/index.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Contract } from '../../model/contract.ts';
import type { Definition, Layout, Library } from '../../model/library.ts';
import { usableLayouts } from '../definitions.ts';
import type { CourseReaders } from '../load-course.ts';
import { exampleFiles, examplesFolder } from './example-files.ts';

/** What can be shown together: the layouts and themes of the project, or of a course that has some of its own. */
export interface Shelf {
  /** The name of the course; undefined for the project. */
  readonly course: string | undefined;
  readonly library: Library;
  readonly contracts: ReadonlyMap<string, Contract>;
  readonly layouts: ReadonlyMap<string, Layout>;
  readonly assets: AssetLoader;
  readonly texts: CourseTexts;
  readonly diagnostics: readonly Diagnostic[];
}

/** The shelf of the project, then those of courses with layouts or themes of their own. Errors: contract/*, template/*. */
export async function openShelves(readers: CourseReaders): Promise<readonly Shelf[]> {
  const names = await readers.files.list('content');
  const courses = names.filter((name) => name.endsWith('/') && !name.startsWith('.')).map((name) => name.slice(0, -1));
  const shelves = [await openShelf(undefined, readers)];
  for (const course of courses) {
    const shelf = await openShelf(course, readers);
    const { slides, contracts, themes } = shelf.library;
    if ([slides, contracts, themes].some((definitions) => [...definitions.values()].some(isOfCourse)))
      shelves.push(shelf);
  }
  return shelves;
}

async function openShelf(course: string | undefined, readers: CourseReaders): Promise<Shelf> {
  const folder = course === undefined ? undefined : `content/${course}`;
  const { library, diagnostics: unread } = await readers.library.read(folder);
  const known = readers.definitions.contracts(library);
  const usable = usableLayouts(library, known.contracts);
  const files = exampleFiles(readers.files, folder);
  return {
    course,
    library,
    contracts: known.contracts,
    layouts: usable.layouts,
    assets: new AssetLoader(files, readers.images, examplesFolder),
    texts: new CourseTexts(files, examplesFolder, (path, bytes) => readers.sources.decode(path, bytes)),
    diagnostics: [...unread, ...known.diagnostics, ...usable.diagnostics],
  };
}

const isOfCourse = (definition: Definition | undefined): boolean => definition?.origin === 'course';

/** The layouts that a theme is shown with: all of them, or those of the course where the theme is not. */
export function shownLayouts({ course, library, layouts }: Shelf, theme: string): readonly string[] {
  const names = [...layouts.keys()];
  if (course === undefined || isOfCourse(library.themes.get(theme))) return names;
  return names.filter((name) => isOfCourse(library.slides.get(name)) || isOfCourse(library.contracts.get(name)));
}

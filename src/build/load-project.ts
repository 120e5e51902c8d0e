import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { diagnose } from '../diagnostics/report.ts';
import { yamlFiles } from './lesson-files.ts';
import { type CourseReaders, type LoadedCourse, loadCourse } from './load-course.ts';

/** All courses of a project. */
export interface LoadedProject {
  /** By name. */
  readonly courses: readonly LoadedCourse[];
  /** Lessons that have errors, by path: what was built from them before is kept. */
  readonly brokenSources: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads every folder of `content/` that is a course. Errors: project/no-courses. */
export async function loadProject(readers: CourseReaders): Promise<LoadedProject> {
  const names = await readers.files.list('content');
  const folders = names.filter((name) => name.endsWith('/') && !name.startsWith('.'));
  const courses: LoadedCourse[] = [];
  const diagnostics: Diagnostic[] = yamlFiles(names).map((name) =>
    diagnose(
      'course/unused-file',
      `content/${name}`,
      'This file is in no course: it lies beside the folders of the courses.',
      'Move it into the folder of a course, such as content/my-course/.',
    ),
  );
  for (const name of folders) {
    const folder = `content/${name.slice(0, -1)}`;
    const files = await readers.files.list(folder);
    // A folder without any YAML is not meant to be a course; one with lessons alone has lost its course.yaml.
    if (!files.some((file) => /\.ya?ml$/.test(file))) continue;
    courses.push(await loadCourse(folder, readers));
  }
  if (courses.length === 0) {
    const message = 'There is no course in the folder "content".';
    diagnostics.push(
      diagnose(
        'project/no-courses',
        undefined,
        message,
        'Start a project with `lectern init`, or name its folder with --root.',
      ),
    );
  }
  const brokenSources = courses.flatMap(({ lessons }) =>
    lessons.filter(({ decks }) => decks === undefined).map(({ path }) => path),
  );
  return { courses, brokenSources, diagnostics };
}

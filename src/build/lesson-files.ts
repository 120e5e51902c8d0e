import { lessonSlug } from '../3-resolve/index.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { diagnose } from '../diagnostics/report.ts';
import { nearest } from '../diagnostics/suggest.ts';
import type { Course } from '../model/course.ts';
import type { Span } from '../model/source.ts';
import type { ScalarNode } from '../model/tree.ts';

export interface LessonFile {
  readonly path: string;
  /** Where the course names it, if it does. */
  readonly span?: Span;
}

interface LessonFiles {
  readonly lessons: readonly LessonFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The lessons that a course lists, or all files that are named like `01-title.yaml`. `names` are what is in its folder.
 * Errors: course/no-lessons, field/wrong-value; warning: course/unused-file.
 */
export function lessonFiles(course: Course, names: readonly string[]): LessonFiles {
  if (course.lessons) return listedLessons(course.folder, course.lessons, names);
  const lessons = numberedLessons(course.folder, names);
  const others = yamlFiles(names).filter((name) => !isNumbered(name));
  if (lessons.length > 0) return { lessons, diagnostics: others.map((name) => unused(course.folder, name)) };
  const [other] = others;
  const hint = other
    ? `Lessons are named like "01-${lessonSlug(other)}.yaml": rename "${other}", or list it in course.yaml.`
    : 'Add a file such as 01-introduction.yaml beside course.yaml.';
  const message = `The course "${course.id}" has no lesson.`;
  return { lessons, diagnostics: [diagnose('course/no-lessons', `${course.folder}/course.yaml`, message, hint)] };
}

/** The files that are named like `01-title.yaml`, in order. */
export function numberedLessons(folder: string, names: readonly string[]): readonly LessonFile[] {
  return names.filter(isNumbered).map((name) => ({ path: `${folder}/${name}` }));
}

/** Names of YAML files, `course.yaml` aside. */
export function yamlFiles(names: readonly string[]): readonly string[] {
  return names.filter((name) => /\.ya?ml$/i.test(name) && name !== 'course.yaml');
}

const isNumbered = (name: string): boolean => /^\d+.*\.ya?ml$/.test(name);

function listedLessons(folder: string, listed: readonly ScalarNode[], names: readonly string[]): LessonFiles {
  const diagnostics: Diagnostic[] = [];
  const seen = new Set<string>();
  const lessons = listed.flatMap((node): LessonFile[] => {
    const name = String(node.value);
    if (seen.has(name)) {
      const message = `The lesson "${name}" is listed twice.`;
      diagnostics.push(diagnose('field/wrong-value', node.span, message, 'Remove one of the two.'));
      return [];
    }
    seen.add(name);
    if (/[/\\]/.test(name) || !/\.ya?ml$/.test(name)) {
      const message = `"${name}" is not the name of a lesson file.`;
      diagnostics.push(diagnose('field/wrong-value', node.span, message, fileHint(name, yamlFiles(names))));
      return [];
    }
    return [{ path: `${folder}/${name}`, span: node.span }];
  });
  return { lessons, diagnostics };
}

function fileHint(name: string, files: readonly string[]): string {
  const meant = files.find((file) => lessonSlug(file) === lessonSlug(name)) ?? nearest(name, files);
  return meant === undefined ? 'Lessons are YAML files beside course.yaml.' : `Did you mean "${meant}"?`;
}

function unused(folder: string, name: string): Diagnostic {
  return diagnose(
    'course/unused-file',
    `${folder}/${name}`,
    'This file is no lesson of the course: lessons are named like 01-title.yaml, or listed in course.yaml.',
    `Rename it to "01-${lessonSlug(name)}.yaml" with its number, or list all lessons in course.yaml.`,
  );
}

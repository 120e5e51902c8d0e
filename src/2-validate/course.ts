import { done, failed, type Outcome } from '../diagnostics/outcome.ts';
import { hasErrors } from '../diagnostics/report.ts';
import type { Course, Person } from '../model/course.ts';
import { childOf, type MapNode, plain, type ScalarNode, type Tree, textOf } from '../model/tree.ts';
import { checkCharacters } from './characters.ts';
import { check } from './check.ts';
import { courseSchema } from './course-schema.ts';
import { readThemeChoice } from './theme-choice.ts';

/**
 * Checks `course.yaml`. `folder` is where it was found, such as `content/db101`.
 * Errors: field/*, text/*. A course with errors has no value.
 */
export function validateCourse(tree: Tree, folder: string): Outcome<Course> {
  const diagnostics = [...check(courseSchema, tree), ...checkCharacters(tree)];
  if (hasErrors(diagnostics) || tree.kind !== 'map') return failed(diagnostics);
  const lessons = childOf(tree, 'lessons');
  const course: Course = {
    id: folder.split('/').at(-1) ?? folder,
    folder,
    node: tree,
    title: childOf(tree, 'title') as ScalarNode,
    language: textOf(tree, 'lang') ?? 'en',
    people: (listed(tree, 'people') as Person[] | undefined) ?? [],
    keywords: (listed(tree, 'keywords') as string[] | undefined) ?? [],
    theme: readThemeChoice(childOf(tree, 'theme')),
    ...(lessons?.kind === 'list' ? { lessons: lessons.items as readonly ScalarNode[] } : {}),
  };
  return done(course, diagnostics);
}

function listed(node: MapNode, key: string): unknown {
  const value = childOf(node, key);
  return value && plain(value);
}

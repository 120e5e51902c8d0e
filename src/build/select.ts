import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { diagnose } from '../diagnostics/report.ts';
import { suggest } from '../diagnostics/suggest.ts';
import type { Deck } from '../model/deck.ts';
import type { LoadedCourse, LoadedLesson } from './load-course.ts';
import type { LoadedProject } from './load-project.ts';

/** The decks that a command is about. */
export interface Selection {
  /** In the order of courses, lessons and sections. */
  readonly decks: readonly Deck[];
  /** Decks with errors, of which only what else is wrong with them is of interest. */
  readonly faulty: readonly Deck[];
  /** Whether decks were left out. */
  readonly isPartial: boolean;
  /** What is wrong with the chosen courses and lessons. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Chooses decks by `course`, `course/lesson` or `course/lesson/section`, with or without the numbers of their files.
 * Errors: project/unknown-deck, and those of what was chosen.
 */
export function selectDecks(project: LoadedProject, targets: readonly string[]): Selection {
  const wanted = targets.map((target) =>
    target
      .replace(/^content\//, '')
      .replace(/\/$/, '')
      .split('/'),
  );
  const diagnostics: Diagnostic[] = [...project.diagnostics];
  const decks: Deck[] = [];
  const faulty: Deck[] = [];
  const matched = new Set<readonly string[]>();
  for (const course of project.courses) {
    const forCourse = wanted.filter(([name]) => name === course.id);
    if (wanted.length > 0 && forCourse.length === 0) continue;
    diagnostics.push(...course.diagnostics);
    // When a course cannot be read, its sections are unknown: that is reported, not the names.
    if (course.course === undefined) for (const target of forCourse) matched.add(target);
    for (const lesson of course.lessons) {
      const forLesson = forCourse.filter(([, name]) => name === undefined || names(lesson, name));
      if (wanted.length > 0 && forLesson.length === 0) continue;
      diagnostics.push(...lesson.diagnostics);
      for (const target of forLesson) if (target[2] === undefined || lesson.decks === undefined) matched.add(target);
      faulty.push(...lesson.faulty);
      for (const deck of lesson.decks ?? []) {
        const forDeck = forLesson.filter(([, , name]) => name === undefined || isNamed(deck, name));
        if (wanted.length > 0 && forDeck.length === 0) continue;
        for (const target of forDeck) matched.add(target);
        decks.push(deck);
      }
    }
  }
  for (const target of wanted) if (!matched.has(target)) diagnostics.push(unknown(target.join('/'), project.courses));
  return { decks, faulty, isPartial: wanted.length > 0, diagnostics };
}

const withoutNumber = (name: string): string => name.replace(/\.ya?ml$/, '').replace(/^\d+-/, '');

const names = (lesson: LoadedLesson, name: string): boolean =>
  lesson.name === withoutNumber(name) || lesson.name === name;

const isNamed = (deck: Deck, name: string): boolean => {
  const id = deck.id.split('/')[2];
  return id === name || id === withoutNumber(name);
};

function unknown(target: string, courses: readonly LoadedCourse[]): Diagnostic {
  const known = courses.flatMap((course) => [
    course.id,
    ...course.lessons.flatMap((lesson) => [`${course.id}/${lesson.name}`, ...(lesson.decks ?? []).map(({ id }) => id)]),
  ]);
  const hint = suggest(target, known, '`lectern list` shows all courses, lessons and sections.');
  return diagnose('project/unknown-deck', undefined, `There is no course, lesson or section called "${target}".`, hint);
}

import { andThen, done, type Outcome } from '../diagnostics/outcome.ts';
import type { Artifact } from '../model/artifact.ts';
import { type Audience, contextText, type Deck } from '../model/deck.ts';
import { withoutEmoji } from '../model/emoji.ts';
import type { Fonts } from '../model/ports.ts';
import { embedFonts } from './fonts.ts';
import { formulaFontFaces } from './formula-fonts.ts';
import { type CourseEntry, coursePage, type LessonEntry, type SectionEntry, siteIndex } from './site.ts';

/** A course as its page shows it. */
export interface SiteCourse {
  /** In course order; never empty. */
  readonly decks: readonly SiteDeck[];
  /** HTML of the course's description; empty for none. */
  readonly descriptionHtml: string;
  /** HTML of the objectives of each lesson, by lesson number. */
  readonly objectivesHtml: ReadonlyMap<number, readonly string[]>;
  /** The rules that formulas in them need; empty where there are none. */
  readonly formulaCss: string;
}

/** A deck that can be opened. */
export interface SiteDeck {
  readonly deck: Deck;
  readonly slides: number;
  /** Formats besides HTML that were built. */
  readonly downloads: readonly ('pdf' | 'md')[];
  /** The section's icon as a data URL. */
  readonly icon?: string;
}

/** The page of a course, for one audience. Errors: font/not-found, font/missing-glyph. */
export async function exportCoursePage(
  course: SiteCourse,
  audience: Audience,
  fonts: Fonts,
): Promise<Outcome<Artifact>> {
  const [first] = course.decks as readonly [SiteDeck, ...SiteDeck[]];
  const { deck } = first;
  const page = {
    language: deck.course.language,
    labels: deck.labels,
    tokens: deck.theme.tokens,
    homeHref: '../index.html',
    title: plainTitle(deck, 'course', 'title'),
    ...optional('subtitle', plainTitle(deck, 'course', 'subtitle')),
    ...optional('descriptionHtml', course.descriptionHtml),
    people: deck.course.people,
    keywords: deck.course.keywords,
    lessons: lessonEntries(course),
  };
  const draft = coursePage({ ...page, fontCss: '' });
  const formulaCss = course.formulaCss && (await formulaFontFaces(course.formulaCss, draft, fonts));
  return andThen(await fontCssFor(deck, draft, fonts), (fontCss) =>
    done({
      path: `${audience}/${deck.course.id}/index.html`,
      bytes: new TextEncoder().encode(coursePage({ ...page, formulaCss, fontCss })),
      source: `${deck.course.folder}/course.yaml`,
    }),
  );
}

/**
 * The page of all courses, for one audience, in the fonts of the first one. Shape: `courses` is never empty.
 * Errors: font/not-found, font/missing-glyph.
 */
export async function exportIndexPage(
  courses: readonly SiteCourse[],
  audience: Audience,
  fonts: Fonts,
): Promise<Outcome<Artifact>> {
  const [first] = courses.flatMap(({ decks }) => decks) as [SiteDeck, ...SiteDeck[]];
  const page = {
    language: first.deck.course.language,
    labels: first.deck.labels,
    tokens: first.deck.theme.tokens,
    courses: courses.map(courseEntry),
  };
  const draft = siteIndex({ ...page, fontCss: '' });
  return andThen(await fontCssFor(first.deck, draft, fonts), (fontCss) =>
    done({
      path: `${audience}/index.html`,
      bytes: new TextEncoder().encode(siteIndex({ ...page, fontCss })),
      source: 'content',
    }),
  );
}

async function fontCssFor(deck: Deck, html: string, fonts: Fonts): Promise<Outcome<string>> {
  const body = html.slice(html.indexOf('<body'));
  return andThen(await embedFonts({ deck, html: body, css: html }, fonts), ({ fontCss }) => done(fontCss));
}

function courseEntry({ decks }: SiteCourse): CourseEntry {
  const [{ deck }] = decks as [SiteDeck, ...SiteDeck[]];
  const lessons = new Map(decks.map((entry) => [entry.deck.lessonNumber, minutesOf(entry.deck, 'lesson')]));
  return {
    href: `${deck.course.id}/index.html`,
    language: deck.course.language,
    title: plainTitle(deck, 'course', 'title'),
    ...optional('subtitle', plainTitle(deck, 'course', 'subtitle')),
    people: deck.course.people,
    lessons: lessons.size,
    slides: decks.reduce((sum, { slides }) => sum + slides, 0),
    ...optional(
      'minutes',
      [...lessons.values()].reduce((sum: number, minutes) => sum + (minutes ?? 0), 0),
    ),
    tokens: deck.theme.tokens,
  };
}

function lessonEntries({ decks, objectivesHtml }: SiteCourse): readonly LessonEntry[] {
  const numbers = [...new Set(decks.map(({ deck }) => deck.lessonNumber))];
  return numbers.map((number) => {
    const own = decks.filter(({ deck }) => deck.lessonNumber === number);
    const [{ deck }] = own as [SiteDeck, ...SiteDeck[]];
    return {
      id: deck.path.split('/')[1] ?? String(number),
      title: plainTitle(deck, 'lesson', 'title'),
      ...optional('subtitle', plainTitle(deck, 'lesson', 'subtitle')),
      ...optional('minutes', minutesOf(deck, 'lesson')),
      objectivesHtml: objectivesHtml.get(number) ?? [],
      sections: own.map(sectionEntry),
    };
  });
}

function sectionEntry({ deck, slides, downloads, icon }: SiteDeck): SectionEntry {
  const base = deck.path.split('/').slice(1).join('/');
  return {
    title: withoutEmoji(deck.title),
    ...optional('icon', icon),
    slides,
    ...optional('minutes', minutesOf(deck, 'section')),
    href: `${base}.html`,
    downloads: downloads.map((extension) => ({
      name: extension === 'pdf' ? 'PDF' : 'Markdown',
      href: `${base}.${extension}`,
    })),
  };
}

/** A text for where pictures of emoji cannot stand. */
function plainTitle(deck: Deck, of: 'course' | 'lesson', name: 'title' | 'subtitle'): string {
  return withoutEmoji(contextText(deck, of, name));
}

function minutesOf(deck: Deck, of: 'lesson' | 'section'): number | undefined {
  const minutes = contextText(deck, of, 'minutes');
  return minutes === '' ? undefined : Number(minutes);
}

/** An object with the field, or without it when there is nothing to say. */
function optional<Name extends string, T>(name: Name, value: T | undefined): { [key in Name]?: T } {
  return (value === undefined || value === '' || value === 0 ? {} : { [name]: value }) as { [key in Name]?: T };
}

import type { Person } from '../model/course.ts';
import type { Labels } from '../model/library.ts';
import { htmlDocument } from './document.ts';
import { escapeHtml } from './escape.ts';
import { counted, label, type Words } from './language.ts';
import { fontTokenCss, siteCss, tokenCss } from './site-style.ts';

/** The page of all courses. */
export interface SiteIndexInput {
  readonly language: string;
  readonly labels: Labels;
  /** `@font-face` rules with the fonts of the first course inside. */
  readonly fontCss: string;
  /** The tokens of the course whose typefaces the page has. */
  readonly tokens: ReadonlyMap<string, string>;
  /** In the order in which they are shown; may be empty. */
  readonly courses: readonly CourseEntry[];
}

/** A course as the page of all courses shows it. Text is plain unless its name says HTML. */
export interface CourseEntry {
  readonly href: string;
  readonly language: string;
  readonly title: string;
  readonly subtitle?: string;
  readonly people: readonly Person[];
  readonly lessons: number;
  readonly slides: number;
  readonly minutes?: number;
  /** Final values of the theme's tokens, as CSS. */
  readonly tokens: ReadonlyMap<string, string>;
}

/** The page of one course. Text is plain unless its name says HTML; HTML is trusted. */
export interface CoursePageInput {
  readonly language: string;
  readonly labels: Labels;
  readonly fontCss: string;
  /** Rules for formulas, fonts inside. */
  readonly formulaCss?: string;
  readonly tokens: ReadonlyMap<string, string>;
  /** The page of all courses. */
  readonly homeHref?: string;
  readonly title: string;
  readonly subtitle?: string;
  readonly descriptionHtml?: string;
  /** The description again, as text for search results. */
  readonly description?: string;
  readonly people: readonly Person[];
  readonly keywords: readonly string[];
  readonly lessons: readonly LessonEntry[];
}

export interface LessonEntry {
  /** Unique in the course; the lesson's place in the page. */
  readonly id: string;
  readonly title: string;
  readonly subtitle?: string;
  readonly minutes?: number;
  /** Inline HTML, one for each; may be empty. */
  readonly objectivesHtml: readonly string[];
  readonly sections: readonly SectionEntry[];
}

/** A deck as the course page offers it. */
export interface SectionEntry {
  readonly title: string;
  /** A picture beside the title that says nothing new, as a data URL. */
  readonly icon?: string;
  readonly slides: number;
  readonly minutes?: number;
  readonly href: string;
  /** The same deck in other formats, such as `PDF`; only what was built. */
  readonly downloads: readonly { readonly name: string; readonly href: string }[];
}

/** The page of all courses, each card in the colours of its course. Cannot fail. */
export function siteIndex(input: SiteIndexInput): string {
  const title = label(input, 'site-title');
  const cards = input.courses.map((course) => {
    const facts = [
      counted(input, 'course-lessons', course.lessons),
      counted(input, 'course-slides', course.slides),
      ...minutes(input, course.minutes),
    ];
    // The style is an attribute, so that each card has the colours of its own course.
    return `<li class="card" style="${escapeHtml(tokenCss(course.tokens))}">
<div class="card-cover" lang="${escapeHtml(course.language)}"><h2><a href="${escapeHtml(course.href)}">${escapeHtml(course.title)}</a></h2>
${paragraph('subtitle', course.subtitle)}</div>
<div class="card-foot">${paragraph('people', names(course.people))}
<p class="facts">${facts.map(escapeHtml).join(' · ')}</p></div>
</li>`;
  });
  return htmlDocument({
    language: input.language,
    title,
    styles: [input.fontCss, `:root{${fontTokenCss(input.tokens)}}`, siteCss],
    body: `<main class="index">
<h1>${escapeHtml(title)}</h1>
${cards.length > 0 ? `<ul class="cards">\n${cards.join('\n')}\n</ul>` : paragraph('quiet', label(input, 'site-empty'))}
</main>`,
  });
}

/** The page of a course: what it is about, and the way to every deck. Cannot fail. */
export function coursePage(input: CoursePageInput): string {
  const sections = input.lessons.flatMap((lesson) => lesson.sections);
  const facts = [
    counted(input, 'course-lessons', input.lessons.length),
    counted(input, 'course-slides', sum(sections.map((section) => section.slides))),
    ...minutes(input, sum(input.lessons.map((lesson) => lesson.minutes ?? 0))),
  ];
  const [, logo] = /^url\("(data:[^"]*)"\)$/.exec(input.tokens.get('logo') ?? '') ?? [];
  return htmlDocument({
    ...input,
    styles: [
      input.fontCss,
      input.formulaCss ?? '',
      `:root{${fontTokenCss(input.tokens)};${tokenCss(input.tokens)}}`,
      siteCss,
    ],
    body: `<header class="cover">
<div class="inner">
${input.homeHref === undefined ? '' : `<a class="home" href="${escapeHtml(input.homeHref)}">${escapeHtml(label(input, 'course-all'))}</a>`}
${logo === undefined ? '' : `<img class="logo" src="${escapeHtml(logo)}" alt="">`}
<h1>${escapeHtml(input.title)}</h1>
${paragraph('subtitle', input.subtitle)}
${people(input.people, input)}
<p class="facts">${facts.map(escapeHtml).join(' · ')}</p>
</div>
</header>
<main class="inner">
${input.descriptionHtml ? `<div class="about">${input.descriptionHtml}</div>` : ''}
${lessonLinks(input.lessons, input)}
${input.lessons.map((lesson, index) => lessonElement(lesson, index, input)).join('\n')}
</main>`,
  });
}

/** A way to each lesson, in a course with more of them than fit on a screen. */
function lessonLinks(lessons: readonly LessonEntry[], words: Words): string {
  if (lessons.length < 3) return '';
  const links = lessons.map(
    ({ id, title }) => `<li><a href="#${escapeHtml(encodeURIComponent(id))}">${escapeHtml(title)}</a></li>`,
  );
  return `<nav class="contents" aria-label="${escapeHtml(label(words, 'course-contents'))}"><ol>${links.join('')}</ol></nav>`;
}

function lessonElement(lesson: LessonEntry, index: number, words: Words): string {
  const heading = `${lesson.id}-title`;
  const facts = [
    counted(words, 'course-slides', sum(lesson.sections.map((section) => section.slides))),
    ...minutes(words, lesson.minutes),
  ];
  const objectives = lesson.objectivesHtml.map((objective) => `<li>${objective}</li>`);
  return `<section class="lesson" id="${escapeHtml(lesson.id)}" aria-labelledby="${escapeHtml(heading)}">
<div class="lesson-head">
<p class="number">${escapeHtml(label(words, 'course-lesson', { number: index + 1 }))}</p>
<h2 id="${escapeHtml(heading)}">${escapeHtml(lesson.title)}</h2>
${paragraph('subtitle', lesson.subtitle)}
<p class="facts">${facts.map(escapeHtml).join(' · ')}</p>
${objectives.length > 0 ? `<h3>${escapeHtml(label(words, 'course-objectives'))}</h3>\n<ul class="objectives">${objectives.join('')}</ul>` : ''}
</div>
<ol class="decks">
${lesson.sections.map((section) => sectionElement(section, words)).join('\n')}
</ol>
</section>`;
}

function sectionElement(section: SectionEntry, words: Words): string {
  const facts = [counted(words, 'course-slides', section.slides), ...minutes(words, section.minutes)];
  const icon = section.icon === undefined ? '' : `<img src="${escapeHtml(section.icon)}" alt="">`;
  const downloads = section.downloads.map(({ name, href }) => {
    const spoken = label(words, 'course-download', { title: section.title, format: name });
    return `<a class="download" href="${escapeHtml(href)}" aria-label="${escapeHtml(spoken)}">${escapeHtml(name)}</a>`;
  });
  return `<li class="deck"><span class="icon" aria-hidden="true">${icon}</span>
<div class="deck-text"><h3><a href="${escapeHtml(section.href)}">${escapeHtml(section.title)}</a></h3>
<p class="facts">${facts.map(escapeHtml).join(' · ')}</p></div>
${downloads.join('\n')}</li>`;
}

function people(list: readonly Person[], words: Words): string {
  if (list.length === 0) return '';
  const items = list.map((person) => {
    const href = person.url ?? (person.email === undefined ? undefined : `mailto:${person.email}`);
    const name = escapeHtml(person.name);
    const linked = href === undefined ? name : `<a href="${escapeHtml(href)}">${name}</a>`;
    return `<li>${linked}${person.role === undefined ? '' : `<span class="role">, ${escapeHtml(person.role)}</span>`}</li>`;
  });
  return `<ul class="people" aria-label="${escapeHtml(label(words, 'course-people'))}">${items.join('')}</ul>`;
}

function names(list: readonly Person[]): string | undefined {
  return list.map((person) => person.name).join(', ') || undefined;
}

function paragraph(name: string, text: string | undefined): string {
  return text ? `<p class="${name}">${escapeHtml(text)}</p>` : '';
}

/** Planned time in whole minutes, at least one; nothing when none is planned. */
function minutes(words: Words, value: number | undefined): readonly string[] {
  return value ? [counted(words, 'course-minutes', Math.max(1, Math.round(value)))] : [];
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

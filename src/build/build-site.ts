import { expandFragment } from '../4-expand/index.ts';
import { checkEmbeds, renderFragments, unknownEmoji } from '../5-render/index.ts';
import { exportCoursePage, exportIndexPage, type SiteCourse, type SiteDeck } from '../7-export/index.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Outcome } from '../diagnostics/outcome.ts';
import type { Artifact } from '../model/artifact.ts';
import { type Audience, contextField, contextText, type Deck } from '../model/deck.ts';
import type { DeckTools } from './build-deck.ts';

/** What of a deck is on disk: the number of its slides for an audience, and whether a file of it exists. */
export interface BuiltFiles {
  slides(path: string): number | undefined;
  has(path: string): boolean;
}

/**
 * Makes the pages about courses, in both trees, from the decks that can be opened there.
 * Shape: `courses` holds the decks of each course in order; courses without a deck get no page.
 * Errors: font/*; formula/invalid, code/unknown-language, diagram/*, emoji/unknown in the description of a course and in objectives.
 */
export async function buildSite(
  courses: readonly (readonly Deck[])[],
  files: BuiltFiles,
  tools: DeckTools,
): Promise<{ readonly pages: readonly Artifact[]; readonly diagnostics: readonly Diagnostic[] }> {
  const pages: Artifact[] = [];
  const diagnostics: Diagnostic[] = [];
  const add = ({ value, diagnostics: found }: Outcome<Artifact>): void => {
    diagnostics.push(...found);
    if (value) pages.push(value);
  };
  for (const audience of ['public', 'instructor'] as const) {
    const shown: SiteCourse[] = [];
    for (const decks of courses) {
      const open = await openDecks(decks, audience, files, tools);
      if (open.length === 0) continue;
      const { faults, ...texts } = await courseTexts(open, tools);
      diagnostics.push(...faults);
      const course = { decks: open, ...texts };
      shown.push(course);
      add(await exportCoursePage(course, audience, tools.fonts));
    }
    // What its fonts lack, the pages of the courses have reported where it stands.
    const index = shown.length > 0 ? (await exportIndexPage(shown, audience, tools.fonts)).value : undefined;
    if (index) pages.push(index);
  }
  return { pages, diagnostics };
}

async function openDecks(decks: readonly Deck[], audience: Audience, files: BuiltFiles, { emoji }: DeckTools) {
  const open: SiteDeck[] = [];
  for (const deck of decks) {
    const path = `${audience}/${deck.path}`;
    const slides = files.slides(`${path}.html`);
    if (slides === undefined) continue;
    const icon = contextText(deck, 'section', 'icon');
    const svg = icon === '' ? undefined : await emoji.svg(icon);
    open.push({
      deck: { ...deck, theme: deck.courseTheme },
      slides,
      downloads: (['pdf', 'md'] as const).filter((extension) => files.has(`${path}.${extension}`)),
      ...(svg === undefined ? {} : { icon: `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}` }),
    });
  }
  return open;
}

async function courseTexts(decks: readonly SiteDeck[], { engine, emoji }: DeckTools) {
  const [{ deck }] = decks as [SiteDeck, ...SiteDeck[]];
  const firstOfLesson = new Map(decks.map((entry) => [entry.deck.lessonNumber, entry.deck]));
  const description = expandFragment(contextField(deck, 'course', 'description'));
  const faults = [...(await checkEmbeds(description.embeds, deck.theme.size, engine))];
  const about = await renderFragments([description], deck, 'about', engine, emoji);
  faults.push(...about.unknown.map((name) => unknownEmoji(name, deck)));
  let { formulaCss } = about;
  const objectivesHtml = new Map<number, readonly string[]>();
  for (const [number, lessonDeck] of firstOfLesson) {
    const objectives = contextField(lessonDeck, 'lesson', 'objectives');
    const items = objectives?.kind === 'list' ? objectives.items.map(expandFragment) : [];
    for (const { embeds } of items) faults.push(...(await checkEmbeds(embeds, lessonDeck.theme.size, engine)));
    const fragments = await renderFragments(items, lessonDeck, `lesson${number}x`, engine, emoji);
    faults.push(...fragments.unknown.map((name) => unknownEmoji(name, lessonDeck)));
    // The rules are the same wherever there is a formula.
    formulaCss ||= fragments.formulaCss;
    objectivesHtml.set(
      number,
      fragments.html.map((item) => item.replace(/^<p>/, '').replace(/<\/p>$/, '')),
    );
  }
  return { descriptionHtml: about.html[0] ?? '', objectivesHtml, formulaCss, faults };
}

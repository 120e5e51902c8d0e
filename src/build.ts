import pLimit from 'p-limit';
import { type BuiltDeck, buildDeck, type DeckTools, findFaults, type Neighbours } from './build/build-deck.ts';
import { buildSite } from './build/build-site.ts';
import { type ImageSavings, imageSavings } from './build/image-savings.ts';
import type { CourseReaders } from './build/load-course.ts';
import { type LoadedProject, loadProject } from './build/load-project.ts';
import { Output } from './build/output.ts';
import { selectDecks } from './build/select.ts';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import { hasErrors, sortDiagnostics } from './diagnostics/report.ts';
import type { ManifestEntry, OutputFormat } from './model/artifact.ts';
import type { Audience, Deck, FitLimit } from './model/deck.ts';
import type { Store } from './model/store.ts';

/** What to build. */
export interface BuildRequest {
  /** `course`, `course/lesson` or `course/lesson/section`; everything when empty. */
  readonly targets: readonly string[];
  readonly formats: ReadonlySet<OutputFormat>;
  /** How far slides may be changed to make them fit; courses and slides can only be stricter. */
  readonly fit: FitLimit;
  /** How many decks are worked on at a time. */
  readonly jobs: number;
  /** Called after each deck. */
  readonly onDeck?: (deck: BuiltDeck, done: number, total: number) => void;
}

/** What a build is done with; `now` gives milliseconds. */
export interface BuildTools extends DeckTools {
  readonly readers: CourseReaders;
  readonly store: Store;
  readonly now: () => number;
}

/** What came of a build. */
export interface BuildResult {
  readonly diagnostics: readonly Diagnostic[];
  readonly decks: readonly BuiltDeck[];
  /** The artifacts of this build, in the order of their paths. */
  readonly artifacts: readonly ManifestEntry[];
  /** Images that were made smaller, because a slide can show less than what is in their files. */
  readonly images: ImageSavings;
  /** Paths of earlier artifacts that were removed, because nothing makes them now. */
  readonly removed: readonly string[];
  /** Milliseconds by step. */
  readonly timings: Readonly<Record<'load' | 'decks' | 'site' | 'total', number>>;
}

/**
 * Builds courses: reads all of them, takes each chosen deck through the stages, and writes what comes out of it.
 * A deck with errors keeps the artifacts of the last build in which it had none.
 * Errors: all codes of the catalogue, sorted by place.
 */
export async function build(request: BuildRequest, tools: BuildTools): Promise<BuildResult> {
  const start = tools.now();
  const project = await loadProject(tools.readers);
  const selection = selectDecks(project, request.targets);
  const decks = selection.decks;
  if (decks.length > 0) tools.browser.warmUp();
  const loaded = tools.now();

  const output = await Output.open(tools.store);
  const limit = pLimit(request.jobs + 1);
  let done = 0;
  const built = await Promise.all(
    decks.map((deck) =>
      limit(async () => {
        const result = await buildDeck(
          deck,
          (audience) => neighbours(project, deck, audience),
          request.fit,
          request.formats,
          tools,
        );
        for (const artifact of result.artifacts) await output.write(artifact);
        done += 1;
        request.onDeck?.(result, done, decks.length);
        return result;
      }),
    ),
  );
  const faults = await Promise.all(selection.faulty.map((deck) => findFaults(deck, tools)));
  const printed = tools.now();

  output.keepOnly(keptPaths(project, built, selection.isPartial, output));
  const site = await buildSite(project.courses.map(decksOf), output, tools);
  for (const page of site.pages) await output.write(page);
  const unwritten = await output.finish();
  const end = tools.now();

  return {
    diagnostics: sortDiagnostics([
      ...selection.diagnostics,
      ...faults.flat(),
      ...built.flatMap(({ diagnostics }) => diagnostics),
      ...site.diagnostics,
      ...unwritten,
    ]),
    decks: built,
    artifacts: output.written,
    images: imageSavings(decks),
    removed: output.removed,
    timings: { load: loaded - start, decks: printed - loaded, site: end - printed, total: end - start },
  };
}

const decksOf = (course: LoadedProject['courses'][number]): readonly Deck[] =>
  course.lessons.flatMap(({ decks }) => decks ?? []);

function neighbours(project: LoadedProject, deck: Deck, audience: Audience): Neighbours {
  const course = project.courses.find(({ id }) => id === deck.course.id);
  const shown = (course ? decksOf(course) : []).filter(
    ({ slides }) => audience === 'instructor' || slides.some((slide) => slide.audience === 'public'),
  );
  const at = shown.findIndex(({ id }) => id === deck.id);
  return { previous: shown[at - 1], next: shown[at + 1] };
}

/**
 * Which earlier artifacts stay beside those of this build: those of decks that were not chosen, or that have errors now.
 * Everything else is stale: its section is gone, has another name, or was not built in that format this time.
 */
function keptPaths(
  project: LoadedProject,
  built: readonly BuiltDeck[],
  isPartial: boolean,
  output: Output,
): (entry: ManifestEntry) => boolean {
  const rebuilt = new Set(built.filter(({ diagnostics }) => !hasErrors(diagnostics)).map(({ deck }) => deck.id));
  const faulty = new Set(built.filter(({ diagnostics }) => hasErrors(diagnostics)).map(({ deck }) => deck.id));
  const existing = new Set(project.courses.flatMap(decksOf).map(({ id }) => id));
  const brokenFiles = new Set(project.brokenSources);
  return (entry) => {
    if (entry.deck === null) return false;
    if (rebuilt.has(entry.deck)) return false;
    if (faulty.has(entry.deck)) return !output.isWritten(entry.path);
    return brokenFiles.has(entry.source) || (isPartial && existing.has(entry.deck));
  };
}

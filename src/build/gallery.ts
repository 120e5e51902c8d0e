import { exportGalleryPage, exportHtml, exportPdf, exportSheet, type GalleryEntry } from '../7-export/index.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Outcome } from '../diagnostics/outcome.ts';
import { hasErrors, sortDiagnostics } from '../diagnostics/report.ts';
import type { Artifact, ManifestEntry } from '../model/artifact.ts';
import type { Store } from '../model/store.ts';
import type { DeckTools, Neighbours } from './build-deck.ts';
import { fitDeck } from './fit-deck.ts';
import { acrossLooks } from './gallery/across-looks.ts';
import { type LookDeck, lookDeck } from './gallery/look-deck.ts';
import { chooseLooks, type Look, nameOfLook, pathOfLook } from './gallery/looks.ts';
import { openShelves } from './gallery/shelf.ts';
import { previewTiles, sheetWords } from './gallery/words.ts';
import type { CourseReaders } from './load-course.ts';
import { Output } from './output.ts';

/** What to show; empty lists stand for all. */
export interface GalleryRequest {
  readonly themes: readonly string[];
  readonly sizes: readonly string[];
  /** Called after each look. */
  readonly onLook?: (look: BuiltLook, done: number, total: number) => void;
}

export interface GalleryTools extends DeckTools {
  readonly readers: CourseReaders;
  readonly store: Store;
}

/** A theme in one of its sizes. */
export interface BuiltLook {
  readonly look: Look;
  /** As people name it. */
  readonly name: string;
  readonly slides: number;
  /** Its files, relative to the gallery: those that could be made. */
  readonly files: readonly string[];
  readonly ok: boolean;
}

export interface GalleryResult {
  readonly diagnostics: readonly Diagnostic[];
  readonly looks: readonly BuiltLook[];
  /** In the order of their paths. */
  readonly artifacts: readonly ManifestEntry[];
  /** Files of an earlier gallery that this one does not have. */
  readonly removed: readonly string[];
}

/**
 * Builds the gallery: for every theme and size a deck of the examples of all layouts, as HTML and PDF, and a contact sheet,
 * with a page to open them from. What one look cannot show keeps none of the others from being made.
 * Errors: those of the stages, at the contracts and themes; sorted by place.
 */
export async function buildGallery(request: GalleryRequest, tools: GalleryTools): Promise<GalleryResult> {
  const shelves = await openShelves(tools.readers);
  const { looks, diagnostics: wrong } = chooseLooks(shelves, request.themes, request.sizes);
  if (looks.length > 0) tools.browser.warmUp();
  const resolved = await Promise.all(looks.map(lookDeck));
  const decks = resolved.flatMap(({ value }) => value ?? []);
  const output = await Output.open(tools.store);
  let done = looks.length - decks.length;
  const made = await Promise.all(
    decks.map(async (shown, at) => {
      const result = await makeLook(shown, { previous: decks[at - 1]?.deck, next: decks[at + 1]?.deck }, tools);
      for (const artifact of result.artifacts) await output.write(artifact);
      done += 1;
      request.onLook?.(result.built, done, looks.length);
      return result;
    }),
  );
  const page = await makePage(made, tools);
  if (page.value) await output.write(page.value);
  const ofLooks = acrossLooks(
    looks.map((look, at) => {
      const later = made.find(({ built }) => built.look === look)?.diagnostics ?? [];
      return { name: nameOfLook(look), diagnostics: [...(resolved[at]?.diagnostics ?? []), ...later] };
    }),
  );
  const found = [...shelves.flatMap(({ diagnostics }) => diagnostics), ...wrong, ...ofLooks, ...page.diagnostics];
  // What an earlier gallery made stays where this one could not make it.
  output.keepOnly(() => hasErrors(found));
  const unwritten = await output.finish();
  return {
    diagnostics: sortDiagnostics([...found, ...unwritten]),
    looks: made.map(({ built }) => built),
    artifacts: output.written,
    removed: output.removed,
  };
}

interface MadeLook {
  readonly built: BuiltLook;
  readonly shown: LookDeck;
  readonly artifacts: readonly Artifact[];
  readonly previews: readonly Uint8Array[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Takes a look through the stages. */
async function makeLook(shown: LookDeck, neighbours: Neighbours, tools: GalleryTools): Promise<MadeLook> {
  const { look, deck } = shown;
  const diagnostics: Diagnostic[] = [];
  const artifacts: Artifact[] = [];
  const collect = <T>({ value, diagnostics: found }: Outcome<T>): T | undefined => {
    diagnostics.push(...found);
    return value;
  };
  // With all that is for the instructor, so that no example is left out; each stays one slide.
  const rendered = collect(await fitDeck(deck, 'instructor', 'scale', new Map(), tools))?.rendered;
  const slides = rendered?.slides.length ?? 0;
  const add = (extension: string, bytes: Uint8Array | undefined): void => {
    const path = `${pathOfLook(look)}.${extension}`;
    if (bytes) artifacts.push({ path, bytes, deck: { id: deck.id, slides }, source: deck.theme.source.path });
  };
  let previews: readonly Uint8Array[] = [];
  if (rendered) {
    const words = sheetWords(shown, rendered.slides);
    const [html, pdf, sheet] = await Promise.all([
      exportHtml(rendered, neighbours, tools),
      exportPdf(rendered, tools),
      exportSheet(rendered, words, tools),
    ]);
    add('html', collect(html));
    add('pdf', collect(pdf));
    const { png, tiles } = collect(sheet) ?? {};
    add('png', png);
    if (png && tiles) {
      previews = await tools.readers.images.cut(png, previewTiles(rendered.slides, tiles), previewWidthPx);
    }
  }
  const files = artifacts.map(({ path }) => path);
  const built = { look, name: nameOfLook(look), slides, files, ok: rendered !== undefined && !hasErrors(diagnostics) };
  return { built, shown, artifacts, previews, diagnostics };
}

/** Half of a card, on a screen with two pixels for each of CSS. */
const previewWidthPx = 480;

async function makePage(made: readonly MadeLook[], tools: GalleryTools): Promise<Outcome<Artifact>> {
  const [first] = made;
  if (!first) return { value: undefined, diagnostics: [] };
  const { value: bytes, diagnostics } = await exportGalleryPage(made.map(entryOf), first.shown.deck, tools.fonts);
  return { value: bytes && { path: 'index.html', bytes, source: 'templates' }, diagnostics };
}

function entryOf({ built, shown, previews, artifacts }: MadeLook): GalleryEntry {
  const link = (name: string, extension: string) =>
    artifacts.filter(({ path }) => path.endsWith(extension)).map(({ path }) => ({ name, href: path }));
  const links = [...link('Slides', '.html'), ...link('PDF', '.pdf'), ...link('Contact sheet', '.png')];
  return { title: built.name, slides: built.slides, previews, links, tokens: shown.deck.theme.tokens };
}

import { expand, type Templates } from '../4-expand/index.ts';
import { render } from '../5-render/index.ts';
import { exportHtml, exportMarkdown, exportPdf, notShown, type Player } from '../7-export/index.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Outcome } from '../diagnostics/outcome.ts';
import type { Artifact, OutputFormat } from '../model/artifact.ts';
import type { Audience, Deck, FitLimit, FitStep } from '../model/deck.ts';
import type { Browser, EmojiSet, Engine, Fonts } from '../model/ports.ts';
import { type FittedDeck, fitDeck } from './fit-deck.ts';

/** What decks are made with. */
export interface DeckTools {
  readonly templates: Templates;
  readonly engine: Engine;
  readonly emoji: EmojiSet;
  readonly fonts: Fonts;
  readonly browser: Browser;
  readonly player: Player;
  /** The date that PDFs carry. */
  readonly date: Date;
}

/** The decks that come before and after, for the ways on from a deck. */
export interface Neighbours {
  readonly previous: Deck | undefined;
  readonly next: Deck | undefined;
}

export interface BuiltDeck {
  readonly deck: Deck;
  readonly artifacts: readonly Artifact[];
  readonly slides: number;
  /** Whether its slides were measured: without a browser they are as their author wrote them. */
  readonly isMeasured: boolean;
  /** Slides that were set in another way than their own, as the instructor sees them. */
  readonly fitted: readonly FittedSlide[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A slide that was changed to show all that is on it. */
export interface FittedSlide extends FitStep {
  readonly id: string;
  readonly title: string;
  /** Which part of a slide that was split, of how many. */
  readonly part?: { readonly number: number; readonly of: number };
}

/** Looks through a deck that has errors for more of them, as far as the stages come without making anything. */
export async function findFaults(deck: Deck, { templates, engine, emoji }: DeckTools): Promise<readonly Diagnostic[]> {
  const expanded = expand(deck, 'instructor', templates);
  const rendered = expanded.value && (await render(expanded.value, engine, emoji));
  return [...expanded.diagnostics, ...(rendered?.diagnostics ?? [])];
}

/** Takes one deck through the stages, for students and for the instructor, in the formats asked for. */
export async function buildDeck(
  deck: Deck,
  neighbours: (audience: Audience) => Neighbours,
  limit: FitLimit,
  outputs: ReadonlySet<OutputFormat>,
  tools: DeckTools,
): Promise<BuiltDeck> {
  const diagnostics: Diagnostic[] = [];
  const artifacts: Artifact[] = [];
  const collect = <T>({ value, diagnostics: found }: Outcome<T>): T | undefined => {
    diagnostics.push(...found);
    return value;
  };
  const add = (path: string, bytes: Uint8Array | undefined, slides: number): void => {
    if (bytes) artifacts.push({ path, bytes, deck: { id: deck.id, slides }, source: deck.lesson.file });
  };
  let shown = 0;
  let isMeasured = true;
  let changed: readonly FittedSlide[] = [];
  const memory = new Map();
  for (const audience of ['public', 'instructor'] as const) {
    const path = `${audience}/${deck.path}`;
    const fitted = collect(await fitDeck(deck, audience, limit, memory, tools));
    if (!fitted) continue;
    const { expanded, rendered, unmeasured } = fitted;
    if (unmeasured) isMeasured = false;
    // That there is no browser matters to PDFs alone, and is said there.
    if (unmeasured && unmeasured.kind !== 'no-browser') {
      diagnostics.push(notShown(deck, unmeasured));
      break;
    }
    const slides = rendered.slides.length;
    changed = changedSlides(fitted);
    shown = Math.max(shown, slides);
    if (outputs.has('md') && audience === 'instructor') add(`${path}.md`, exportMarkdown(expanded), slides);
    if (outputs.has('html')) {
      add(`${path}.html`, collect(await exportHtml(rendered, neighbours(audience), tools)), slides);
    }
    if (outputs.has('pdf') && audience === 'public') {
      add(`${path}.pdf`, collect(await exportPdf(rendered, tools)), slides);
    }
  }
  return { deck, artifacts, slides: shown, isMeasured, fitted: changed, diagnostics };
}

function changedSlides({ expanded, rendered }: FittedDeck): readonly FittedSlide[] {
  return rendered.slides.flatMap(({ id, title }, at) => {
    const slide = expanded.deck.slides[expanded.slides[at] ?? 0];
    if (!slide?.fit && !slide?.part) return [];
    const { compact, scale } = slide.fit ?? { compact: false, scale: 1 };
    const part = slide.part && { number: slide.part.number, of: slide.part.of };
    return [{ id, title, compact, scale, ...(part ? { part } : {}) }];
  });
}

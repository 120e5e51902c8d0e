import { expand, type Templates } from '../4-expand/index.ts';
import { render } from '../5-render/index.ts';
import { fit } from '../6-fit/index.ts';
import { exportHtml, exportMarkdown, exportPdf, type Player } from '../7-export/index.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Outcome } from '../diagnostics/outcome.ts';
import type { Artifact, OutputFormat } from '../model/artifact.ts';
import type { Audience, Deck } from '../model/deck.ts';
import type { Browser, EmojiSet, Engine, Fonts } from '../model/ports.ts';
import type { Rendered } from '../model/rendered.ts';

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
  readonly diagnostics: readonly Diagnostic[];
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
  for (const audience of ['public', 'instructor'] as const) {
    const path = `${audience}/${deck.path}`;
    const expanded = collect(expand(deck, audience, tools.templates));
    if (!expanded) continue;
    const rendered = collect(await render(expanded, tools.engine, tools.emoji));
    const fitted: Rendered | undefined = rendered && collect(fit(rendered));
    if (!fitted) continue;
    const slides = fitted.slides.length;
    shown = Math.max(shown, slides);
    if (outputs.has('md') && audience === 'instructor') add(`${path}.md`, exportMarkdown(expanded), slides);
    if (outputs.has('html')) {
      add(`${path}.html`, collect(await exportHtml(fitted, neighbours(audience), tools)), slides);
    }
    if (outputs.has('pdf') && audience === 'public') {
      add(`${path}.pdf`, collect(await exportPdf(fitted, tools)), slides);
    }
  }
  return { deck, artifacts, slides: shown, diagnostics };
}

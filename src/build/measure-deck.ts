import { expand } from '../4-expand/index.ts';
import { render } from '../5-render/index.ts';
import { type LocatedFault, textFloor } from '../6-fit/index.ts';
import { lowResolution, measurePage } from '../7-export/index.ts';
import { done, failed, type Outcome } from '../diagnostics/outcome.ts';
import { hasErrors } from '../diagnostics/report.ts';
import type { Audience, Deck, DeckSlide, FitStep } from '../model/deck.ts';
import type { NotShown, SlideMeasure } from '../model/ports.ts';
import type { Expanded, Rendered, TracedSlide } from '../model/rendered.ts';
import type { Span } from '../model/source.ts';
import type { DeckTools } from './build-deck.ts';

/** A deck as Marp Markdown and as slides. */
export interface MadeDeck {
  readonly expanded: Expanded;
  readonly rendered: Rendered;
}

/** A deck that was made and measured, unless the browser could not. */
export interface MeasuredDeck extends MadeDeck {
  /** The slides of the audience in order; empty when they were not measured. */
  readonly slides: readonly MeasuredSlide[];
  readonly unmeasured?: NotShown;
}

export interface MeasuredSlide {
  readonly slide: DeckSlide;
  /** Which slide of the deck it is, from 0. */
  readonly at: number;
  readonly title: string;
  readonly measure: Omit<SlideMeasure, 'faults'> & { readonly faults: readonly LocatedFault[] };
}

/** Measures of slides of one deck by what they were made from: both audiences see most slides alike. */
export type MeasureMemory = Map<string, SlideMeasure>;

/** Takes a deck through expanding and rendering. Errors: those of the two stages. */
export async function makeDeck(
  deck: Deck,
  audience: Audience,
  { templates, engine, emoji }: Pick<DeckTools, 'templates' | 'engine' | 'emoji'>,
): Promise<Outcome<MadeDeck>> {
  const { value: expanded, diagnostics } = expand(deck, audience, templates);
  if (!expanded) return failed(diagnostics);
  const { value: rendered, diagnostics: faults } = await render(expanded, engine, emoji);
  const found = [...diagnostics, ...faults];
  return rendered ? done({ expanded, rendered }, found) : failed(found);
}

/** The place of a line of a listing that is written in the lesson line by line. */
function codeLine({ fields }: DeckSlide, span: Span | undefined, line: number | undefined): Span | undefined {
  if (!span || line === undefined) return undefined;
  for (const field of Object.values(fields)) {
    if (field.kind !== 'code' || field.span.start !== span.start) continue;
    const start = field.lineStarts?.[line];
    const length = field.text.split('\n')[line]?.length ?? 0;
    return start === undefined ? undefined : { file: span.file, start, end: start + Math.max(1, length) };
  }
  return undefined;
}

/**
 * Makes a deck and measures those of its slides that are not in `memory` yet, each set in its `steps`, which are given for all
 * slides of the deck.
 * Errors: those of making it, font/*. Warning: asset/low-resolution.
 */
export async function measureDeck(
  deck: Deck,
  audience: Audience,
  steps: readonly (readonly FitStep[])[],
  memory: MeasureMemory,
  tools: DeckTools,
): Promise<Outcome<MeasuredDeck>> {
  const { value: made, diagnostics } = await makeDeck(deck, audience, tools);
  if (!made) return failed(diagnostics);
  const { expanded, rendered } = made;
  const stepsOf = (nth: number): readonly FitStep[] => steps[expanded.slides[nth] ?? 0] ?? [];
  // The number of its page is nothing that a slide is measured by.
  const keys = rendered.slides.map(({ traced }, nth) =>
    JSON.stringify([stepsOf(nth), traced.replaceAll(/ data-marpit-pagination(-total)?="\d+"/g, '')]),
  );
  const found = [...diagnostics];
  const unknown = keys.flatMap((key, nth) => (memory.has(key) ? [] : [nth]));
  if (unknown.length > 0) {
    const shown = { ...rendered, slides: unknown.map((nth) => rendered.slides[nth] as TracedSlide) };
    const page = await measurePage(shown, tools.fonts);
    found.push(...page.diagnostics);
    if (!page.value || hasErrors(page.diagnostics)) return failed(found);
    const job = { ...page.value, steps: unknown.map(stepsOf), floorPx: textFloor(deck.theme.tokens) };
    const measured = await tools.browser.measure(job);
    if (measured.kind !== 'measured') return done({ ...made, slides: [], unmeasured: measured }, found);
    for (const [at, nth] of unknown.entries()) memory.set(keys[nth] as string, measured.slides[at] as SlideMeasure);
    found.push(...measured.coarse.map((image) => lowResolution(shown, image)));
  }
  const slides = rendered.slides.map(({ title, firstLine }, nth): MeasuredSlide => {
    const at = expanded.slides[nth] ?? 0;
    const slide = deck.slides[at] as DeckSlide;
    const measure = memory.get(keys[nth] ?? '') as SlideMeasure;
    const faults = measure.faults.map((fault): LocatedFault => {
      const span = fault.line === undefined ? undefined : expanded.lines[firstLine + fault.line];
      return { ...fault, span: codeLine(slide, span, fault.codeLine) ?? span ?? slide.span };
    });
    return { slide, at, title, measure: { ...measure, faults } };
  });
  return done({ ...made, slides }, found);
}

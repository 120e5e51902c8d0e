import { divisible, fit, fitSteps, reportFaults, stricter, type Verdict } from '../6-fit/index.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { failed, type Outcome } from '../diagnostics/outcome.ts';
import type { Audience, Deck, DeckSlide, FitLimit, FitStep } from '../model/deck.ts';
import type { NotShown } from '../model/ports.ts';
import type { DeckTools } from './build-deck.ts';
import { type MadeDeck, type MeasuredSlide, type MeasureMemory, makeDeck, measureDeck } from './measure-deck.ts';

/** A deck for one audience whose slides show all that is on them, as far as that can be had. */
export interface FittedDeck extends MadeDeck {
  /** Why it was not measured; absent when it was. */
  readonly unmeasured?: NotShown;
}

/**
 * Takes a deck through expanding, rendering and measuring, and tightens, scales or splits the slides that do not show all
 * that is on them. Each slide is judged by its own measures, so that no slide has a say in how another one is set.
 * Errors: those of expanding and rendering, font/*, fit/*. Warning: asset/low-resolution.
 */
export async function fitDeck(
  deck: Deck,
  audience: Audience,
  limit: FitLimit,
  memory: MeasureMemory,
  tools: DeckTools,
): Promise<Outcome<FittedDeck>> {
  const ids = new Set(deck.slides.map(({ id }) => id));
  const limits = deck.slides.map((slide) => stricter(slide.fitLimit, limit));
  const steps = limits.map(fitSteps);
  const { value: whole, diagnostics } = await measureDeck(deck, audience, steps, memory, tools);
  if (!whole) return failed(diagnostics);
  if (whole.unmeasured) return { value: whole, diagnostics };

  const found: Diagnostic[] = [...diagnostics];
  const settled = new Map<DeckSlide, readonly DeckSlide[]>();
  const long: Long[] = [];
  for (const { slide, at, measure, title } of whole.slides) {
    const own = steps[at] ?? [];
    const verdict = fit(slide, limits[at] ?? limit, own, measure, ids);
    if (verdict.kind === 'split') {
      const tightest = fit(slide, 'scale', own, measure, ids);
      const unsplit = tightest.kind === 'set' ? tightest.slide : slide;
      const faults = reportFaults(title, measure.faults, false);
      long.push({ slide, verdict, whole: own, count: verdict.count, unsplit, faults });
    }
    if (verdict.kind === 'set') {
      settled.set(slide, [verdict.slide]);
      const canSplit = !verdict.isGood && limits[at] !== 'split' && divisible(slide, ids) !== undefined;
      found.push(...reportFaults(title, measure.faults, canSplit));
    }
  }
  if (long.length > 0) {
    const parts = await splitSlides(deck, audience, long, memory, tools);
    found.push(...parts.diagnostics);
    if (!parts.value) return failed(found);
    if ('unmeasured' in parts.value)
      return { value: { ...whole, unmeasured: parts.value.unmeasured }, diagnostics: found };
    for (const [slide, own] of parts.value.settled) settled.set(slide, own);
  }
  if ([...settled].every(([slide, [own]]) => own === slide)) return { value: whole, diagnostics: found };
  const slides = deck.slides.flatMap((slide) => settled.get(slide) ?? []);
  const { value, diagnostics: again } = await makeDeck({ ...deck, slides }, audience, tools);
  return { value, diagnostics: [...found, ...again] };
}

/** A slide that is too long, with the number of parts to try next. */
interface Long {
  readonly slide: DeckSlide;
  readonly verdict: Extract<Verdict, { kind: 'split' }>;
  /** How a part may be set that cannot be divided further. */
  readonly whole: readonly FitStep[];
  readonly count: number;
  /** What it is when splitting is no help, and what is to be said then. */
  readonly unsplit: DeckSlide;
  readonly faults: readonly Diagnostic[];
  /** The parts that came nearest to fitting, the fewest of them. */
  readonly best?: { readonly bad: number; readonly parts: readonly JudgedPart[] };
}

interface JudgedPart extends Pick<MeasuredSlide, 'measure' | 'title'> {
  /** The slide that it is a part of. */
  readonly of: DeckSlide;
  readonly isWhole: boolean;
  readonly verdict: Verdict;
}

const isGood = (verdict: Verdict): boolean => verdict.kind === 'set' && verdict.isGood;

/** What slides that were too long have become, unless the browser could not measure their parts. */
type Split = { readonly settled: ReadonlyMap<DeckSlide, readonly DeckSlide[]> } | { readonly unmeasured: NotShown };

/** Finds for each slide the smallest number of parts that all fit, or else as many parts as there can be. */
async function splitSlides(
  deck: Deck,
  audience: Audience,
  long: readonly Long[],
  memory: MeasureMemory,
  tools: DeckTools,
): Promise<Outcome<Split>> {
  const settled = new Map<DeckSlide, readonly DeckSlide[]>();
  const found: Diagnostic[] = [];
  for (let pending = long; pending.length > 0; ) {
    const parts = pending.flatMap(({ slide: of, verdict, whole, count }) =>
      verdict.divisible
        .into(count)
        .map(({ slide, isWhole }) => ({ slide, of, isWhole, steps: isWhole ? whole : verdict.steps })),
    );
    const slides = parts.map(({ slide }) => slide);
    const steps = parts.map((part) => part.steps);
    const { value, diagnostics } = await measureDeck({ ...deck, slides }, audience, steps, memory, tools);
    found.push(...diagnostics);
    if (!value) return failed(found);
    if (value.unmeasured) return { value: { unmeasured: value.unmeasured }, diagnostics: found };
    const judged = parts.map(({ slide, of, isWhole, steps: own }, at): JudgedPart => {
      const { measure, title } = value.slides[at] as MeasuredSlide;
      return { of, isWhole, measure, title, verdict: fit(slide, 'scale', own, measure, new Set()) };
    });
    pending = pending.flatMap((each) => {
      const own = judged.filter(({ of }) => of === each.slide);
      const bad = own.filter(({ verdict }) => !isGood(verdict));
      const best = each.best && each.best.bad <= bad.length ? each.best : { bad: bad.length, parts: own };
      // More parts are no help to one that cannot be divided.
      const helps = bad.some(({ isWhole }) => !isWhole);
      if (helps && each.count < each.verdict.divisible.most) return [{ ...each, count: morePartsThan(each), best }];
      if (best.bad === best.parts.length) {
        // Something that is on every part is too long: the slide is better left in one piece.
        settled.set(each.slide, [each.unsplit]);
        found.push(...each.faults);
        return [];
      }
      settled.set(
        each.slide,
        best.parts.flatMap(({ verdict }) => (verdict.kind === 'set' ? [verdict.slide] : [])),
      );
      found.push(...best.parts.flatMap(({ title, measure }) => reportFaults(title, measure.faults, false)));
      return [];
    });
  }
  return { value: { settled }, diagnostics: found };
}

/** Steps grow with the number of parts, so that also hundreds of items are divided in a few rounds. */
const morePartsThan = ({ count, verdict }: Long): number =>
  Math.min(verdict.divisible.most, Math.max(count + 1, Math.ceil(count * 1.25)));

import { type DeckSlide, type FitLimit, type FitStep, fitLimits, fitScales } from '../model/deck.ts';
import type { SlideMeasure } from '../model/ports.ts';
import { type Divisible, divisible } from './split.ts';

export { type LocatedFault, reportFaults } from './report.ts';
export { type Divisible, divisible } from './split.ts';

/** No text is scaled below this, whatever a theme says. In CSS pixels of a slide 720 high. */
const leastTextPx = 18;

/** The smallest size to which a theme lets text be scaled, in CSS pixels. */
export function textFloor(tokens: ReadonlyMap<string, string>): number {
  return Math.max(leastTextPx, Number.parseFloat(tokens.get('text-floor') ?? '') || 0);
}

/** The stricter one of two limits. */
export function stricter(a: FitLimit, b: FitLimit): FitLimit {
  return fitLimits.indexOf(a) < fitLimits.indexOf(b) ? a : b;
}

/** The ways in which a slide may be set, from its own to the tightest and smallest; the first is as its author wrote it. */
export function fitSteps(limit: FitLimit): readonly FitStep[] {
  const natural = { compact: false, scale: 1 };
  if (limit === 'none') return [natural];
  const scales = limit === 'tighten' ? [1] : fitScales;
  return [natural, ...scales.map((scale) => ({ compact: true, scale }))];
}

/** What becomes of a slide that has been measured. */
export type Verdict =
  /** It is set in this step; `isGood` says whether all of it is seen then. */
  | { readonly kind: 'set'; readonly slide: DeckSlide; readonly isGood: boolean }
  /** It is too long for one slide: to be divided into `count` parts, each of which may be set in one of `steps`. */
  | {
      readonly kind: 'split';
      readonly divisible: Divisible;
      readonly count: number;
      readonly steps: readonly FitStep[];
    };

/**
 * Decides how a slide is set, from what was measured when it was set in `steps`: tightened before it is scaled, scaled before
 * it is split, each only as far as needed. A part is split no further.
 */
export function fit(
  slide: DeckSlide,
  limit: FitLimit,
  steps: readonly FitStep[],
  measure: SlideMeasure,
  taken: ReadonlySet<string>,
): Verdict {
  const { fits, fitsAcross, tried, neededPx, roomPx } = measure;
  const parts = fits === undefined && limit === 'split' && !slide.part ? divisible(slide, taken) : undefined;
  if (parts && fitsAcross !== undefined) {
    // Parts are set as large as the widest of them allows: a slide is split so that its text need not be small.
    const widest = Math.max(
      steps.findIndex(({ compact }) => compact),
      fitsAcross,
    );
    const count = Math.min(parts.most, Math.max(2, Math.ceil(neededPx / Math.max(1, roomPx))));
    return { kind: 'split', divisible: parts, count, steps: steps.slice(0, widest + 1) };
  }
  const step = steps[fits ?? tried];
  const isChanged = step !== undefined && (step.compact || step.scale < 1);
  return { kind: 'set', slide: isChanged ? { ...slide, fit: step } : slide, isGood: fits !== undefined };
}

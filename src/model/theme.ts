import type { FitLimit } from './deck.ts';
import type { Source } from './source.ts';

/** A theme as a course uses it: tokens settled. */
export interface Theme {
  readonly name: string;
  readonly source: Source;
  /** The style sheet that Marp gets: the theme's rules, then its tokens with their final values. */
  readonly css: string;
  readonly size: SlideSize;
  /** How far its slides may be changed to make them fit, unless a course says otherwise. */
  readonly fitLimit: FitLimit;
  /** Final values by token, for pages that are no slides; as CSS. */
  readonly tokens: ReadonlyMap<string, string>;
  /** Families in use, such as `Source Sans 3`; sorted. */
  readonly fonts: readonly string[];
}

/** A size that a theme offers, in CSS pixels. */
export interface SlideSize {
  readonly name: string;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** The kinds of charts, as an author names them. */
export const chartKinds = ['bar', 'line', 'scatter', 'pie'] as const;
/** One of {@link chartKinds}. */
export type ChartKind = (typeof chartKinds)[number];

/**
 * A chart as it stands in the Marp Markdown, as JSON in a fence: checked, with all that its drawing needs.
 * All texts are plain; none of them is ever read as markup, as an expression or as a style.
 */
export interface Chart {
  readonly kind: ChartKind;
  /** BCP 47 tag: how its numbers and dates are written. */
  readonly lang: string;
  /** What it shows, for those who cannot see it. Never empty. */
  readonly alt: string;
  readonly x: ChartX;
  readonly y: ChartY;
  /** Names of the series. One to six. */
  readonly series: readonly string[];
  /** For each place on the x axis its value, then one value a series; `null` where there is none. Never empty. */
  readonly rows: readonly ChartRow[];
  /** Bars on top of each other instead of side by side. */
  readonly stacked?: boolean;
  /** A unit is as long on the x axis as on the y axis. */
  readonly equalScales?: boolean;
  /** Bars from the start edge to the right. Left to the drawing unless given. */
  readonly horizontal?: boolean;
  /** Names of series or of places on the x axis: all others step back. */
  readonly highlight?: readonly string[];
  /** Lines across the chart, at a value of the y axis. */
  readonly lines?: readonly { readonly at: number; readonly text: string }[];
}

/** A place on the x axis, then a value for each series. Days are milliseconds, as in a Date. */
export type ChartRow = readonly [string | number, ...(number | null)[]];

/** The axis that bars stand on, and that lines run along. */
export interface ChartX {
  readonly type: 'category' | 'number' | 'date';
  /** Empty for none. */
  readonly title: string;
  readonly scale: 'linear' | 'log';
}

/** The axis of the values. */
export interface ChartY {
  /** Empty for none. */
  readonly title: string;
  /** Stands behind each number; empty for none. */
  readonly unit: string;
  /** Digits behind the decimal point; as many as a number needs unless given. */
  readonly decimals?: number;
  readonly scale: 'linear' | 'log';
  readonly min?: number;
  readonly max?: number;
}

/** As many series as a theme has colours for them. */
export const mostSeries = 6;

import type { Chart } from '../../model/chart.ts';

/** How the numbers of a chart are written. */
export interface Writer {
  /** Values of the y axis that stand beside each other: with their unit, all with the same number of decimals. */
  values(numbers: readonly number[]): readonly string[];
  /** A part of one, as a percentage. */
  share(part: number): string;
  /** Numbers on the x axis that stand beside each other, or days. */
  places(numbers: readonly number[]): readonly string[];
}

/** Writes numbers and days as the language of the course does. Source: ECMA-402. */
export function writerFor({ lang, y, x, rows }: Chart): Writer {
  const isShort =
    y.decimals === undefined && rows.some(([, ...values]) => values.some((value) => Math.abs(value ?? 0) >= 1e6));
  const share = new Intl.NumberFormat(lang, { style: 'percent', maximumFractionDigits: hasCrumbs(rows) ? 1 : 0 });
  const places = rows.map(([place]) => place).filter((place) => typeof place === 'number');
  // Years are numbers that nobody divides into thousands.
  const isYears = places.every((place) => Number.isInteger(place) && place >= 1500 && place <= 2500);
  const day = dayFormat(lang, x.type === 'date' ? places : []);
  const behind = unitBehind(y.unit, share.format(0.5));
  return {
    values: (values) => {
      const format = isShort
        ? new Intl.NumberFormat(lang, { notation: 'compact', maximumSignificantDigits: 3 })
        : new Intl.NumberFormat(lang, fixed(y.decimals ?? decimalsOf(values)));
      return values.map((value) => sober(format.format(value)) + behind);
    },
    share: (part) => sober(share.format(part)),
    places: (numbers) => {
      if (x.type === 'date') return numbers.map((place) => sober(day.format(place)));
      const format = new Intl.NumberFormat(lang, { ...fixed(decimalsOf(numbers)), useGrouping: !isYears });
      return numbers.map((place) => sober(format.format(place)));
    },
  };
}

/** Not every typeface has the narrow space that French, for one, puts between thousands. */
const sober = (text: string): string => text.replaceAll(/[\u202f\u2009]/g, '\u00a0').replaceAll(/^-(?=\d)/g, '−');

/** A unit with what stands between it and its number. A percent sign stands as it does in this language. */
function unitBehind(unit: string, percentage: string): string {
  if (unit === '') return '';
  if (unit === '%') return /\s/.test(percentage) ? '\u00a0%' : '%';
  return /^[°′″]$/.test(unit) ? unit : `\u00a0${unit}`;
}

const fixed = (digits: number) => ({ minimumFractionDigits: digits, maximumFractionDigits: digits });

/** As many as the longest of some numbers needs; what comes from counting in tenths is no digit. */
function decimalsOf(numbers: readonly number[]): number {
  return Math.max(0, ...numbers.map((number) => /\.(\d+)$/.exec(String(Number(number.toFixed(6))))?.[1]?.length ?? 0));
}

/** Whether a part of the whole would be written as 0 or 1 per cent without being that. */
function hasCrumbs(rows: Chart['rows']): boolean {
  const values = rows.map(([, value]) => value ?? 0);
  const total = values.reduce((sum, value) => sum + value, 0);
  return values.some((value) => value > 0 && value < total * 0.015 && (value * 100) % total !== 0);
}

const dayMs = 86_400_000;

/** The further apart the days, the fewer of their parts are written. */
function dayFormat(lang: string, days: readonly number[]): Intl.DateTimeFormat {
  const apart = days.length === 0 ? 0 : Math.max(...days) - Math.min(...days);
  const parts: Intl.DateTimeFormatOptions =
    apart > 4 * 365 * dayMs
      ? { year: 'numeric' }
      : apart > 70 * dayMs
        ? { year: 'numeric', month: 'short' }
        : { month: 'short', day: 'numeric' };
  return new Intl.DateTimeFormat(lang, { ...parts, timeZone: 'UTC' });
}

import type { Chart } from '../../model/chart.ts';

/** How the numbers of a chart are written. */
export interface Writer {
  /** Values of the y axis that stand beside each other, with their unit: where they are alike, with as many decimals. */
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
      const compact = new Intl.NumberFormat(lang, { notation: 'compact', maximumSignificantDigits: 3 });
      const texts = isShort ? values.map((value) => compact.format(value)) : written(values, lang, y.decimals);
      return texts.map((text) => sober(text) + behind);
    },
    share: (part) => sober(share.format(part)),
    places: (numbers) => {
      if (x.type === 'date') return numbers.map((place) => sober(day.format(place)));
      return written(numbers, lang, undefined, !isYears).map(sober);
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

/** Numbers below this have more zeros than anyone counts. */
const tiny = 1e-5;

/** Numbers that stand beside each other, with `decimals` or with as many as suit them. Tiny ones are written as 3E-7. */
function written(
  numbers: readonly number[],
  lang: string,
  decimals: number | undefined,
  useGrouping = true,
): readonly string[] {
  const isTiny = (number: number): boolean => decimals === undefined && number !== 0 && Math.abs(number) < tiny;
  const common = decimals ?? commonDecimals(numbers.filter((number) => !isTiny(number)));
  return numbers.map((number) => {
    if (isTiny(number)) {
      return new Intl.NumberFormat(lang, { notation: 'scientific', maximumSignificantDigits: 3 }).format(number);
    }
    const digits = common ?? decimalsOf(number);
    const fixed = { minimumFractionDigits: digits, maximumFractionDigits: digits, useGrouping };
    return new Intl.NumberFormat(lang, fixed).format(number);
  });
}

/** As many as a number needs; what comes from counting in tenths is no digit. */
const decimalsOf = (number: number): number => /\.(\d+)$/.exec(String(Number(number.toFixed(6))))?.[1]?.length ?? 0;

/**
 * As many as the most precise of some numbers needs, so that they stand below each other; undefined where that would make a
 * large one look far more precise than it is: 540.00 beside 0.34.
 */
function commonDecimals(numbers: readonly number[]): number | undefined {
  const most = Math.max(0, ...numbers.map(decimalsOf));
  const sizes = numbers.map(Math.abs).filter((size) => size > 0);
  const [smallest, largest] = [Math.min(...sizes), Math.max(...sizes)];
  const digits = Math.floor(Math.log10(largest)) + 1 + most;
  return largest >= 100 * smallest && digits > 4 && decimalsOf(largest) < most ? undefined : most;
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

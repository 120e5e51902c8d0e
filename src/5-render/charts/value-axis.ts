import type { Chart } from '../../model/chart.ts';
import { type Scale, scaleOf } from './vega.ts';

/** The numbers that a chart shows against its value axis. */
export function valuesOf({ rows, stacked }: Chart): readonly number[] {
  const numbers = rows.map(([, ...values]) => values.filter((value) => value !== null));
  if (!stacked) return numbers.flat();
  const sum = (of: readonly number[]): number => of.reduce((total, value) => total + value, 0);
  return numbers.flatMap((row) => [sum(row.filter((value) => value > 0)), sum(row.filter((value) => value < 0))]);
}

/** A linear scale that shows at least `span` of its quantity, the more on both sides. */
export function widened(scale: Scale, span: number, range: readonly [number, number]): Scale {
  const [low = 0, high = 1] = scale.domain();
  const more = (span - (high - low)) / 2;
  return more <= 0 ? scale : scaleOf('linear', [low - more, high + more], range);
}

/** The scale of the value axis, from round value to round value unless the author has set an end; see {@link widened}. */
export function valueScale(chart: Chart, range: readonly [number, number], span = 0): Scale {
  const { y, kind, lines = [] } = chart;
  const shown = [...valuesOf(chart), ...lines.map(({ at }) => at)];
  const [low, high] = [Math.min(...shown), Math.max(...shown)];
  if (y.scale === 'log') return withEnds(scaleOf('log', apart(low, high), range, 10), y, 'log', range);
  // Bars have to begin at zero; elsewhere zero is shown where it is near.
  const hasZero = kind === 'bar' || (low > 0 && low < high * 0.5) || (high < 0 && high > low * 0.5);
  const from = hasZero ? Math.min(0, low) : low;
  const to = hasZero ? Math.max(0, high) : high;
  return widened(withEnds(scaleOf('linear', apart(from, to), range, 5), y, 'linear', range), span, range);
}

/** A single value has some room around it. */
function apart(low: number, high: number): readonly [number, number] {
  if (low < high) return [low, high];
  const around = Math.abs(low) / 2 || 1;
  return [low - around, low + around];
}

function withEnds(
  scale: Scale,
  { min, max }: Chart['y'],
  type: 'linear' | 'log',
  range: readonly [number, number],
): Scale {
  if (min === undefined && max === undefined) return scale;
  const [low = 0, high = 1] = scale.domain();
  return scaleOf(type, [min ?? low, max ?? high], range);
}

/** The round values of a scale, `most` of them or fewer; of a logarithmic one the powers of ten, as far as there are any. */
export function ticksOf(scale: Scale, isLog: boolean, most: number): readonly number[] {
  if (!isLog) {
    for (let count = most; count > 1; count -= 1) {
      const ticks = scale.ticks(count);
      // Few more than asked for are better than half of them.
      if (ticks.length <= most + 1) return ticks;
    }
    return scale.ticks(1);
  }
  // Not what the scale itself proposes: where its powers are few, that is evenly spaced values that are not round.
  const [low = 1, high = 10] = scale.domain();
  const powers: number[] = [];
  for (let power = Math.floor(Math.log10(low)); power <= Math.ceil(Math.log10(high)); power += 1) powers.push(power);
  const within = (digits: readonly number[]): readonly number[] =>
    powers
      .flatMap((power) => digits.map((digit) => Number(`${digit}e${power}`)))
      .filter((value) => value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9));
  for (const digits of [
    [1, 2, 3, 5],
    [1, 2, 5],
    [1, 3],
  ]) {
    const ticks = within(digits);
    if (ticks.length <= most && ticks.length > 1) return ticks;
  }
  const ticks = within([1]);
  const step = Math.ceil(ticks.length / most);
  return ticks.length > 1 ? ticks.filter((_, at) => at % step === 0) : [low, high];
}

import type { Chart } from '../../model/chart.ts';
import { directionOf } from '../../model/language.ts';
import { drawLying, fitsLying } from './lying.ts';
import { mirrored } from './mirror.ts';
import { writerFor } from './numbers.ts';
import { drawPie } from './pie.ts';
import { fitsAslant, fitsBelow } from './place-axis.ts';
import type { Room } from './shapes.ts';
import { drawUpright } from './upright.ts';
import { type Drawing, svgOf } from './vega.ts';

/**
 * Draws a chart as SVG that fills a room. Its text comes in the typeface of the slide, its colours are roles of the theme,
 * and it has no address, no name and no style in it. The same chart in the same room gives the same bytes.
 * Cannot fail for a chart that has passed the checks of `4-expand`.
 */
export function drawChart(chart: Chart, room: Room): string {
  const drawn = drawing(chart, room);
  const { width, height, shapes } = runsLeft(chart) ? mirrored(drawn) : drawn;
  const box = `0 0 ${Math.round(width)} ${Math.round(height)}`;
  // As an attribute, not as `<title>`: no bubble over the slide, and nothing that fonts or the PDF would take for text.
  return `<svg class="plot" viewBox="${box}" direction="ltr" role="img" aria-label="${encode(chart.alt)}">${svgOf({ width, height, shapes })}</svg>`;
}

function drawing(chart: Chart, room: Room): Drawing {
  const writer = writerFor(chart);
  if (chart.kind === 'pie') return drawPie(chart, room, writer);
  const fitting = sizes(room.textSize)
    .map((textSize) => ({ ...room, textSize }))
    .flatMap((sized) => {
      const lies = liesDown(chart, sized);
      return lies === undefined ? [] : [{ sized, lies }];
    })[0];
  const { sized, lies } = fitting ?? { sized: { ...room, textSize: smallest }, lies: chart.horizontal === true };
  return lies ? drawLying(chart, sized, writer) : drawUpright(chart, sized, writer);
}

/** Text below this size cannot be read from the back row, in pixels. */
const smallest = 20;

/** Sizes of text to try, from the one that is asked for. */
const sizes = (asked: number): readonly number[] =>
  [asked, asked - 2, asked - 4, smallest].filter((size, at) => at === 0 || size >= smallest);

/**
 * Whether a chart begins at the right, as the text around it. Axes of numbers run as in formulas, which are the same in
 * every language, and pies as the clock.
 */
function runsLeft({ lang, kind, x }: Chart): boolean {
  return directionOf(lang) === 'rtl' && kind !== 'pie' && x.type !== 'number';
}

/**
 * Whether the values of a chart lie: those of bars, unless the author has decided, where their names do not fit below them.
 * Undefined where the names fit neither way.
 */
function liesDown(chart: Chart, room: Room): boolean | undefined {
  if (chart.x.type !== 'category') return false;
  const isBar = chart.kind === 'bar';
  const names = chart.rows.map(([place]) => String(place));
  const step = (room.width - room.textSize * 4) / names.length;
  if (!(isBar && chart.horizontal === true) && fitsBelow(names, step, room.textSize)) return false;
  if (!isBar) return fitsAslant(names, room) ? false : undefined;
  return chart.horizontal !== false && fitsLying(chart, room) ? true : undefined;
}

const encode = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

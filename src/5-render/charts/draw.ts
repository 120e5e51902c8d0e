import type { Chart } from '../../model/chart.ts';
import { directionOf } from '../../model/language.ts';
import { drawLying, fitsLying } from './lying.ts';
import { mirrored } from './mirror.ts';
import { writerFor } from './numbers.ts';
import { drawPie } from './pie.ts';
import { fitsBelow } from './place-axis.ts';
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
  if (chart.kind === 'bar' && liesDown(chart, room)) return drawLying(chart, room, writer);
  return drawUpright(chart, room, writer);
}

/**
 * Whether a chart begins at the right, as the text around it. Axes of numbers run as in formulas, which are the same in
 * every language, and pies as the clock.
 */
function runsLeft({ lang, kind, x }: Chart): boolean {
  return directionOf(lang) === 'rtl' && kind !== 'pie' && x.type !== 'number';
}

/** Unless the author has decided, bars lie where their names do not fit below them. */
function liesDown(chart: Chart, room: Room): boolean {
  if (chart.horizontal !== undefined) return chart.horizontal;
  const step = (room.width - room.textSize * 4) / chart.rows.length;
  return (
    !fitsBelow(
      chart.rows.map(([place]) => String(place)),
      step,
      room.textSize,
    ) && fitsLying(chart, room)
  );
}

const encode = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

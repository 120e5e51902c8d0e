import type { Chart } from '../model/chart.ts';
import type { Theme } from '../model/theme.ts';
import { lineHeight, widthOf } from './charts/measure.ts';
import type { Room } from './charts/shapes.ts';

/** What this file has to know of a token of markdown-it. */
export interface FenceToken {
  readonly children: readonly unknown[] | null;
  readonly info: string;
  type: string;
  content: string;
}

/** Draws a chart for a room; see `charts/draw.ts`, which is loaded when a deck has a chart. */
export type DrawChart = (chart: Chart, room: Room) => string;

/** The type of a token that is a chart, drawn. */
export const drawnChart = 'lectern_chart';

/** Draws the charts of a deck in the place of their fences. Each gets the room that its slide has left. */
export function drawFences(tokens: readonly FenceToken[], theme: Theme, draw: DrawChart): void {
  let first = 0;
  for (const [at, token] of tokens.entries()) {
    if (token.type === 'marpit_slide_open') first = at;
    if (token.type !== 'fence' || token.info.trim() !== 'chart') continue;
    const end = tokens.findIndex((other, index) => index > at && other.type === 'marpit_slide_close');
    const room = roomFor(tokens.slice(first, end < 0 ? undefined : end), theme);
    const chart = chartIn(token.content);
    if (!chart) continue;
    token.type = drawnChart;
    token.content = draw(chart, room);
  }
}

/** A fence that a template of a course has written itself may hold something else: it stays what it is. */
function chartIn(text: string): Chart | undefined {
  try {
    return JSON.parse(text) as Chart;
  } catch {
    return undefined;
  }
}

/**
 * The room that is left for a chart on its slide. The style sheet scales the drawing to the room that there really is; this
 * comes near to it, so that text keeps about its size.
 */
function roomFor(slide: readonly FenceToken[], { tokens, size }: Theme): Room {
  const px = (name: string, otherwise: number): number => Number.parseFloat(tokens.get(name) ?? '') || otherwise;
  const isNarrow = size.widthPx / size.heightPx < 1.5;
  const width = size.widthPx - 2 * px('margin', 80) * (isNarrow ? 0.7 : 1);
  const heading = px('heading-size', 46) * (isNarrow ? 0.92 : 1);
  const textSize = Math.min(30, Math.max(24, Math.round(px('text-size', 32) * 0.8)));
  const linesOf = (text: string, typeSize: number): number => Math.ceil(widthOf(text, typeSize) / width);
  let height = size.heightPx - 140;
  for (const [at, { type, content }] of slide.entries()) {
    const before = slide[at - 1]?.type ?? '';
    // The running header and footer have a place of their own.
    if (type !== 'inline' || !/^(heading|paragraph)_open$/.test(before)) continue;
    const isHeading = before === 'heading_open';
    const [typeSize, gap] = isHeading ? [heading, px('space', 24)] : [textSize, px('space', 24) * 0.6];
    height -= linesOf(content, typeSize * 0.92) * lineHeight(typeSize) + gap;
  }
  return { width: Math.round(width), height: Math.round(Math.max(height, width * 0.28)), textSize };
}

import { createHash } from 'node:crypto';
import type { SlideSize } from '../model/theme.ts';
import { firstLine, fromItsBeginning, withoutUnseen } from './diagram-source.ts';
import { grown, reachOf, stretched } from './diagram-text.ts';

/** Draws Mermaid as SVG. Throws when it cannot. */
export type DrawDiagram = (diagram: string) => string;

/**
 * Loads the package that draws diagrams. They are set closer than it does, and without the empty frame that it puts around
 * some, so that the text is larger on the slide.
 * beautiful-mermaid 1.1.3: https://github.com/lukilabs/beautiful-mermaid
 */
export async function loadMermaid(): Promise<DrawDiagram> {
  const { renderMermaidSVG } = await import('beautiful-mermaid');
  return (diagram) => {
    const svg = withoutUnseen(renderMermaidSVG(fromItsBeginning(diagram), options));
    return enlarged(svg.replaceAll(backwards, '$1auto"'), diagram);
  };
}

/** Heads at the beginning of an arrow are drawn backwards and then turned round: they would lie below their box. */
const backwards = /(<marker id="arrowhead-start[^>]*orient=")auto-start-reverse"/g;

const options = {
  transparent: true,
  padding: 4,
  layerSpacing: 26,
  nodeSpacing: 18,
  bg: 'var(--marp-mermaid-background)',
  fg: 'var(--marp-mermaid-foreground)',
  line: 'var(--marp-mermaid-line)',
  accent: 'var(--marp-mermaid-accent)',
  muted: 'var(--marp-mermaid-muted)',
  surface: 'var(--marp-mermaid-surface)',
  border: 'var(--marp-mermaid-border)',
};

/**
 * How much larger text may be at most than the drawing has it, and how much of its frame is empty, in pixels. It leaves much
 * room in boxes and knows nothing of slides. What it says itself is in English.
 */
const kinds: readonly { readonly begins: RegExp; readonly growth: number; readonly frame: number }[] = [
  { begins: /^sequenceDiagram/, growth: 1.6, frame: 24 },
  { begins: /^classDiagram/, growth: 1.28, frame: 34 },
  { begins: /^erDiagram/, growth: 1.4, frame: 34 },
  { begins: /^xychart/, growth: 1.45, frame: 0 },
  { begins: /^/, growth: 1.3, frame: 0 },
];

function enlarged(svg: string, diagram: string): string {
  const { growth = 1, frame = 0 } = kinds.find(({ begins }) => begins.test(firstLine(diagram))) ?? {};
  const [drawnWidth, height] = sizeOf(svg);
  // Messages stand below each other: what makes a sequence large on a slide is its height, and there is room at its sides.
  const isSequence = /^sequenceDiagram/.test(firstLine(diagram));
  const stretch = isSequence ? Math.min(3, Math.max(1, (2.2 * (height - 2 * frame)) / drawnWidth)) : 1;
  const drawing = grown(stretched(svg.replaceAll(/<text\b[^>]*>\(no attributes\)<\/text>/g, ''), stretch), growth);
  // Words at a line may reach beyond all boxes.
  const [low, high] = reachOf(drawing);
  const left = Math.min(frame * stretch, low - 4);
  const right = Math.max((drawnWidth - frame) * stretch, high + 4);
  const box = [left, frame, right - left, height - 2 * frame].map(round).join(' ');
  return drawing.replace(/viewBox="[^"]*"/, `viewBox="${box}"`);
}

const round = (number: number): number => Math.round(number * 10) / 10;

/** Text below this height can hardly be read from the last row, in pixels of a slide 720 px high. */
export const legible = 18;

/** How high the smallest text of a drawing is where it has a slide with a heading for itself, in pixels. */
export function textHeight(svg: string, { widthPx, heightPx }: SlideSize): number {
  const [width, height] = sizeOf(svg);
  const scale = Math.min((widthPx * 0.875) / width, (heightPx - 240) / height);
  const sizes = [...svg.matchAll(/<text\b[^>]*\sfont-size="([\d.]+)"/g)].map(([, px]) => Number(px));
  return sizes.length === 0 ? Number.POSITIVE_INFINITY : Math.min(...sizes) * scale;
}

function sizeOf(svg: string): readonly [width: number, height: number] {
  const [, width, height] = /viewBox="[-\d.]+ [-\d.]+ ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
  return [Number(width ?? 1), Number(height ?? 1)];
}

/**
 * Takes out what would leave the deck: the drawing asks the web for a font, and names fonts of the machine. Its
 * arrowheads are called by names that all drawings share, and a browser takes them from the first drawing of the page,
 * be it visible or not: so they get names of their own. `number` counts the diagrams of a deck. `name` says what the drawing
 * shows; where it is empty, the words in the drawing do.
 */
export function tidyDiagram(html: string, number: number, name: string): string {
  const prefix = `d${number}-${createHash('sha256').update(html).digest('hex').slice(0, 8)}-`;
  const label = name === '' ? wordsIn(html) : encode(name);
  // As an attribute, not as `<title>`: no bubble over the slide, and nothing that fonts would have to have letters for.
  const role = label === '' ? 'aria-hidden="true"' : `role="img" aria-label="${label}"`;
  return html
    .replaceAll(/<style>[\s\S]*?<\/style>/g, (style) =>
      style.replaceAll(/\s*@import url\([^)]*\);/g, '').replaceAll(/font-family:\s*[^;}]*/g, 'font-family: inherit'),
    )
    .replaceAll(/<[^>]*>/g, (tag) => tag.replace(/(\sid=")/, `$1${prefix}`).replaceAll('url(#', `url(#${prefix}`))
    .replace('<svg ', () => `<svg data-marp-mermaid ${role} `);
}

/** The texts of a drawing, as they are written in HTML. */
function wordsIn(html: string): string {
  const texts = [...html.replaceAll(/<style>[\s\S]*?<\/style>/g, '').matchAll(/>([^<>]+)</g)];
  return texts
    .map(([, text = '']) => text.trim().replaceAll('"', '&quot;'))
    .filter((text) => text !== '')
    .join(', ');
}

const encode = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

import type { Area } from '../model/ports.ts';
import type { RenderedSlide } from '../model/rendered.ts';
import type { SlideSize } from '../model/theme.ts';
import { htmlDocument } from './document.ts';
import { cssString, escapeHtml } from './escape.ts';
import type { PrintPageInput } from './page.ts';

/** What a contact sheet says about its slides. All text is plain. */
export interface SheetWords {
  readonly title: string;
  readonly subtitle: string;
  /** In the order of the slides, all of which they take in. */
  readonly groups: readonly { readonly title: string; readonly names: readonly string[] }[];
}

/** Where everything is on a contact sheet, in CSS pixels. */
export interface SheetPlan {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly headings: readonly { readonly title: string; readonly topPx: number }[];
  /** In the order of the slides. */
  readonly tiles: readonly (Area & { readonly name: string })[];
}

/** Slides are half their size: their text can be read, and a row of them fits on a large screen. */
export const tileScale = 0.5;

const marginPx = 72;
const gapPx = 36;
const titlePx = 150;
const headingPx = 76;
const namePx = 44;
/** Four slides of 16:9. */
const rowPx = 2668;
/** Chrome's pictures are cut off at 16384 pixels. */
const longestPx = 16_000;

/** Lays out a contact sheet: groups of slides below their headings, row by row. Cannot fail. */
export function planSheet(groups: SheetWords['groups'], size: SlideSize): SheetPlan {
  const slides = groups.reduce((sum, { names }) => sum + names.length, 0);
  const widthPx = size.widthPx * tileScale;
  const heightPx = size.heightPx * tileScale;
  const fitting = Math.floor((rowPx + gapPx) / (widthPx + gapPx));
  const rows = Math.floor((longestPx - titlePx - groups.length * (headingPx + heightPx)) / (heightPx + namePx + gapPx));
  const columns = Math.max(1, fitting, Math.ceil(slides / Math.max(1, rows)));
  const headings: { title: string; topPx: number }[] = [];
  const tiles: (Area & { name: string })[] = [];
  let topPx = marginPx + titlePx;
  for (const { title, names } of groups) {
    headings.push({ title, topPx });
    topPx += headingPx;
    for (const [at, name] of names.entries()) {
      const column = at % columns;
      if (at > 0 && column === 0) topPx += heightPx + namePx + gapPx;
      tiles.push({ name, leftPx: marginPx + column * (widthPx + gapPx), topPx, widthPx, heightPx });
    }
    topPx += heightPx + namePx + gapPx * 2;
  }
  const width = marginPx * 2 + columns * (widthPx + gapPx) - gapPx;
  return { widthPx: width, heightPx: topPx - gapPx * 2 + marginPx, headings, tiles };
}

/** The document of a contact sheet. `fonts` are families of the page's fonts. Cannot fail. */
export function sheetPage(
  input: PrintPageInput,
  words: SheetWords,
  plan: SheetPlan,
  fonts: { readonly heading: string; readonly body: string },
): string {
  return htmlDocument({
    ...input,
    title: words.title,
    styles: [
      input.fontCss,
      input.css,
      // Nothing of it may reach into the slides.
      `html,body{margin:0;background:#e8ebf0;color:#1b2230}
body{position:relative;width:${plan.widthPx}px;height:${plan.heightPx}px;overflow:hidden;font:26px/1.2 ${cssString(fonts.body)}}
body>*{position:absolute;margin:0;white-space:nowrap}
body>h1,body>h2,body>.about{left:${marginPx}px}
body>h1,body>h2{font-family:${cssString(fonts.heading)};font-weight:700;line-height:1.1}
body>h1{top:${marginPx - 12}px;font-size:64px}
body>.about{top:${marginPx + 66}px;color:#4a5568}
body>h2{font-size:38px}
body>.tile{overflow:hidden;white-space:normal;font:initial;box-shadow:0 0 0 1px #b4bcc9}
body>.tile>.marpit{width:${input.size.widthPx}px;height:${input.size.heightPx}px;transform:scale(${tileScale});transform-origin:0 0}`,
    ],
    body: [
      `<h1>${escapeHtml(words.title)}</h1>`,
      `<p class="about">${escapeHtml(words.subtitle)}</p>`,
      ...plan.headings.map(({ title, topPx }) => `<h2 style="top:${topPx}px">${escapeHtml(title)}</h2>`),
      ...plan.tiles.map((tile, at) => tileElement(tile, input.slides[at])),
    ].join('\n'),
  });
}

function tileElement(
  { name, leftPx, topPx, widthPx, heightPx }: SheetPlan['tiles'][number],
  slide: RenderedSlide | undefined,
): string {
  const left = `left:${leftPx}px;top`;
  return `<div class="tile" style="${left}:${topPx}px;width:${widthPx}px;height:${heightPx}px"><div class="marpit">${slide?.html ?? ''}</div></div>
<p class="name" style="${left}:${topPx + heightPx + 8}px">${escapeHtml(name)}</p>`;
}

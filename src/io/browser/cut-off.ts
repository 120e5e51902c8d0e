/** Finds what does not fit on the pages of a document. */
import type { CutOff } from '../../model/ports.ts';
import type { Devtools } from './launch.ts';

/** Measures every slide of the document that is laid out in the page. Rejects when the browser goes away. */
export async function measureCutOff(devtools: Devtools): Promise<readonly CutOff[]> {
  const { result } = await devtools.send('Runtime.evaluate', { expression, returnByValue: true });
  // The value of the expression below; the protocol leaves its type open.
  return result.value as readonly CutOff[];
}

/**
 * Runs in the page, which itself may run nothing. A text or a picture is cut off where it leaves the slide, or a box
 * that hides what leaves it, such as a line of code, or where it lies on the lines at the top and the bottom. Formulas have a copy in words that is hidden on purpose. Two pixels
 * are within what fonts reserve around their glyphs.
 */
const expression = `[...document.querySelectorAll('.marpit')].flatMap((slide, index) => {
  const tolerance = 2;
  const edge = slide.getBoundingClientRect();
  let right = 0;
  let bottom = 0;
  const margins = [...slide.querySelectorAll('section > header, section > footer')];
  const taken = margins.flatMap((margin) => {
    const range = document.createRange();
    range.selectNodeContents(margin);
    return [...range.getClientRects()];
  });
  const see = (box) => {
    if (box.width === 0 || box.height === 0) return;
    right = Math.max(right, box.right - edge.right, edge.left - box.left);
    bottom = Math.max(bottom, box.bottom - edge.bottom, edge.top - box.top);
    for (const line of taken) {
      const meets = box.left < line.right && box.right > line.left && box.top < line.bottom && box.bottom > line.top;
      if (meets) bottom = Math.max(bottom, Math.min(box.bottom - line.top, line.bottom - box.top));
    }
  };
  const texts = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (texts.nextNode()) {
    const text = texts.currentNode;
    if (text.data.trim() === '' || text.parentElement.closest('.katex-mathml, section > header, section > footer, svg.figure')) continue;
    range.selectNodeContents(text);
    for (const box of range.getClientRects()) see(box);
  }
  for (const element of slide.querySelectorAll('*')) {
    // A figure cuts its parts off at its own edge, as it was drawn to.
    if (element.closest('.katex, section > header, section > footer') || element.parentElement.closest('svg.figure')) continue;
    if (/^(img|svg)$/i.test(element.tagName)) see(element.getBoundingClientRect());
    const { overflowX, overflowY } = getComputedStyle(element);
    if (element.tagName === 'SECTION' || element.matches('svg.figure')) continue;
    if (overflowX !== 'visible') right = Math.max(right, element.scrollWidth - element.clientWidth);
    if (overflowY !== 'visible') bottom = Math.max(bottom, element.scrollHeight - element.clientHeight);
  }
  if (right <= tolerance && bottom <= tolerance) return [];
  return [{ slide: index, rightPx: Math.max(0, Math.round(right)), bottomPx: Math.max(0, Math.round(bottom)) }];
})`;

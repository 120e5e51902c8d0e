/** Finds out how each slide of a document has to be set so that all of it is seen. */
import type { MeasureJob, SlideMeasure } from '../../model/ports.ts';
import type { Devtools } from './launch.ts';

/** Measures every slide of the document that is laid out in the page. Rejects when the browser goes away. */
export async function measureSlides(
  devtools: Devtools,
  { steps, floorPx }: Pick<MeasureJob, 'steps' | 'floorPx'>,
): Promise<readonly SlideMeasure[]> {
  const expression = `(${measure})(${JSON.stringify(steps)}, ${floorPx})`;
  const { result } = await devtools.send('Runtime.evaluate', { expression, returnByValue: true });
  // The value of the function below; the protocol leaves its type open.
  return result.value as readonly SlideMeasure[];
}

/**
 * Runs in the page, which itself may run nothing. Each slide is set in one step after the other until all of it is seen.
 *
 * A text or a picture is cut off where it leaves the room that its slide has for content (or the panel that it stands in), or a
 * box that hides what leaves it, such as a line of code. It lies on something where its lines meet those of another
 * block. Formulas have a copy in words that is hidden on purpose, and so have other elements that are there to be heard.
 * Two pixels are within what fonts reserve around their glyphs.
 */
const measure = `(steps, floorPx) => {
  const tolerance = 2;
  const pictures = 'img:not(.emoji), svg.figure, svg.plot, svg[data-marp-mermaid]';

  const lineOf = (element) => {
    const marked = element.closest('[data-line]');
    if (!marked) return {};
    const codeLine = element.closest('pre .line');
    const place = codeLine ? { codeLine: [...marked.querySelectorAll('.line')].indexOf(codeLine) } : {};
    return { line: Number(marked.dataset.line), ...place };
  };

  const isHeard = (element, section) => {
    for (let at = element; at !== section; at = at.parentElement) {
      if (at.matches('.katex-mathml')) return true;
      if (at.clientWidth <= 1 && at.clientHeight <= 1 && getComputedStyle(at).overflow !== 'visible') return true;
    }
    return false;
  };

  /** The part of a line that letters fill: fonts reserve more above capitals and below descenders. */
  const inked = ({ left, right, top, bottom, width, height }) => ({
    left, right, width, height, top: top + height * 0.2, bottom: bottom - height * 0.06,
  });

  const look = (section) => {
    const style = getComputedStyle(section);
    const px = (name) => parseFloat(style[name]) || 0;
    const edge = section.getBoundingClientRect();
    const room = {
      left: edge.left + px('borderLeftWidth') + px('paddingLeft'),
      right: edge.right - px('borderRightWidth') - px('paddingRight'),
      // A heading stands at the very top, and fonts differ in what they reserve above it.
      top: edge.top + px('borderTopWidth') + px('paddingTop') / 2,
      bottom: edge.bottom - px('borderBottomWidth') - px('paddingBottom'),
    };
    const frames = new Map([[section, room]]);
    const frameOf = (element) => {
      const known = frames.get(element);
      if (known) return known;
      const box = element.getBoundingClientRect();
      const isPlaced = /absolute|fixed/.test(getComputedStyle(element).position) && box.width > 1;
      const own = isPlaced
        ? {
            left: Math.max(edge.left, box.left),
            right: Math.min(edge.right, box.right),
            top: Math.max(edge.top, box.top),
            bottom: Math.min(edge.bottom, box.bottom),
          }
        : frameOf(element.parentElement);
      frames.set(element, own);
      return own;
    };

    const chrome = [...section.querySelectorAll(':scope > header, :scope > footer')].flatMap((margin) => {
      const range = document.createRange();
      range.selectNodeContents(margin);
      return [...range.getClientRects()];
    });
    const faults = [];
    const worst = { rightPx: 0, bottomPx: 0 };
    const first = {};
    const cut = (name, px, element) => {
      if (px <= tolerance) return;
      worst[name] = Math.max(worst[name], px);
      first[name] ??= element;
    };
    let lowest = edge.top;
    const see = (box, element) => {
      if (box.width === 0 || box.height === 0) return;
      const frame = frameOf(element);
      cut('rightPx', Math.max(box.right - frame.right, frame.left - box.left), element);
      cut('bottomPx', Math.max(box.bottom - frame.bottom, frame.top - box.top), element);
      if (frame === room) lowest = Math.max(lowest, box.bottom);
      for (const line of chrome) {
        const meets = box.left < line.right && box.right > line.left && box.top < line.bottom && box.bottom > line.top;
        if (meets) cut('bottomPx', Math.min(box.bottom - line.top, line.bottom - box.top), element);
      }
    };

    const lines = [];
    const sizes = [];
    const texts = document.createTreeWalker(section, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (texts.nextNode()) {
      const text = texts.currentNode;
      const element = text.parentElement;
      if (text.data.trim() === '' || element.closest('svg, .katex') || isHeard(element, section)) continue;
      if (element.closest('header, footer')?.parentElement === section) continue;
      if (!element.closest('sub, sup')) sizes.push(parseFloat(getComputedStyle(element).fontSize));
      const block = element.closest('[data-line], p, li, td, th, dt, dd, div, figcaption');
      range.selectNodeContents(text);
      for (const line of range.getClientRects()) {
        const box = inked(line);
        see(box, element);
        lines.push({ box, block, element });
      }
    }
    for (const base of section.querySelectorAll('.katex-base')) see(base.getBoundingClientRect(), base);
    for (const element of section.querySelectorAll('*')) {
      if (element.closest('header, footer')?.parentElement === section) continue;
      // A figure cuts its parts off at its own edge, as it was drawn to.
      if (element.closest('.katex, svg')?.contains(element.parentElement)) continue;
      if (element.matches('img, svg')) see(element.getBoundingClientRect(), element);
      const { overflowX, overflowY } = getComputedStyle(element);
      if (element.matches('svg, img') || isHeard(element, section)) continue;
      const beyond = element.matches('pre')
        ? [...element.querySelectorAll('.line')].find((line) => line.getBoundingClientRect().right > element.getBoundingClientRect().right + tolerance)
        : undefined;
      if (overflowX !== 'visible') cut('rightPx', element.scrollWidth - element.clientWidth, beyond ?? element);
      if (overflowY !== 'visible') cut('bottomPx', element.scrollHeight - element.clientHeight, element);
    }
    for (const [name, element] of Object.entries(first)) {
      faults.push({ kind: 'overflow', rightPx: 0, bottomPx: 0, [name]: Math.round(worst[name]), ...lineOf(element) });
    }

    if (faults.length === 0) {
      // Letters fill about the middle half of their line.
      const core = ({ left, right, top, bottom }) => ({ left, right, top: top + (bottom - top) / 4, bottom: bottom - (bottom - top) / 4 });
      const cores = lines.map(({ box }) => core(box));
      search: for (let a = 0; a < lines.length; a += 1) {
        for (let b = a + 1; b < lines.length; b += 1) {
          const [one, two] = [lines[a].block, lines[b].block];
          if (one === two || one.contains(two) || two.contains(one)) continue;
          const across = Math.min(cores[a].right, cores[b].right) - Math.max(cores[a].left, cores[b].left);
          const down = Math.min(cores[a].bottom, cores[b].bottom) - Math.max(cores[a].top, cores[b].top);
          if (across <= tolerance || down <= tolerance) continue;
          faults.push({ kind: 'overlap', rightPx: 0, bottomPx: Math.round(down), ...lineOf(lines[b].element) });
          break search;
        }
      }
    }
    const body = section.querySelector('.body') ?? section;
    const start = Math.max(room.top, body.getBoundingClientRect().top);
    return { faults, sizes, neededPx: Math.round(lowest - start), roomPx: Math.round(room.bottom - start) };
  };

  /** What is there, but too small to be seen from the back row. It is no reason to set the slide in another way. */
  const tooSmall = (section) => {
    const found = [];
    const texts = document.createTreeWalker(section, NodeFilter.SHOW_TEXT);
    const written = [];
    while (texts.nextNode()) {
      const element = texts.currentNode.parentElement;
      if (texts.currentNode.data.trim() === '' || element.closest('svg, sub, sup, .katex') || isHeard(element, section)) continue;
      if (element.closest('header, footer')?.parentElement === section) continue;
      written.push({ word: element, size: parseFloat(getComputedStyle(element).fontSize) });
    }
    for (const image of section.querySelectorAll('img:not(.emoji)')) {
      const { objectFit, paddingLeft, paddingRight, paddingTop, paddingBottom } = getComputedStyle(image);
      const across = image.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
      const down = image.clientHeight - parseFloat(paddingTop) - parseFloat(paddingBottom);
      const change = (across / down) / (image.naturalWidth / image.naturalHeight);
      // A drawing without a size of its own has no shape to lose.
      if (objectFit === 'fill' && image.naturalWidth > 0 && down > 0 && Math.abs(Math.log(change)) > 0.05) {
        found.push({ kind: 'squeezed-picture', rightPx: 0, bottomPx: 0, ...lineOf(image) });
      }
    }
    for (const picture of section.querySelectorAll(pictures)) {
      const box = picture.getBoundingClientRect();
      const isAlone = picture.parentElement.textContent.trim() === picture.textContent.trim();
      const longest = Math.round(Math.max(box.width, box.height));
      if (isAlone && longest < 100) found.push({ kind: 'small-picture', rightPx: 0, bottomPx: 0, sizePx: longest, ...lineOf(picture) });
    }
    const labels = [...section.querySelectorAll('svg.figure text, svg.plot text, svg[data-marp-mermaid] text')];
    const drawn = labels.filter((word) => word.textContent.trim() !== '').map((word) => {
      const matrix = word.getScreenCTM();
      return { word, size: parseFloat(getComputedStyle(word).fontSize) * Math.sqrt(Math.abs(matrix.a * matrix.d - matrix.b * matrix.c)) };
    });
    const least = [...written, ...drawn].reduce((low, each) => (low === undefined || each.size < low.size ? each : low), undefined);
    if (least && least.size < 17.5) {
      found.push({ kind: 'small-text', rightPx: 0, bottomPx: 0, sizePx: Math.round(least.size), ...lineOf(least.word) });
    }
    return found;
  };

  return [...document.querySelectorAll('.marpit')].map((slide, index) => {
    const section = slide.querySelector('section');
    const isCompact = section.classList.contains('compact');
    const natural = [];
    const result = { tried: 0, faults: [], neededPx: 0, roomPx: 1 };
    const set = ({ compact, scale }) => {
      section.classList.toggle('compact', isCompact || compact);
      section.style.setProperty('--fit', scale);
    };
    for (const [at, step] of steps[index].entries()) {
      set(step);
      const { faults, sizes, neededPx, roomPx } = look(section);
      if (at === 0) natural.push(...sizes);
      // A text that has become too small to read is no help.
      if (sizes.some((size, nth) => size < natural[nth] - 0.1 && size < floorPx)) break;
      result.faults = faults;
      result.tried = at;
      if (step.scale === 1) Object.assign(result, { neededPx, roomPx });
      if (faults.every(({ rightPx }) => rightPx === 0)) result.fitsAcross ??= at;
      if (faults.length === 0) {
        result.fits = at;
        break;
      }
    }
    // The step that counts may not be the last one that was set.
    set(steps[index][result.tried]);
    return { ...result, faults: [...result.faults, ...tooSmall(section)] };
  });
}`;

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The typefaces that the built-in themes set running text in. */
export const bodyFonts = ['Source Sans 3', 'Source Serif 4', 'Atkinson Hyperlegible'] as const;

/** `@font-face` for them, all within the page. */
export function fontFaces(): string {
  return bodyFonts
    .map((family) => {
      const name = family.toLowerCase().replaceAll(' ', '-');
      const file = join('node_modules/@fontsource', name, 'files', `${name}-latin-400-normal.woff2`);
      const bytes = readFileSync(file).toString('base64');
      return `@font-face { font-family: "${family}"; src: url(data:font/woff2;base64,${bytes}); }`;
    })
    .join('\n');
}

/** What is wrong with the texts of a drawing. */
export interface LabelFault {
  /** The id of the drawing. */
  readonly id: string;
  readonly what: string;
}

/**
 * An expression for a page: the texts of charts (`svg.plot`) that cover each other or leave their drawing, as
 * {@link LabelFault}s. A text reaches from its capitals to its descenders, not to the ends that its font has for accents.
 */
export const labelFaults = `document.fonts.ready.then(() => [...document.querySelectorAll('svg.plot')].flatMap((svg) => {
  const toPlot = svg.getScreenCTM().inverse();
  const { width, height } = svg.viewBox.baseVal;
  const texts = [...svg.querySelectorAll('text')].filter((text) => text.textContent.trim() !== '').map((text) => {
    const matrix = toPlot.multiply(text.getScreenCTM());
    const em = Number.parseFloat(getComputedStyle(text).fontSize);
    const [box, lines] = [text.getBBox(), Math.max(1, text.querySelectorAll('tspan').length)];
    const [top, bottom] = [-0.7 * em, (lines - 1) * Math.round(em * 1.2) + 0.2 * em];
    const corners = [[box.x, top], [box.x + box.width, top], [box.x + box.width, bottom], [box.x, bottom]]
      .map(([x, y]) => new DOMPoint(x, y).matrixTransform(matrix));
    return { words: [...text.childNodes].map((node) => node.textContent).join('|'), corners, em };
  });
  const parted = (a, b) => [a, b].some(({ corners }) => [0, 1].some((side) => {
    const [x, y] = [corners[side + 1].x - corners[side].x, corners[side + 1].y - corners[side].y];
    const along = (of) => of.corners.map((corner) => (corner.x * x + corner.y * y) / Math.hypot(x, y));
    const [one, other] = [along(a), along(b)];
    return Math.max(...one) < Math.min(...other) + 0.5 || Math.max(...other) < Math.min(...one) + 0.5;
  }));
  const outside = texts.filter(({ corners }) => corners.some(({ x, y }) => x < -2 || y < -2 || x > width + 2 || y > height + 2));
  const covered = texts.flatMap((a, at) => texts.slice(at + 1).filter((b) => !parted(a, b)).map((b) => a.words + ' / ' + b.words));
  const small = texts.filter(({ em }) => em < 20).map(({ words, em }) => words + ' at ' + em);
  return [...outside.map(({ words }) => 'outside: ' + words), ...covered.map((words) => 'covered: ' + words), ...small.map((words) => 'small: ' + words)]
    .map((what) => ({ id: svg.parentElement.id, what }));
}))`;

/**
 * An expression for a page: the texts of diagrams (`svg.diagram`) that reach beyond the smallest shape that they stand in, or
 * beyond their drawing.
 */
export const boxFaults = `document.fonts.ready.then(() => [...document.querySelectorAll('svg.diagram')].flatMap((svg) => {
  const frame = svg.viewBox.baseVal;
  const shapes = [...svg.querySelectorAll('rect, polygon, circle')].filter((shape) => !shape.closest('defs')).map((shape) => shape.getBBox());
  return [...svg.querySelectorAll('text')].filter((text) => text.textContent.trim() !== '').flatMap((text) => {
    const { x, y, width, height } = text.getBBox();
    const [left, right, middle] = [x, x + width, y + height / 2];
    const around = [...shapes, frame].filter((box) => box.x < x + width / 2 && box.x + box.width > x + width / 2 && box.y < middle && box.y + box.height > middle)
      .sort((a, b) => a.width * a.height - b.width * b.height)[0] ?? frame;
    return left < around.x + 1 || right > around.x + around.width - 1
      ? [{ id: svg.parentElement.id, what: text.textContent + ' (' + Math.round(width) + ' in ' + Math.round(around.width) + ')' }]
      : [];
  });
}))`;

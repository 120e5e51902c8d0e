/**
 * What lies on what on slides, as a browser lays it out: for every text and for every shape that means something, its
 * colour and the colours behind it. Both functions run in the page.
 */

/** A pair of colours that meet, as CSS, with where it was seen first. */
export interface Meeting {
  readonly front: string;
  /** What lies behind, from the front to the back; the last one is opaque, and of those with the same number any may be it. */
  readonly behind: readonly (readonly string[])[];
  readonly kind: 'text' | 'large text' | 'graphics';
  readonly where: string;
}

/** Looks at all slides of the page, and remembers what it saw: colours may change, places do not. */
export const lookAtSlides = `{
  document.documentElement.insertAdjacentHTML('beforeend', '<style>svg, svg * { pointer-events: auto !important }</style>');
  const remembered = [];
  const paints = (element) => /^(rect|path|circle|ellipse|polygon)$/.test(element.localName);
  const below = (element, box) => {
    const x = box.left + box.width / 2;
    const y = box.top + box.height / 2;
    const stack = document.elementsFromPoint(x, y);
    const at = stack.indexOf(element);
    if (at >= 0) return stack.slice(at);
    const ancestors = [];
    for (let up = element; up; up = up.parentElement) ancestors.push(up);
    return ancestors;
  };
  for (const section of document.querySelectorAll('section')) {
    section.scrollIntoView();
    const where = section.className;
    const remember = (entry) => remembered.push({ ...entry, where: where + ': ' + entry.where });
    const texts = document.createTreeWalker(section, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (texts.nextNode()) {
      const text = texts.currentNode;
      const parent = text.parentElement;
      if (text.data.trim() === '' || parent.closest('.katex-mathml, title, desc, style')) continue;
      range.selectNodeContents(text);
      const box = [...range.getClientRects()].find(({ width, height }) => width > 0 && height > 0);
      if (box) remember({ element: parent, stack: below(parent, box), kind: 'text', where: parent.localName + '.' + (parent.getAttribute('class') ?? '') + ' ' + text.data.trim().slice(0, 24) });
    }
    for (const element of [section, ...section.querySelectorAll('*')]) {
      const box = element.getBoundingClientRect();
      for (const part of ['::before', '::after']) {
        const style = getComputedStyle(element, part);
        if (style.display === 'none' || /^(none|normal|""|\\s*)$/.test(style.content)) continue;
        remember({ element, part, stack: [element, ...below(element, box).slice(1)], kind: 'text', where: element.localName + '.' + element.className + part });
      }
      if (element.localName === 'li' && element.parentElement.localName === 'ol' && getComputedStyle(element).listStyleType !== 'none') {
        remember({ element, part: '::marker', stack: [element, ...below(element, box).slice(1)], kind: 'text', where: 'li::marker' });
      }
      const isShape = element.closest('svg.plot, svg[data-marp-mermaid]') && /^(rect|path|circle|ellipse|polygon|polyline|line)$/.test(element.localName);
      if (isShape && !element.matches('defs *, marker *, [stroke="var(--plot-grid)"], [stroke="var(--_inner-stroke)"]')) {
        const outside = element.closest('svg').parentElement;
        remember({ element, stack: below(outside, outside.getBoundingClientRect()), kind: 'graphics', where: element.localName + ' ' + element.outerHTML.slice(0, 160) });
      }
    }
  }
  globalThis.remembered = remembered;
  remembered.length;
}`;

/** The colours that meet now, with tokens changed, as an array of {@link Meeting} without repetition. */
export const meetingColors = (tokens: Readonly<Record<string, string>>): string => `{
  const tokens = ${JSON.stringify(tokens)};
  for (const section of document.querySelectorAll('section')) {
    section.removeAttribute('style');
    for (const [name, value] of Object.entries(tokens)) section.style.setProperty('--' + name, value);
  }
  const colorPattern = /(?:rgba?|oklab|oklch|color|lab|lch)\\([^()]*\\)|transparent/g;
  const paints = (element) => element.namespaceURI.endsWith('svg') && /^(rect|path|circle|ellipse|polygon)$/.test(element.localName);
  const groundsOf = (stack, own) => {
    const found = [];
    const see = (style) => {
      const image = style.backgroundImage === 'none' ? [] : style.backgroundImage.replace(/url\\([^)]*\\)/g, '').match(colorPattern) ?? [];
      if (image.length > 0) found.push([...new Set(image)]);
      found.push([style.backgroundColor]);
    };
    if (own) see(own);
    for (const element of stack) {
      if (element.localName === 'svg' || !element.namespaceURI.endsWith('svg')) see(getComputedStyle(element));
      else if (paints(element)) {
        const { fill, fillOpacity } = getComputedStyle(element);
        if (fill !== 'none' && fillOpacity === '1') found.push([fill]);
      }
    }
    return found.filter((colors) => colors.some((color) => color !== 'rgba(0, 0, 0, 0)' && color !== 'transparent'));
  };
  const meetings = new Map();
  for (const { element, part, stack, kind, where } of globalThis.remembered) {
    const style = getComputedStyle(element, part);
    const isDrawn = element.namespaceURI.endsWith('svg') && element.localName !== 'svg';
    const size = parseFloat(style.fontSize);
    const isLarge = size >= 32 || (size >= 24 && Number(style.fontWeight) >= 700);
    const fronts = kind === 'graphics'
      ? [style.fill, style.stroke].filter((color) => color !== 'none').join(' or ')
      : isDrawn ? style.fill : style.color;
    if (fronts === '' || (kind === 'graphics' && style.strokeWidth === '0px' && style.fill === 'none')) continue;
    const behind = groundsOf(isDrawn && kind === 'text' ? stack.slice(1) : stack, part && part !== '::marker' ? style : undefined);
    const meeting = { front: fronts, behind, kind: kind === 'text' && isLarge ? 'large text' : kind, where };
    const key = JSON.stringify({ ...meeting, where: '' });
    if (!meetings.has(key)) meetings.set(key, meeting);
  }
  [...meetings.values()];
}`;

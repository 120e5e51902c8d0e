import { type DefaultTreeAdapterMap, parseFragment, serialize } from 'parse5';
import { attribute, type Element } from './html.ts';

type Node = DefaultTreeAdapterMap['childNode'];
type Parent = DefaultTreeAdapterMap['parentNode'];

/** HTML as a browser understands it, written out again: equal strings mean equal trees. Line breaks beside tags do not count. */
export function canonical(html: string): string {
  const fragment = parseFragment(html);
  dropLineBreaks(fragment);
  return serialize(fragment);
}

function dropLineBreaks(parent: Parent): void {
  if (parent.nodeName === 'pre') return;
  for (const node of parent.childNodes) {
    if ('value' in node) node.value = node.value.replaceAll(/^[ \n]*\n[ \n]*|[ \n]*\n[ \n]*$/g, '');
    if ('childNodes' in node) dropLineBreaks(node);
  }
}

/** The elements of an HTML fragment, in order. */
export function elementsIn(html: string): readonly Element[] {
  const found: Element[] = [];
  walk(parseFragment(html), (node) => {
    if ('tagName' in node) found.push(node);
  });
  return found;
}

/** Comments in an HTML fragment. */
export function commentsIn(html: string): readonly string[] {
  const found: string[] = [];
  walk(parseFragment(html), (node) => {
    if (node.nodeName === '#comment' && 'data' in node) found.push(node.data);
  });
  return found;
}

/** The text of a fragment as it is, emoji pictures read as their characters. */
export function exactText(html: string): string {
  let text = '';
  walk(parseFragment(html), (node) => {
    if ('value' in node) text += node.value;
    if ('tagName' in node && attribute(node, 'class') === 'emoji') text += spoken(node);
  });
  return text;
}

/** What an image stands for: its alternative text, or the emoji that it says it is. */
function spoken(image: Element): string {
  const [, emoji] = /data-emoji='([^']*)'/.exec(attribute(image, 'src') ?? '') ?? [];
  return emoji ?? attribute(image, 'alt') ?? '';
}

const blocks = /^(p|li|ul|ol|h[1-6]|blockquote|pre|table|thead|tbody|tr|th|td|hr|br|div|figure|figcaption)$/;

/**
 * The text that a reader gets: blocks and breaks part words, images are read by their alternative text, formulas as TeX,
 * and white space is folded.
 */
export function shownText(html: string): string {
  let text = '';
  const read = (parent: Parent): void => {
    for (const node of parent.childNodes) {
      if ('value' in node) text += node.value;
      if (!('tagName' in node)) continue;
      const isBlock = blocks.test(node.tagName);
      if (isBlock) text += ' ';
      if (node.tagName === 'img') text += spoken(node);
      else if (attribute(node, 'class') === 'katex') text += texOf(node);
      else read(node);
      if (isBlock) text += ' ';
    }
  };
  read(parseFragment(html));
  return folded(text);
}

/** Text with white space as HTML shows it. */
export function folded(text: string): string {
  return text.replaceAll(/[ \t\n\f\r]+/g, ' ').replaceAll(/^ | $/g, '');
}

/** The names of the elements, in order. */
export function tagsIn(html: string): readonly string[] {
  return elementsIn(html).map(({ tagName }) => tagName);
}

/** The TeX of all formulas, as authors write it: one line, dollar signs within texts. */
export function formulasIn(html: string): readonly string[] {
  return elementsIn(html)
    .filter((element) => attribute(element, 'class') === 'katex')
    .map(texOf);
}

function texOf(formula: Element): string {
  let tex = '';
  walk(formula, (node) => {
    if ('tagName' in node && node.tagName === 'annotation') tex += exactText(serialize(node));
  });
  return tex
    .replace(/^\\displaystyle /, '')
    .replaceAll(/\\[()]/g, '$')
    .trim();
}

function walk(parent: Parent, visit: (node: Node) => void): void {
  for (const node of parent.childNodes) {
    visit(node);
    if ('childNodes' in node) walk(node, visit);
  }
}

/** The fragment with drawings as the images that they stand for: their name as the alternative text. */
export function withImages(html: string): string {
  return html.replaceAll(
    /<svg class="figure[^>]*><title>([^<]*)<\/title>(?:<desc>([^<]*)<\/desc>)?[\s\S]*?<\/svg>/g,
    (_, alt: string, title?: string) => `<img alt="${alt}"${title === undefined ? '' : ` title="${title}"`}>`,
  );
}

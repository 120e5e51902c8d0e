import { type DefaultTreeAdapterMap, parse } from 'parse5';

type Node = DefaultTreeAdapterMap['node'];
/** An element as parse5 has it. */
export type Element = DefaultTreeAdapterMap['element'];

/** All elements of a document, in order, as a browser would build them. */
export function elementsOf(html: string): readonly Element[] {
  return descendants(parse(html));
}

/** The elements with a tag name. */
export function byTag(html: string, tag: string): readonly Element[] {
  return elementsOf(html).filter((element) => element.tagName === tag);
}

/** The one element with a tag name that passes a test. Throws when there is none or more than one. */
export function only(html: string, tag: string, test: (element: Element) => boolean = () => true): Element {
  const [element, ...others] = byTag(html, tag).filter(test);
  if (!element || others.length > 0) throw new Error(`Of <${tag}> there is not exactly one.`);
  return element;
}

/** An attribute's value, character references resolved; undefined when it is not there. */
export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((each) => each.name === name)?.value;
}

/** The text in a node and below it. */
export function textOf(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

/** The content of a `<meta>` with this name or `http-equiv`. */
export function metaOf(html: string, name: string): string | undefined {
  const meta = byTag(html, 'meta').find((each) => (attribute(each, 'name') ?? attribute(each, 'http-equiv')) === name);
  return meta && attribute(meta, 'content');
}

function descendants(node: Node): readonly Element[] {
  if (!('childNodes' in node)) return [];
  return node.childNodes.flatMap((child) => ('tagName' in child ? [child, ...descendants(child)] : []));
}

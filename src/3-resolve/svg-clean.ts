import { checkImage, type Finding, type Findings } from './svg-findings.ts';
import {
  animationElements,
  drawingAttributes,
  drawingElements,
  drawingProperties,
  numberAttributes,
  scriptElements,
  silentElements,
  textElements,
} from './svg-lists.ts';
import { declarationsOf, type Family, familyCss, safeValue, themeFamily } from './svg-style.ts';
import type { SvgElement, SvgRoot } from './svg-tree.ts';

/**
 * Leaves in a drawing what a slide can show, and notes what else there was. Ids are numbered anew behind `mark`, with all
 * that points at them.
 */
export function cleanSvg(root: SvgRoot, mark: string, findings: Findings): void {
  const svg = root.children.find((node): node is SvgElement => node.type === 'element');
  if (!svg) return;
  for (const node of root.children) {
    if (node.type === 'instruction' && node.name === 'xml-stylesheet') {
      findings.lost.add(`the style sheet ${/href\s*=\s*(["'][^"']*["'])/.exec(node.value)?.[1] ?? ''}`.trim());
    }
  }
  root.children = [svg];
  new Cleaner(idsOf(svg), mark, findings).clean(svg);
}

/** The first element with an id is the one that is meant. */
function idsOf(svg: SvgElement): ReadonlyMap<string, SvgElement> {
  const ids = new Map<string, SvgElement>();
  const visit = (element: SvgElement): void => {
    const { id } = element.attributes;
    if (id !== undefined && !ids.has(id)) ids.set(id, element);
    for (const child of element.children) if (child.type === 'element') visit(child);
  };
  visit(svg);
  return ids;
}

class Cleaner {
  readonly #ids: ReadonlyMap<string, SvgElement>;
  readonly #numbers = new Map<string, number>();
  readonly #mark: string;
  readonly #findings: Findings;

  constructor(ids: ReadonlyMap<string, SvgElement>, mark: string, findings: Findings) {
    this.#ids = ids;
    this.#mark = mark;
    this.#findings = findings;
    for (const id of ids.keys()) this.#numbers.set(id, this.#numbers.size + 1);
  }

  /** `around` is the typeface of the text around the element. */
  clean(element: SvgElement, around: Family = 'body'): void {
    this.#attributes(element);
    const family = familyOf(element) ?? around;
    // Said at each text, so that the characters of code can be told from others.
    if (element.name === 'text' && family === 'mono') element.attributes['font-family'] = familyCss(family);
    const hasText = textElements.has(element.name);
    element.children = element.children.flatMap((child): SvgElement['children'] => {
      switch (child.type) {
        case 'text':
        case 'cdata':
          if (!hasText) return [];
          this.#findings.text += `${child.value} `;
          return [{ type: 'text', value: child.value }];
        case 'element':
          if (!this.#stays(child, element)) return [];
          this.clean(child, family);
          return [child];
        default:
          return [];
      }
    });
  }

  #stays(element: SvgElement, parent: SvgElement): boolean {
    const { lost, inert } = this.#findings;
    const { name } = element;
    if (name === 'a') {
      inert.add('links');
      element.name = textElements.has(parent.name) ? 'tspan' : 'g';
      const { href: _, 'xlink:href': __, ...rest } = element.attributes;
      element.attributes = rest;
      return true;
    }
    if (name === 'style' && /@import/i.test(textOf(element))) inert.add('style sheets of other files');
    if (scriptElements.has(name)) inert.add('scripts');
    else if (animationElements.has(name)) inert.add('animations');
    else if (name === 'image') {
      const finding = checkImage(addressOf(element) ?? '');
      if (finding) lost.add(finding);
      return finding === undefined;
    } else if (name === 'foreignObject') {
      const finding = foreignText(element, parent);
      if (finding) lost.add(finding);
    } else if (drawingElements.has(name)) return true;
    // Names with a colon are those of drawing programs and of metadata.
    else if (!silentElements.has(name) && !name.includes(':')) lost.add(`the element <${name}>`);
    return false;
  }

  #attributes(element: SvgElement): void {
    const address = addressOf(element);
    const { href: _, 'xlink:href': __, ...others } = element.attributes;
    const attributes = address === undefined ? [] : [...this.#reference(element, address.trim())];
    for (const [name, value] of Object.entries(others)) {
      if (/^on/i.test(name)) this.#findings.inert.add('scripts');
      else attributes.push(...this.#attribute(element, name, value));
    }
    element.attributes = Object.fromEntries(attributes);
  }

  #attribute(element: SvgElement, name: string, value: string): readonly [string, string][] {
    if (!drawingAttributes.has(name)) return [];
    if (numberAttributes.has(name)) return [[name, value]];
    if (name === 'id') return this.#ids.get(value) === element ? [[name, this.#rename(value)]] : [];
    if (name === 'style') {
      const kept = declarationsOf(value).flatMap(([property, text]) => {
        const safe = this.#property(property, text);
        return safe === undefined ? [] : [`${property}:${safe}`];
      });
      return kept.length === 0 ? [] : [[name, kept.join(';')]];
    }
    if (!drawingProperties.has(name)) return ambiguousNumber.test(value) ? [] : [[name, value]];
    const safe = this.#property(name, value);
    return safe === undefined ? [] : [[name, safe]];
  }

  #reference(element: SvgElement, address: string): readonly [string, string][] {
    if (element.name === 'image') return [['href', address.replaceAll(/\s/g, '')]];
    if (!address.startsWith('#')) {
      this.#findings.lost.add(outside(address));
      return [];
    }
    return this.#ids.has(address.slice(1)) ? [['href', `#${this.#rename(address.slice(1))}`]] : [];
  }

  #property(name: string, value: string): string | undefined {
    if (name === 'font-family') return familyCss(themeFamily(value));
    const safe = safeValue(value, (id) => this.#rename(id));
    if (safe.kind === 'kept') return safe.value;
    this.#findings.lost.add(
      safe.kind === 'outside' ? outside(safe.address) : `the value of "${name}", ${quote(value)}`,
    );
    return undefined;
  }

  /** What points at nothing keeps doing so. */
  #rename(id: string): string {
    return `${this.#mark}${this.#numbers.get(id) ?? 0}`;
  }
}

/** What an element points at. Source: SVG 2, section 16.1.6: `href` goes before `xlink:href`. */
const addressOf = ({ attributes }: SvgElement): string | undefined => attributes.href ?? attributes['xlink:href'];

/** The typeface that an element sets itself; a style goes before an attribute. */
function familyOf({ attributes }: SvgElement): Family | undefined {
  const [, styled] = /font-family:([^;]*)/.exec(attributes.style ?? '') ?? [];
  const value = styled ?? attributes['font-family'];
  return value === undefined ? undefined : themeFamily(value);
}

/** Attributes without addresses need no brackets of tags either. */
const ambiguousNumber = /[<>\\]/;

const quote = (text: string): string => `"${text.length > 60 ? `${text.slice(0, 60)}…` : text}"`;

const outside = (address: string): Finding => `what it takes from ${quote(address)}`;

/** The text of HTML within a drawing, unless the drawing has it as text of its own for programs that know no HTML. */
function foreignText(element: SvgElement, parent: SvgElement): Finding | undefined {
  const words = wordsOf(element);
  const instead = parent.name === 'switch' ? parent.children.filter((child) => child !== element) : [];
  const given = instead.map((child) => (child.type === 'element' ? wordsOf(child) : '')).join(' ');
  if (given.replaceAll(/\s/g, '').includes(words.replaceAll(/\s/g, ''))) return undefined;
  return words === '' ? 'HTML in a <foreignObject>' : `the text ${quote(words)}, which is HTML in a <foreignObject>`;
}

const textOf = ({ children }: SvgElement): string =>
  children.map((child) => (child.type === 'text' || child.type === 'cdata' ? child.value : '')).join('');

function wordsOf(element: SvgElement): string {
  const texts = element.children.map((child) => {
    if (child.type === 'element') return /^(style|script)$/.test(child.name) ? '' : wordsOf(child);
    return child.type === 'text' || child.type === 'cdata' ? child.value : '';
  });
  return texts.join(' ').replaceAll(/\s+/g, ' ').trim();
}

import { expect } from 'vitest';
import type { Format } from '../../src/model/contract.ts';
import { inlineTags } from '../../src/model/text.ts';
import { attribute } from '../support/html.ts';
import { commentsIn, elementsIn, exactText, folded, formulasIn, shownText, withImages } from '../support/slide-html.ts';
import { plainMarkdown } from './plain-markdown.ts';

/** What a text may make: elements with their attributes, beyond those of code, formulas and diagrams. */
const accepted: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(inlineTags.map((tag) => [tag, []])),
  p: [],
  br: [],
  hr: [],
  a: ['href', 'title'],
  img: ['src', 'alt', 'title', 'class'],
  code: ['class'],
  pre: ['class', 'style'],
  span: ['class', 'style', 'aria-hidden'],
  ul: [],
  ol: ['start'],
  li: [],
  h3: [],
  h4: [],
  h5: [],
  h6: [],
  blockquote: [],
  table: [],
  thead: [],
  tbody: [],
  tr: [],
  th: ['style'],
  td: ['style'],
};

/** Whether there is nothing to see in a text: then it is refused, or left out with all that is around it. */
export function isBlank(text: string): boolean {
  return text.trim() === '' || shownText(plainMarkdown(text, 'markdown')).trim() === '';
}

/** Whatever a text is, it makes nothing but what authors may write: no script, no style, no comment, nothing from afar. */
export function expectHarmless(html: string): void {
  expect(commentsIn(html)).toEqual([]);
  for (const element of elementsIn(html)) {
    const { tagName, namespaceURI } = element;
    if (namespaceURI !== 'http://www.w3.org/1999/xhtml') {
      // Formulas and the roots in them: written by KaTeX, which is not trusted with commands that take addresses.
      expect(tagName).not.toMatch(/^(script|style|a|image|use|foreignObject|animate|set)$/);
      expect(element.attrs.filter(({ name }) => /^on|href|src/i.test(name))).toEqual([]);
      continue;
    }
    expect(Object.keys(accepted)).toContain(tagName);
    for (const { name, value } of element.attrs) {
      expect(accepted[tagName]).toContain(name);
      if (name === 'href') expect(value).toMatch(/^(https?:|mailto:|tel:|#)/i);
      if (name === 'src') expect(value).toMatch(/^data:image\//);
      if (name === 'style') expect(value).not.toMatch(/url\(|expression\(|@import/i);
    }
  }
}

/** A text of one of these formats stands for itself. */
export function expectLiteral(html: string, text: string, format: Format): void {
  const shown = exactText(html);
  if (format === 'code') {
    expect(shown.replace(/\n$/, '')).toBe(text.replaceAll(/\r\n?/g, '\n').replace(/\n+$/, ''));
  } else {
    // Marp takes white space of all kinds away from the ends of attributes.
    const whole = folded(text);
    expect(shown).toBe(format === 'alt' ? whole.trim() : whole);
  }
}

/**
 * A text in Markdown says what markdown-it alone makes of it. Two things it does not know: the elements that authors may
 * use, and formulas; all of these, as they were understood, have to be there.
 */
export function expectMarkdown(
  slideHtml: string,
  text: string,
  format: 'inline' | 'markdown',
  formulas: readonly string[] = formulasIn(slideHtml),
): void {
  const html = withImages(slideHtml);
  expect(formulasIn(html)).toEqual(formulas);
  if (!/\$/.test(text) && !ownElement.test(text)) {
    const plain = plainMarkdown(text, format);
    expect(shownText(html)).toBe(shownText(plain));
    expect(outline(html)).toEqual(outline(plain));
  }
  const shown = lettersOf(shownText(html) + titlesIn(html));
  expect(
    isInOrder(lettersOf(withoutSyntax(text)), shown),
    `of ${JSON.stringify(text)} there is ${shown.join('')}`,
  ).toBe(true);
}

const ownElement = new RegExp(`</?(${inlineTags.join('|')}|br)\\s*/?>`, 'gi');

/** The elements that carry meaning, in order. Headings on slides begin with the third level. */
function outline(html: string): readonly string[] {
  return elementsIn(html)
    .filter((element) => attribute(element, 'class') !== 'emoji')
    .map(({ tagName }) => tagName.replace(/^h[12]$/, 'h3'))
    .filter((tagName) => tagName !== 'p' && tagName !== 'span');
}

/**
 * A text without the letters that Markdown itself takes away: addresses and titles of links, names of characters,
 * numbers of lists, languages of code, tags of accepted elements, escapes in addresses, comments in formulas. Rather
 * more is left out than less, so that what stays has to be shown.
 */
function withoutSyntax(text: string): string {
  const withoutComments = text.includes('$') ? text.replaceAll(/%[^\n]*/g, '') : text;
  return withoutComments
    .replaceAll(/\]\([\s\S]*\)/g, ' ')
    .replaceAll(/&#?\w+;/g, ' ')
    .replaceAll(/^(?:[ \t>*+-]|\d{1,9}[.)])+/gm, ' ')
    .replaceAll(/(`{3,}|~{3,}).*$/gm, ' ')
    .replaceAll(/%[0-9a-f]{2}/gi, ' ')
    .replaceAll(ownElement, ' ');
}

const lettersOf = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]/gu) ?? [];

const titlesIn = (html: string): string =>
  elementsIn(html)
    .map((element) => attribute(element, 'title') ?? '')
    .join('');

function isInOrder(wanted: readonly string[], found: readonly string[]): boolean {
  let at = 0;
  for (const letter of found) if (letter === wanted[at]) at += 1;
  return at === wanted.length;
}

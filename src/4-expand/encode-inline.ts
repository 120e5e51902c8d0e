import type { Inline } from '../model/text.ts';
import type { Embeds } from './embeds.ts';
import { encodeAttribute, encodeLine, encodePath, encodeText, entity } from './encode-text.ts';

const marks = { strong: '**', emphasis: '*', strike: '~~' } as const;
const tags = { strong: 'strong', emphasis: 'em', strike: 's' } as const;

/**
 * Writes inline content as one line of Marp Markdown that reads back as the same content wherever the line stands.
 * Formulas are added to `embeds`.
 */
export function encodeInline(inlines: readonly Inline[], embeds: Embeds): string {
  const line = encodeLine(encodeSequence(inlines, embeds));
  // A tag alone on its line would begin an HTML block, which takes in the lines below.
  return /^<[^<>]*>$/.test(line) ? `${line}<!-- -->` : line;
}

function encodeSequence(inlines: readonly Inline[], embeds: Embeds): string {
  return inlines.map((inline, at) => encodeOne(inline, inlines[at - 1], inlines[at + 1], embeds)).join('');
}

function encodeOne(inline: Inline, before: Inline | undefined, after: Inline | undefined, embeds: Embeds): string {
  switch (inline.kind) {
    case 'text':
      return encodeBetween(inline.text, before, after);
    case 'strong':
    case 'emphasis':
    case 'strike': {
      const inner = encodeSequence(inline.children, embeds);
      if (!standsFree(inline.children, before, after)) return `<${tags[inline.kind]}>${inner}</${tags[inline.kind]}>`;
      return marks[inline.kind] + inner + marks[inline.kind];
    }
    case 'element':
      return `<${inline.tag}>${encodeSequence(inline.children, embeds)}</${inline.tag}>`;
    case 'code':
      return encodeCode(inline.text);
    case 'formula':
      // Judged as it is written: some commands of TeX only work in a block of their own.
      embeds.add({ kind: 'formula', text: inline.tex, language: '', display: false, span: inline.span });
      return encodeFormula(inline.tex, inline.display);
    case 'break':
      return '<br />';
    case 'link': {
      const title = inline.title === '' ? '' : ` "${encodeText(inline.title)}"`;
      return `[${encodeSequence(inline.children, embeds)}](<${encodeAddress(inline.href)}>${title})`;
    }
    case 'image': {
      const title = inline.title === '' ? '' : ` title="${encodeAttribute(inline.title)}"`;
      return `<img src="${encodePath(inline.path)}" alt="${encodeAttribute(inline.alt)}"${title} />`;
    }
  }
}

/** Writes text so that its ends do not change what its neighbours are. */
function encodeBetween(text: string, before: Inline | undefined, after: Inline | undefined): string {
  let encoded = encodeText(text);
  // A digit right after a formula would keep Marp from seeing its end.
  if (before?.kind === 'formula') encoded = encoded.replace(/^\d/, entity);
  // An exclamation mark before a link would make an image of it.
  if (after?.kind === 'link') encoded = encoded.replace(/!$/, entity);
  return encoded;
}

/**
 * Writes a formula within a line. Marp knows `$$` only as a block of its own, so a formula that is set off is one with
 * the style of such a block.
 */
function encodeFormula(tex: string, display: boolean): string {
  return `$${display ? '\\displaystyle ' : ''}${withoutDollars(tex)}$`;
}

/** TeX in which formulas within text, as in `\text{if $x$}`, are put between `\(` and `\)`: a dollar sign would end it. */
export function withoutDollars(tex: string): string {
  let isOpen = false;
  return tex.replaceAll(/\\[\s\S]|\$/g, (found) => {
    if (found !== '$') return found;
    isOpen = !isOpen;
    return isOpen ? '\\(' : '\\)';
  });
}

/** Whether `**` and its like are sure to be read as such here. Everywhere else the HTML element says the same. */
function standsFree(children: readonly Inline[], before: Inline | undefined, after: Inline | undefined): boolean {
  const [only] = children;
  if (children.length !== 1 || only?.kind !== 'text' || !/^[\p{L}\p{N}](.*[\p{L}\p{N}])?$/su.test(only.text))
    return false;
  const opens = before === undefined || (before.kind === 'text' && /[\s(]$/.test(before.text));
  const closes = after === undefined || (after.kind === 'text' && /^[\s.,;:!?)]/.test(after.text));
  return opens && closes;
}

function encodeCode(text: string): string {
  const simple = /^[^\s`|]([^`|\n]*[^\s`|])?$/.test(text);
  return simple ? `\`${text}\`` : `<code>${encodeText(text)}</code>`;
}

function encodeAddress(href: string): string {
  return href.replaceAll(/[<>\s\\$`|"]/g, encodeURIComponent).replaceAll('&', '&amp;');
}

import type { Inline } from '../model/text.ts';
import type { Embeds } from './embeds.ts';
import { encodeAttribute, encodeLineStart, encodePath, encodeText } from './encode-text.ts';

const marks = { strong: '**', emphasis: '*', strike: '~~' } as const;
const tags = { strong: 'strong', emphasis: 'em', strike: 's' } as const;

/**
 * Writes inline content as one line of Marp Markdown that reads back as the same content wherever the line stands.
 * Formulas are added to `embeds`.
 */
export function encodeInline(inlines: readonly Inline[], embeds: Embeds): string {
  return encodeLineStart(encodeSequence(inlines, embeds)).trimEnd();
}

function encodeSequence(inlines: readonly Inline[], embeds: Embeds): string {
  return inlines.map((inline, at) => encodeOne(inline, inlines[at - 1], inlines[at + 1], embeds)).join('');
}

function encodeOne(inline: Inline, before: Inline | undefined, after: Inline | undefined, embeds: Embeds): string {
  switch (inline.kind) {
    case 'text': {
      const text = encodeText(inline.text.replaceAll(/[\t\r\n]/g, ' '));
      // An exclamation mark before a link would make an image of it.
      return after?.kind === 'link' ? text.replace(/!$/, '&#33;') : text;
    }
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
    case 'formula': {
      embeds.add({ kind: 'formula', text: inline.tex, language: '', display: inline.display, span: inline.span });
      const mark = inline.display ? '$$' : '$';
      return mark + inline.tex + mark;
    }
    case 'break':
      return '<br />';
    case 'link': {
      const title = inline.title === '' ? '' : ` "${encodeAttribute(inline.title)}"`;
      return `[${encodeSequence(inline.children, embeds)}](<${encodeAddress(inline.href)}>${title})`;
    }
    case 'image': {
      const title = inline.title === '' ? '' : ` title="${encodeAttribute(inline.title)}"`;
      return `<img src="${encodePath(inline.path)}" alt="${encodeAttribute(inline.alt)}"${title} />`;
    }
  }
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
  return simple ? `\`${text}\`` : `<code>${encodeText(text.replaceAll('\n', ' '))}</code>`;
}

function encodeAddress(href: string): string {
  return href.replaceAll(/[<>\s\\$`|"]/g, encodeURIComponent).replaceAll('&', '&amp;');
}

import type { Drawing } from '../model/deck.ts';
import { cleanSvg } from './svg-clean.ts';
import type { Findings } from './svg-findings.ts';
import { guardSvg } from './svg-guard.ts';
import { themeTokens } from './svg-lists.ts';
import { frameOf, lookAt } from './svg-look.ts';
import { rewriteSvg, type SvgFault } from './svg-tree.ts';

/** What came of reading an SVG. */
export type DrawingRead =
  | { readonly kind: 'drawing'; readonly drawing: Drawing; readonly findings: Findings }
  | { readonly kind: 'unreadable'; readonly fault: SvgFault };

/**
 * Reads an SVG file into a drawing that can stand within a slide: nothing in it runs or asks for anything, its ids can
 * be made unique, its colours and fonts can be those of the theme. Cannot fail, whatever the bytes are.
 */
export async function readDrawing(bytes: Uint8Array): Promise<DrawingRead> {
  const text = decodeXml(bytes);
  if (text === undefined) return unreadable({ reason: 'It is not in the encoding that it names.' });
  const entities = dangerousEntity(text);
  if (entities) return unreadable(entities);
  const findings: Findings = { lost: new Set(), inert: new Set(), text: '' };
  const mark = markFor(text);
  let frame: ReturnType<typeof frameOf> | undefined;
  const rewritten = await rewriteSvg(text, lookAt, (root) => {
    frame = frameOf(root);
    cleanSvg(root, mark, findings);
  });
  if ('fault' in rewritten) return unreadable(rewritten.fault);
  const svg = await guardSvg(rewritten.svg);
  // The guard writes one element, its values in double quotes and all brackets in them as entities.
  const [all, attributes = '', content = ''] = /^<svg([^>]*)>([\s\S]*)<\/svg>$/.exec(svg) ?? [];
  if (!frame || all === undefined) return unreadable({ reason: 'It has no drawing in it.' });
  const themed = usesTheme(svg);
  const rest = `${attributes} ${inherited(attributes, themed)}`;
  return {
    kind: 'drawing',
    findings,
    drawing: {
      widthPx: frame.widthPx,
      heightPx: frame.heightPx,
      isThemed: themed,
      attributes: `viewBox="${frame.viewBox}"${rest}`.split(mark),
      content: content.split(mark),
      text: findings.text.trim(),
    },
  };
}

const colorTokens = [...themeTokens].filter((name) => !name.startsWith('font-')).join('|');
const themeColor = new RegExp(`var\\(\\s*--(?:${colorTokens})\\s*[,)]|currentcolor`, 'i');

/** Whether a drawing has a colour of the theme. Words in its text do not count. */
const usesTheme = (svg: string): boolean => themeColor.test(svg.replaceAll(/>[^<]*</g, '><'));

const unreadable = (fault: SvgFault): DrawingRead => ({ kind: 'unreadable', fault });

/**
 * The text of an XML file, in the encoding that it declares or that its first bytes tell.
 * Source: XML 1.0, appendix F; WHATWG Encoding Standard for the names.
 */
function decodeXml(bytes: Uint8Array): string | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 200));
  const declared = /^(?:\u00ef\u00bb\u00bf)?<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)/.exec(start)?.[1];
  const marked = start.startsWith('\u00ff\u00fe')
    ? 'utf-16le'
    : start.startsWith('\u00fe\u00ff')
      ? 'utf-16be'
      : undefined;
  try {
    return new TextDecoder(marked ?? declared ?? 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Entities that Illustrator declares are short names for addresses. Others can grow without end, or read files. */
function dangerousEntity(text: string): SvgFault | undefined {
  for (const match of text.matchAll(/<!ENTITY\s+(%\s*)?[^\s>]+\s*(?:"([^"]*)"|'([^']*)'|)/g)) {
    const value = match[2] ?? match[3];
    if (match[1] === undefined && value !== undefined && value.length <= 200 && !/[&%<]/.test(value)) continue;
    const line = text.slice(0, match.index).split('\n').length;
    return { reason: 'It declares an entity that stands for more than a short text.', line };
  }
  return undefined;
}

/** What marks an id until the drawing has a place: anything that the file does not have in it. */
function markFor(text: string): string {
  let mark = 'lectern-id-';
  while (text.includes(mark)) mark = `${mark}x-`;
  return mark;
}

/** What a drawing as a file of its own begins with, and would otherwise take from the text around it. */
const defaults: Readonly<Record<string, string>> = {
  direction: 'ltr',
  'font-size': '16px',
  'font-style': 'normal',
  'font-weight': '400',
  'font-variant': 'normal',
  'letter-spacing': 'normal',
};

function inherited(attributes: string, themed: boolean): string {
  // Black is no colour of the theme: what has none is drawn in that of the text.
  const all = themed ? { fill: 'currentColor', ...defaults } : defaults;
  return Object.entries(all)
    .filter(([name]) => !attributes.includes(` ${name}="`))
    .map(([name, value]) => `${name}="${value}"`)
    .join(' ');
}

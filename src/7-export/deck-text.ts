/** The characters that a page shows, as sorted code points. */
export interface DeckText {
  readonly prose: readonly number[];
  /** Within code, which is set in another family. */
  readonly code: readonly number[];
  readonly hasItalics: boolean;
}

/** Always embedded: page numbers, list numbers and what scripts may write. */
const basic =
  ' !"#$%&\'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~\u00a0\u2022\u2026';

/** Reads out of HTML and CSS which characters the fonts have to have. The signs of formulas have fonts of their own. */
export function deckText(html: string, css: string): DeckText {
  // The title of a drawing is what a screen reader says, and is not drawn.
  const shown = html.replaceAll(/<(style|script|title|desc)[\s>][\s\S]*?<\/\1>/g, ' ');
  const withoutFormulas = stripFormulas(shown);
  const code = [
    ...withoutFormulas.matchAll(/<(code|pre|kbd|samp)[\s>][\s\S]*?<\/\1>/g),
    ...withoutFormulas.matchAll(codeInDrawings),
  ]
    .map(([part = '']) => textOf(part))
    .join('');
  const generated = [...css.matchAll(/content:\s*"((?:[^"\\]|\\.)*)"/g)]
    .map(([, text]) => unescapeCss(text ?? ''))
    .join('');
  return {
    prose: codePoints(basic + textOf(withoutFormulas) + generated),
    code: codePoints(basic + code),
    hasItalics:
      /<(em|i|cite)[\s>]/.test(html) ||
      /font-style(="|:)(italic|oblique)/.test(html) ||
      /font(-style)?:[^;}]*italic/.test(css.replaceAll(/\.katex[^{]*\{[^}]*\}/g, '')),
  };
}

/** The texts of drawings that are set like code. */
const codeInDrawings = /<(text|tspan|textPath)\b[^>]*--font-mono[\s\S]*?<\/\1>/g;

/** KaTeX writes nested spans without text between them, which no pattern can match to its end: so they are counted. */
function stripFormulas(html: string): string {
  let rest = '';
  let at = 0;
  for (let start = html.indexOf('<span class="katex'); start >= 0; start = html.indexOf('<span class="katex', at)) {
    rest += html.slice(at, start);
    at = endOfSpan(html, start);
  }
  return rest + html.slice(at);
}

/** The HTML of what each formula draws, without the words that screen readers get. */
export function drawnFormulas(html: string): readonly string[] {
  return [...html.matchAll(/<span class="katex-html"/g)].map(({ index }) => html.slice(index, endOfSpan(html, index)));
}

function endOfSpan(html: string, start: number): number {
  const tags = /<(\/?)span\b[^>]*>/g;
  tags.lastIndex = start;
  let depth = 0;
  for (let tag = tags.exec(html); tag; tag = tags.exec(html)) {
    depth += tag[1] === '' ? 1 : -1;
    if (depth === 0) return tags.lastIndex;
  }
  return html.length;
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

/** The text of HTML without its elements. */
export function textOf(html: string): string {
  return html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll(/&(\w+);/g, (whole, name: string) => named[name] ?? whole);
}

const unescapeCss = (text: string): string =>
  text.replaceAll(/\\([0-9a-f]{1,6})\s?/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));

/** Without what has no glyph: spaces beyond the basic one, joiners, direction marks, variation selectors. */
function codePoints(text: string): readonly number[] {
  const seen = new Set<number>();
  for (const character of text.normalize('NFC')) {
    if (!/^[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{VS}]$/u.test(character)) seen.add(character.codePointAt(0) ?? 0);
  }
  return [...seen].sort((a, b) => a - b);
}

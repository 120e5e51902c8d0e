import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { diagnose } from '../diagnostics/report.ts';
import { type Inline, inlineTags } from '../model/text.ts';
import { onOneLine } from './formula.ts';
import type { Token } from './markdown.ts';
import { elementOf, pairTags } from './pair-tags.ts';
import type { Place } from './place.ts';

/** Elements that an author may have meant as HTML. Anything else in angle brackets is text, as in `vector<int>`. */
const knownElements =
  /^<\/?(a|abbr|article|aside|audio|blockquote|button|center|cite|code|del|details|div|dl|dt|dd|embed|figure|font|footer|form|h[1-6]|head|header|hr|html|iframe|img|input|ins|label|li|link|main|meta|nav|object|ol|p|pre|script|section|select|span|style|summary|svg|table|tbody|td|th|thead|title|tr|ul|video)\b/i;

/**
 * Builds inline content from the tokens of one line or paragraph.
 * Errors: link/unsupported, image/missing-alt; warning: text/html-as-text.
 */
export class InlineBuilder {
  readonly diagnostics: Diagnostic[] = [];
  readonly #place: Place;
  /** Names of elements that are shown as text. */
  readonly #shownAsText = new Set<string>();
  /** Opening tags with the closing ones that belong to them. */
  #pairs: ReadonlyMap<Token, Token> = new Map();

  constructor(place: Place) {
    this.#place = place;
  }

  build(tokens: readonly Token[]): readonly Inline[] {
    this.#pairs = pairTags(tokens);
    return this.#children(tokens, { at: 0 }, undefined);
  }

  /** Reads up to the token `closing`, or one of that type, and leaves the cursor behind it. */
  #sequence(tokens: readonly Token[], cursor: { at: number }, closing: Token | string | undefined): Inline[] {
    const found: Inline[] = [];
    while (cursor.at < tokens.length) {
      const token = tokens[cursor.at] as Token;
      cursor.at += 1;
      if (token === closing || token.type === closing) return found;
      found.push(...this.#one(token, tokens, cursor));
    }
    return found;
  }

  #one(token: Token, tokens: readonly Token[], cursor: { at: number }): Inline[] {
    switch (token.type) {
      case 'text':
      case 'text_special':
        return [{ kind: 'text', text: token.content }];
      case 'softbreak':
        return [{ kind: 'break', isSoft: true }];
      case 'hardbreak':
        return [{ kind: 'break' }];
      case 'code_inline':
        return [{ kind: 'code', text: token.content }];
      case 'formula_inline': {
        const span = this.#place.find(token.content);
        return [{ kind: 'formula', tex: onOneLine(token.content), display: token.markup === '$$', span }];
      }
      case 'strong_open':
        return [{ kind: 'strong', children: this.#children(tokens, cursor, 'strong_close') }];
      case 'em_open':
        return [{ kind: 'emphasis', children: this.#children(tokens, cursor, 'em_close') }];
      case 's_open':
        return [{ kind: 'strike', children: this.#children(tokens, cursor, 's_close') }];
      case 'link_open':
        return [this.#link(token, tokens, cursor)];
      case 'image':
        return [this.#image(token)];
      case 'html_inline':
        return this.#html(token, tokens, cursor);
      default:
        throw new Error(`Markdown made a token that is not provided for: ${token.type}`);
    }
  }

  #children(tokens: readonly Token[], cursor: { at: number }, closing: Token | string | undefined): readonly Inline[] {
    return mergeTexts(this.#sequence(tokens, cursor, closing));
  }

  #link(token: Token, tokens: readonly Token[], cursor: { at: number }): Inline {
    const href = String(token.attrGet('href') ?? '');
    const children = this.#children(tokens, cursor, 'link_close');
    const span = this.#place.find(href);
    if (!/^(https?:|mailto:|tel:|#)/i.test(href)) {
      const message = `The link to "${href}" leads out of the deck to a place that only your computer knows.`;
      const hint = 'Link to a web address (https://…), an e-mail address (mailto:…) or a slide of this deck (#its-id).';
      this.diagnostics.push(diagnose('link/unsupported', span, message, hint));
    }
    return { kind: 'link', href, title: String(token.attrGet('title') ?? ''), children, span };
  }

  #image(token: Token): Inline {
    const path = decodePath(String(token.attrGet('src') ?? ''));
    const alt = textOf(token.children ?? []);
    const span = this.#place.find(path);
    if (alt.trim() === '') {
      const message = 'This image has no text for those who cannot see it.';
      const hint = `Say what the picture shows: ![A curve that rises, then falls](${path}).`;
      this.diagnostics.push(diagnose('image/missing-alt', span, message, hint));
    }
    return { kind: 'image', path, alt, title: String(token.attrGet('title') ?? ''), span };
  }

  /** An accepted element with its end in the same run of text; anything else is shown as it was typed. */
  #html(token: Token, tokens: readonly Token[], cursor: { at: number }): Inline[] {
    if (/^<br\s*\/?>$/i.test(token.content)) return [{ kind: 'break' }];
    const element = elementOf(token);
    const end = this.#pairs.get(token);
    if (element && end) return [{ kind: 'element', tag: element.name, children: this.#children(tokens, cursor, end) }];
    const tag = /^<\/?(\w+)/.exec(token.content)?.[1]?.toLowerCase() ?? '';
    // The end of an element whose beginning has been reported is no news.
    const isReported = token.content.startsWith('</') && this.#shownAsText.has(tag);
    if (!isReported && (element || knownElements.test(token.content))) {
      this.#shownAsText.add(tag);
      const message = `The HTML ${token.content} is shown as text.`;
      const hint = `Inside of text the elements ${inlineTags.map((tag) => `<${tag}>`).join(' ')} and <br> can be used, without attributes and with their end tags.`;
      this.diagnostics.push(diagnose('text/html-as-text', this.#place.find(token.content), message, hint));
    }
    return [{ kind: 'text', text: token.content }];
  }
}

function mergeTexts(inlines: readonly Inline[]): readonly Inline[] {
  const merged: Inline[] = [];
  for (const inline of inlines) {
    const last = merged.at(-1);
    if (inline.kind === 'text' && last?.kind === 'text') {
      merged[merged.length - 1] = { kind: 'text', text: last.text + inline.text };
    } else if (inline.kind !== 'text' || inline.text !== '') {
      merged.push(inline);
    }
  }
  return merged;
}

/** The text of an image's label, markup left out. */
function textOf(tokens: readonly Token[]): string {
  return tokens
    .map((token) => (/break$/.test(token.type) ? ' ' : token.children ? textOf(token.children) : token.content))
    .join('');
}

/** markdown-it percent-encodes addresses; a path is a path. */
function decodePath(src: string): string {
  try {
    return decodeURI(src);
  } catch {
    return src;
  }
}

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { done, failed, type Outcome } from '../diagnostics/outcome.ts';
import { diagnose, hasErrors } from '../diagnostics/report.ts';
import { listNames } from '../diagnostics/suggest.ts';
import { type FitLimit, fitLimits } from '../model/deck.ts';
import type { Source, Span } from '../model/source.ts';
import type { SlideSize } from '../model/theme.ts';
import { type AtRule, type Comment, parseCss } from './css.ts';

/** What a token accepts. Sources: CSS Properties and Values API, section 5; `font` and `image` are Lectern's own. */
export const tokenTypes = ['color', 'length', 'number', 'font', 'image'] as const;
export type TokenType = (typeof tokenTypes)[number];

/** A token as its theme declares it. */
export interface Token {
  readonly name: string;
  readonly type: TokenType;
  readonly value: string;
  /** The comment above the declaration. */
  readonly description: string;
}

/** A theme file, read: its rules without the token declarations. */
export interface ThemeFile {
  readonly css: string;
  readonly tokens: ReadonlyMap<string, Token>;
  readonly sizes: ReadonlyMap<string, SlideSize>;
  /** How far its slides may be changed to make them fit, when it says so. */
  readonly fitLimit?: FitLimit;
  /** Names of the themes that it extends. */
  readonly imports: readonly { readonly name: string; readonly span: Span }[];
}

/**
 * Reads a theme: `@theme`, `@size` and `@fit` in comments, tokens as `@property` rules, `@import "name"` to extend.
 * Errors: theme/invalid.
 * Source: "Theme CSS" of Marpit; `@size` of Marp Core.
 */
export function readThemeFile(source: Source, name: string): Outcome<ThemeFile> {
  const { value: root, diagnostics: unreadable } = parseCss(source, 'theme/invalid');
  if (!root) return failed(unreadable);
  const diagnostics: Diagnostic[] = [];
  const spanOf = (node: {
    readonly source?: { readonly start?: { readonly offset: number } | undefined } | undefined;
  }): Span => {
    const start = node.source?.start?.offset ?? 0;
    const lineEnd = source.text.indexOf('\n', start);
    return { file: source.path, start, end: lineEnd < 0 ? source.text.length : lineEnd };
  };
  const invalid = (span: Span, message: string, hint?: string): void => {
    diagnostics.push(diagnose('theme/invalid', span, message, hint));
  };
  const comments: string[] = [];
  const tokens = new Map<string, Token>();
  const imports: { name: string; span: Span }[] = [];
  root.walkComments((comment) => void comments.push(comment.text));
  root.walkAtRules((rule) => {
    if (rule.name === 'property') {
      const token = readToken(rule, (message, hint) => invalid(spanOf(rule), message, hint));
      if (token) tokens.set(token.name, token);
      commentAbove(rule)?.remove();
      rule.remove();
    } else if (rule.name === 'import' && /^url\(|^["']https?:/i.test(rule.params)) {
      const hint = 'Import another theme by its name; a font is named in a token of the type <font>.';
      invalid(spanOf(rule), 'A theme cannot fetch files: a deck has to hold all that it shows.', hint);
      rule.remove();
    } else if (rule.name === 'import' || rule.name === 'import-theme') {
      imports.push({ name: rule.params.replace(/^["']|["']$/g, ''), span: spanOf(rule) });
      rule.remove();
    } else if (rule.name === 'font-face') {
      invalid(spanOf(rule), 'A theme cannot declare font files.', 'Name a family in a token of the type <font>.');
      rule.remove();
    }
  });
  root.walkDecls((declaration) => {
    if (fetches(declaration.value)) {
      invalid(
        spanOf(declaration),
        'A theme cannot fetch files: a deck has to hold all that it shows.',
        'Use a data: URL, or a token.',
      );
    }
  });
  const [, declared] = /@theme\s+(\S+)/.exec(comments.join('\n')) ?? [];
  if (declared !== name) {
    const message =
      declared === undefined
        ? 'The theme does not say its name.'
        : `The theme calls itself "${declared}", its file "${name}".`;
    const at = declared === undefined ? 0 : source.text.indexOf(declared, source.text.indexOf('@theme'));
    invalid(
      { file: source.path, start: at, end: at + (declared?.length ?? 0) },
      message,
      `Begin the file with /* @theme ${name} */.`,
    );
  }
  const [, limit] = /@fit\s+(\S+)/.exec(comments.join('\n')) ?? [];
  const fitLimit = fitLimits.find((each) => each === limit);
  if (limit !== undefined && !fitLimit) {
    const at = source.text.indexOf(limit, source.text.indexOf('@fit'));
    const message = `"${limit}" is no way to make slides fit.`;
    invalid(
      { file: source.path, start: at, end: at + limit.length },
      message,
      `After @fit stands ${listNames(fitLimits, 'or')}.`,
    );
  }
  if (hasErrors(diagnostics)) return failed(diagnostics);
  return done({ css: root.toString(), tokens, sizes: readSizes(comments), imports, ...(fitLimit ? { fitLimit } : {}) });
}

/** Whether a value asks for a file. Escapes count as the characters that they stand for: `u\\72l(` is `url(`. */
function fetches(value: string): boolean {
  const text = value
    .replaceAll(/\\([0-9a-f]{1,6})\s?/gi, (_, code: string) =>
      String.fromCodePoint(Number.parseInt(code, 16) % 0x110000),
    )
    .replaceAll('\\', '');
  if (/\b(?:url|src)\((?!\s*["']?data:)/i.test(text)) return true;
  const addresses = /\b(?:image|image-set|cross-fade)\(/i.test(text) ? (text.match(/"[^"]*"|'[^']*'/g) ?? []) : [];
  return addresses.some((address) => !/^.data:/i.test(address));
}

function readToken(rule: AtRule, invalid: (message: string, hint?: string) => void): Token | undefined {
  const values = new Map<string, string>();
  rule.walkDecls((declaration) => void values.set(declaration.prop, declaration.value.trim()));
  const name = rule.params.replace(/^--/, '');
  const type = /^["']<(\w+)>["']$/.exec(values.get('syntax') ?? '')?.[1];
  const value = values.get('initial-value');
  if (!tokenTypes.includes(type as TokenType) || value === undefined) {
    const known = tokenTypes.map((known) => `"<${known}>"`).join(', ');
    invalid(`The token "${name}" needs a syntax and an initial-value.`, `The syntax is one of ${known}.`);
    return undefined;
  }
  return { name, type: type as TokenType, value, description: commentAbove(rule)?.text ?? '' };
}

/** The comment that ends on the line before a rule, unless it is one that Marp reads. */
function commentAbove(rule: AtRule): Comment | undefined {
  const above = rule.prev();
  const isNext = above?.source?.end?.line === (rule.source?.start?.line ?? 0) - 1;
  return isNext && above?.type === 'comment' && !/@(theme|size|fit|auto-scaling)\b/.test(above.text)
    ? above
    : undefined;
}

function readSizes(comments: readonly string[]): Map<string, SlideSize> {
  const sizes = new Map<string, SlideSize>();
  for (const [, name = '', width, height] of comments
    .join('\n')
    .matchAll(/@size\s+(\S+)\s+(\d+)(?:px)?\s+(\d+)(?:px)?/g)) {
    sizes.set(name, { name, widthPx: Number(width), heightPx: Number(height) });
  }
  return sizes;
}

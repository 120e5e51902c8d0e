import postcss, { type AtRule, type Root } from 'postcss';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { done, failed, type Outcome } from '../diagnostics/outcome.ts';
import { diagnose, hasErrors } from '../diagnostics/report.ts';
import type { Source, Span } from '../model/source.ts';
import type { SlideSize } from '../model/theme.ts';

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
  /** Names of the themes that it extends. */
  readonly imports: readonly { readonly name: string; readonly span: Span }[];
}

/**
 * Reads a theme: `@theme` and `@size` in comments, tokens as `@property` rules, `@import "name"` to extend.
 * Errors: theme/invalid.
 * Source: "Theme CSS" of Marpit; `@size` of Marp Core.
 */
export function readThemeFile(source: Source, name: string): Outcome<ThemeFile> {
  let root: Root;
  try {
    root = postcss.parse(source.text, { from: undefined });
  } catch (error) {
    return failed([syntaxError(source, error)]);
  }
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
      if (rule.prev()?.type === 'comment') rule.prev()?.remove();
      rule.remove();
    } else if (rule.name === 'import' || rule.name === 'import-theme') {
      imports.push({ name: rule.params.replace(/^["']|["']$/g, ''), span: spanOf(rule) });
      rule.remove();
    } else if (rule.name === 'font-face') {
      invalid(spanOf(rule), 'A theme cannot declare font files.', 'Name a family in a token of the type <font>.');
    }
  });
  root.walkDecls((declaration) => {
    if (/(?:url|image-set|src)\(\s*["']?(?!["']?data:)/i.test(declaration.value)) {
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
    invalid({ file: source.path, start: 0, end: 0 }, message, `Begin the file with /* @theme ${name} */.`);
  }
  if (hasErrors(diagnostics)) return failed(diagnostics);
  return done({ css: root.toString(), tokens, sizes: readSizes(comments), imports });
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
  const above = rule.prev();
  return { name, type: type as TokenType, value, description: above?.type === 'comment' ? above.text : '' };
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

function syntaxError(source: Source, error: unknown): Diagnostic {
  if (!(error instanceof postcss.CssSyntaxError)) throw error;
  const lines = source.text.split('\n');
  const start =
    lines.slice(0, (error.line ?? 1) - 1).join('\n').length + ((error.line ?? 1) > 1 ? 1 : 0) + (error.column ?? 1) - 1;
  return diagnose(
    'theme/invalid',
    { file: source.path, start, end: start + 1 },
    `This CSS cannot be read: ${error.reason}.`,
  );
}

import { createHash } from 'node:crypto';
import type { Person } from '../model/course.ts';
import { directionOf } from '../model/language.ts';
import { escapeHtml, escapeScript, escapeStyle } from './escape.ts';

/** A page before it is written out. */
export interface HtmlDocument {
  /** BCP 47 tag. */
  readonly language: string;
  /** Plain text, as the other fields of the head. */
  readonly title: string;
  readonly people?: readonly Person[];
  readonly keywords?: readonly string[];
  readonly description?: string;
  /** Style sheets, in order; empty ones are left out. */
  readonly styles: readonly string[];
  /** Runs before the body is there. */
  readonly script?: string;
  /** HTML. */
  readonly body: string;
}

/**
 * Writes a complete page that holds all it needs and may ask for nothing else.
 * The same input gives the same text: no date, no version.
 */
export function htmlDocument(page: HtmlDocument): string {
  const script = page.script === undefined ? undefined : escapeScript(page.script);
  const head = [
    '<meta charset="utf-8">',
    // Before anything that it governs.
    `<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy(script)}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">',
    `<title>${escapeHtml(page.title)}</title>`,
    ...meta('author', (page.people ?? []).map((person) => person.name).join(', ')),
    ...meta('description', page.description ?? ''),
    ...meta('keywords', (page.keywords ?? []).join(', ')),
    ...meta('generator', 'Lectern'),
    // A link out of a course does not say which file or learning platform it was in.
    ...meta('referrer', 'no-referrer'),
    ...page.styles.filter((css) => css !== '').map((css) => `<style>${escapeStyle(css)}</style>`),
    ...(script === undefined ? [] : [`<script>${script}</script>`]),
  ];
  return `<!doctype html>
<html lang="${escapeHtml(page.language)}" dir="${directionOf(page.language)}">
<head>
${head.join('\n')}
</head>
<body>
${page.body}
</body>
</html>
`;
}

/**
 * What a page may load: what is in it. Marp and KaTeX write style attributes, so inline styles are allowed; of scripts
 * only the one with this text. Source: Content Security Policy Level 3.
 */
export function contentSecurityPolicy(script?: string): string {
  return [
    "default-src 'none'",
    'img-src data:',
    'font-src data:',
    "style-src 'unsafe-inline'",
    ...(script === undefined ? [] : [`script-src 'sha256-${createHash('sha256').update(script).digest('base64')}'`]),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

function meta(name: string, content: string): readonly string[] {
  return content === '' ? [] : [`<meta name="${name}" content="${escapeHtml(content)}">`];
}

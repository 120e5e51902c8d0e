import { codeFrame } from './code-frame.ts';
import type { Diagnostic } from './diagnostic.ts';
import { Positions } from './position.ts';
import { visible } from './visible.ts';

/** How parts of a message are set off. The plain one leaves text as it is. */
export interface Paint {
  readonly place: (text: string) => string;
  readonly error: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly note: (text: string) => string;
  readonly faint: (text: string) => string;
}

const asIs = (text: string): string => text;
export const plainPaint: Paint = { place: asIs, error: asIs, warning: asIs, note: asIs, faint: asIs };

/** A diagnostic as `--json` gives it. Lines and columns are 1-based; zero-length spans end where they start. */
export interface DiagnosticRecord {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
  readonly endLine: number | null;
  readonly endColumn: number | null;
  readonly hint: string | null;
}

/** Text of the sources that diagnostics point into, by path. */
export type SourceTexts = ReadonlyMap<string, string>;

export function recordOf(diagnostic: Diagnostic, sources: SourceTexts): DiagnosticRecord {
  const { code, severity, message, span } = diagnostic;
  const positions = span && new Positions(sources.get(span.file) ?? '');
  const start = span && positions?.at(span.start);
  const end = span && positions?.at(span.end);
  return {
    code,
    severity,
    message,
    file: span?.file ?? diagnostic.file ?? null,
    line: start?.line ?? null,
    column: start?.column ?? null,
    endLine: end?.line ?? null,
    endColumn: end?.column ?? null,
    hint: diagnostic.hint ?? null,
  };
}

/**
 * A diagnostic for people: `file:line:column  severity  code`, message, code frame, hint.
 * The frame shows the line before and the line it is about, cut to fit `width` columns.
 */
export function formatDiagnostic(
  diagnostic: Diagnostic,
  sources: SourceTexts,
  paint: Paint = plainPaint,
  width = 110,
): string {
  const { line, column, file } = recordOf(diagnostic, sources);
  const place = [file, line, column].filter((part) => part !== null).join(':') || 'lectern';
  const lines = [
    `${paint.place(visible(place))}  ${paint[diagnostic.severity](diagnostic.severity)}  ${diagnostic.code}`,
    ...visible(diagnostic.message)
      .split('\n')
      .map((text) => `  ${text}`),
  ];
  const text = diagnostic.span && sources.get(diagnostic.span.file);
  if (diagnostic.span && text !== undefined) lines.push(...codeFrame(text, diagnostic.span, paint, width));
  if (diagnostic.hint) lines.push(`  ${paint.note('hint:')} ${visible(diagnostic.hint)}`);
  return lines.join('\n');
}

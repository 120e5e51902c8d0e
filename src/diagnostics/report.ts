import type { Span } from '../model/source.ts';
import { type Code, catalogue } from './catalogue.ts';
import type { Diagnostic } from './diagnostic.ts';

/** Makes a diagnostic; its severity comes from the catalogue. `place` is a span, or a file where there is no span. */
export function diagnose(code: Code, place: Span | string | undefined, message: string, hint?: string): Diagnostic {
  return {
    code,
    severity: catalogue[code].severity,
    message,
    ...(typeof place === 'string' ? { file: place } : place ? { span: place } : {}),
    ...(hint === undefined ? {} : { hint }),
  };
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error');
}

/** In the order of files and positions, each once: a course and its lessons may report the same thing. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const unique = new Map(diagnostics.map((diagnostic) => [JSON.stringify(diagnostic), diagnostic]));
  const file = (diagnostic: Diagnostic) => diagnostic.span?.file ?? diagnostic.file ?? '';
  const start = (diagnostic: Diagnostic) => diagnostic.span?.start ?? 0;
  return [...unique.values()].sort(
    (a, b) => compare(file(a), file(b)) || start(a) - start(b) || compare(a.code, b.code),
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

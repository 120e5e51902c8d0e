import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { formatDiagnostic } from '../diagnostics/format.ts';
import { type Context, displayPath } from './context.ts';

/** Whether a run counts as good: no error, and with `strict` no warning either. */
export function isGood(diagnostics: readonly Diagnostic[], strict = false): boolean {
  return !diagnostics.some(({ severity }) => severity === 'error' || (strict && severity === 'warning'));
}

/** Prints all diagnostics for people, and how many there are. */
export function printDiagnostics({ terminal, readers }: Context, diagnostics: readonly Diagnostic[]): void {
  const texts = new Map([...readers.sources.texts].map(([path, text]) => [displayPath(path), text]));
  for (const diagnostic of diagnostics) {
    terminal.say(formatDiagnostic(displayed(diagnostic), texts, terminal.paint, terminal.width));
    terminal.say('');
  }
  const count = (severity: string): number =>
    diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  const counts = [
    [count('error'), 'error', terminal.paint.error],
    [count('warning'), 'warning', terminal.paint.warning],
  ] as const;
  const parts = counts.flatMap(([number, name, paint]) =>
    number > 0 ? [paint(`${number} ${name}${number === 1 ? '' : 's'}`)] : [],
  );
  if (parts.length > 0) terminal.say(parts.join(', '));
}

function displayed(diagnostic: Diagnostic): Diagnostic {
  return {
    ...diagnostic,
    ...(diagnostic.span ? { span: { ...diagnostic.span, file: displayPath(diagnostic.span.file) } } : {}),
    ...(diagnostic.file === undefined ? {} : { file: displayPath(diagnostic.file) }),
  };
}

import { expect } from 'vitest';
import { catalogue } from '../../src/diagnostics/catalogue.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { formatDiagnostic } from '../../src/diagnostics/format.ts';
import type { Source } from '../../src/model/source.ts';
import type { Tree } from '../../src/model/tree.ts';

/** Expects of diagnostics what holds for all of them: a known code, a message, a place within the file. */
export function expectWellFormed(diagnostics: readonly Diagnostic[], { path, text }: Source): void {
  for (const diagnostic of diagnostics) {
    const { code, message, hint, span } = diagnostic;
    expect(Object.keys(catalogue)).toContain(code);
    expect(message).toMatch(/^\S[\s\S]*[.!?…]$/);
    expect(`${message} ${hint ?? ''}`).not.toMatch(/\[object \w+\]|\bNaN\b|\bundefined\b(?!")/);
    if (hint !== undefined) expect(hint).not.toBe('');
    expect(span).toBeDefined();
    if (span) expectInside(span, path, text);
    expect(formatDiagnostic(diagnostic, new Map([[path, text]]))).toContain(code);
  }
}

/** Expects every span of a tree to lie within its file. */
export function expectSpansInside(tree: Tree, { path, text }: Source): void {
  expectInside(tree.span, path, text);
  if (tree.kind === 'list') for (const item of tree.items) expectSpansInside(item, { path, text });
  if (tree.kind !== 'map') return;
  for (const { keySpan, value } of tree.entries) {
    expectInside(keySpan, path, text);
    expectSpansInside(value, { path, text });
  }
}

function expectInside(span: { file: string; start: number; end: number }, path: string, text: string): void {
  const isInside = span.file === path && span.start >= 0 && span.start <= span.end && span.end <= text.length;
  if (!isInside) expect(span).toBe(`a range in ${path}, which has ${text.length} characters`);
}

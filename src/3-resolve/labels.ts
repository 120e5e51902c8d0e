import { done, failed, type Outcome } from '../diagnostics/outcome.ts';
import { diagnose } from '../diagnostics/report.ts';
import type { Labels } from '../model/library.ts';
import type { Tree } from '../model/tree.ts';

/**
 * Reads a file of labels: key → text in the language that the file is named after. `required` are the keys that it has
 * to have; more are welcome, as languages have more plural forms than English.
 * Errors: labels/invalid.
 */
export function resolveLabels(tree: Tree, required: Iterable<string> = []): Outcome<Labels> {
  if (tree.kind !== 'map') return failed([invalid(tree)]);
  const wrong = tree.entries.filter(({ value }) => value.kind !== 'scalar' || typeof value.value !== 'string');
  if (wrong.length > 0)
    return failed(wrong.map(({ key, value }) => invalid(value, `The label "${key}" is not a text.`)));
  const present = new Set(tree.entries.map(({ key }) => key));
  const missing = [...required].filter((key) => !present.has(key) && !/-(one|few|many)$/.test(key));
  if (missing.length > 0) return failed([incomplete(tree, missing)]);
  return done(
    Object.fromEntries(tree.entries.map(({ key, value }) => [key, value.kind === 'scalar' ? String(value.value) : ''])),
  );
}

function invalid(tree: Tree, message = 'A file of labels has one text for each name, and nothing else.') {
  return diagnose(
    'labels/invalid',
    tree.span,
    message,
    'Write each as `name: text`, the text in quotes where YAML needs it.',
  );
}

function incomplete(tree: Tree, missing: readonly string[]) {
  const message = `Labels are missing: ${missing.join(', ')}.`;
  return diagnose(
    'labels/invalid',
    { ...tree.span, end: tree.span.start },
    message,
    'Copy them from the English labels and translate them.',
  );
}

import { done, failed, type Outcome } from '../diagnostics/outcome.ts';
import { diagnose } from '../diagnostics/report.ts';
import type { Source } from '../model/source.ts';
import type { Tree } from '../model/tree.ts';
import { TreeReader } from './read-tree.ts';
import { syntaxErrors } from './syntax-error.ts';
import { compose, isScalar, tokensOf, tooDeep } from './yaml.ts';

export { decode } from './decode.ts';

/** Levels of values within values; a lesson has about eight. */
const depthLimit = 200;

/**
 * Reads YAML into a tree with positions. A tree may come with errors when its structure is sound, so that all that is
 * wrong with a file can be said at once.
 * Errors: yaml/syntax, yaml/duplicate-key, yaml/unsupported, yaml/comment-in-text, yaml/tex-in-double-quotes, file/empty.
 * Source: YAML 1.2.2, core schema; aliases are followed, merge keys are not part of it.
 */
export function parse(source: Source): Outcome<Tree> {
  const tokens = tokensOf(source.text);
  const deep = tooDeep(tokens, depthLimit);
  if (deep) {
    const message = 'This stands within far more lists or mappings than a course file can have.';
    return failed([diagnose('yaml/unsupported', { file: source.path, start: deep.start, end: deep.end }, message)]);
  }
  const { contents, faults } = compose(source.text);
  if (faults.length > 0) return failed(syntaxErrors(source, faults, tokens));
  if (contents === null || (isScalar(contents) && contents.value === null)) return failed([empty(source)]);
  const reader = new TreeReader(source);
  const tree = reader.readDocument(contents);
  return done(tree, reader.diagnostics);
}

function empty(source: Source) {
  const place = { file: source.path, start: 0, end: 0 };
  const message = source.text.trim() === '' ? 'This file is empty.' : 'This file has nothing in it but comments.';
  return diagnose('file/empty', place, message, 'Write its content, beginning with "title:", or delete the file.');
}

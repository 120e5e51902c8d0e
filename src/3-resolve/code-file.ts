import { checkCharactersOf, textLimit } from '../diagnostics/characters.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { diagnose, hasErrors } from '../diagnostics/report.ts';
import type { Schema } from '../model/contract.ts';
import type { Field } from '../model/deck.ts';
import type { Source, Span } from '../model/source.ts';
import { checkHighlight } from './blocks.ts';
import { readRanges } from './ranges.ts';

type Fields = Readonly<Record<string, Field>>;
type Literal = Extract<Field, { kind: 'literal' }>;
type CodeFile = Extract<Field, { kind: 'code-file' }>;

/** Languages by the end of a file's name, with the names that Shiki has for them. */
const languages: ReadonlyMap<string, string> = new Map(
  `bash:sh,bash c:c,h clojure:clj cmake:cmake cpp:cpp,cc,cxx,hpp csharp:cs css:css dart:dart diff:diff,patch
  docker:dockerfile elixir:ex,exs erlang:erl fortran-free-form:f90 fsharp:fs go:go graphql:graphql haskell:hs html:html,htm
  ini:ini,cfg java:java javascript:js,mjs,cjs json:json jsx:jsx julia:jl kotlin:kt,kts latex:tex,sty lean:lean lua:lua
  make:makefile,mk markdown:md matlab:m ocaml:ml,mli perl:pl,pm php:php powershell:ps1 prolog:pro proto:proto python:py,pyi
  r:r rust:rs ruby:rb scala:scala scheme:scm sql:sql swift:swift text:txt,csv,tsv,log toml:toml tsx:tsx typescript:ts,mts,cts
  verilog:v vhdl:vhd,vhdl xml:xml,svg yaml:yaml,yml zig:zig`
    .split(/\s+/)
    .flatMap((entry) => {
      const [language = '', ends = ''] = entry.split(':');
      return ends.split(',').map((end) => [end, language] as const);
    }),
);

/** Whether a layout shows code that is written in place or taken from a file. */
export function showsCode({ properties = {} }: Schema): boolean {
  return properties.file?.format === 'code-file' && properties.code?.format === 'code';
}

/**
 * Settles the fields of a slide with code, wherever the code comes from. `span` is where the slide names its layout;
 * `isNumbered` says that its lines have numbers anyway.
 * Shape: with `file`, `code` and `language` are there as well; `highlight` counts the lines of `code` from 1; `line-numbers` is the number of the
 * first line, and absent when none are shown.
 * Errors: field/missing, field/wrong-value, code/highlight-out-of-range, text/invalid-character, text/too-long.
 */
export function settleCode(written: Fields, span: Span, isNumbered: boolean, diagnostics: Diagnostic[]): Fields {
  const { 'line-numbers': numbers, ...fields } = written;
  const { file, code, lines, highlight } = fields;
  if (file && code) {
    const message = 'The code is written here, and "file" names a file with code as well.';
    diagnostics.push(diagnose('field/wrong-value', file.span, message, 'Keep one of the two.'));
    return fields;
  }
  const taken = file?.kind === 'code-file' ? takenFrom(file, fields, diagnostics) : writtenIn(fields, diagnostics);
  const isShown = isNumbered || (numbers?.kind === 'choice' && numbers.value === true);
  const settled: Record<string, Field> = { ...fields, ...taken.fields };
  const place = numbers?.span ?? lines?.span ?? span;
  if (isShown) settled['line-numbers'] = { kind: 'literal', text: String(taken.first), span: place };
  if (highlight?.kind === 'literal') settled.highlight = counted(highlight, settled.code, taken.first, diagnostics);
  return settled;
}

interface Taken {
  readonly fields: Fields;
  /** The number of the first line. */
  readonly first: number;
}

function writtenIn({ lines }: Fields, diagnostics: Diagnostic[]): Taken {
  if (lines) {
    const message = 'There is no file from which these lines could be taken.';
    diagnostics.push(diagnose('field/wrong-value', lines.span, message, 'Leave "lines" out, or name a "file".'));
  }
  return { fields: {}, first: 1 };
}

function takenFrom(file: CodeFile, fields: Fields, diagnostics: Diagnostic[]): Taken {
  const { path, source, span } = file;
  const language = fields.language ?? languageOf(path, span, diagnostics);
  const part = source && cutOut(source, file, fields.lines, diagnostics);
  const code: Field = { kind: 'code', text: part?.text ?? '', span };
  return { fields: { code, language }, first: part?.first ?? 1 };
}

function languageOf(path: string, span: Span, diagnostics: Diagnostic[]): Literal {
  const name = path.replace(/^.*\//, '').toLowerCase();
  const language = languages.get(name.replace(/^.*\./, ''));
  if (language === undefined) {
    const message = `The language of "${path}" cannot be told from the end of its name.`;
    const hint = 'Add the field "language", such as python, sql or text.';
    diagnostics.push(diagnose('field/missing', span, message, hint));
  }
  return { kind: 'literal', text: language ?? 'text', span };
}

/** The lines that are asked for, without the indentation that they share; all lines of the file unless given. */
function cutOut(
  { path, text }: Source,
  { path: named, span }: CodeFile,
  lines: Field | undefined,
  diagnostics: Diagnostic[],
): { readonly text: string; readonly first: number } | undefined {
  const all = linesOf(text);
  if (all.length === 0) {
    diagnostics.push(diagnose('field/wrong-value', span, `There is nothing in "${named}".`));
    return undefined;
  }
  const sequence = { of: 'line', first: 1, last: all.length };
  const range = lines?.kind === 'literal' ? readRanges(lines.text, sequence, lines.span) : undefined;
  diagnostics.push(...(range?.diagnostics ?? []));
  const first = range?.numbers[0] ?? 1;
  const part = all.slice(first - 1, range?.numbers.at(-1));
  const shown = part.map((line) => line.text).join('\n');
  if (shown.length > textLimit) {
    const message = `"${named}" is far longer than what a slide can show.`;
    diagnostics.push(diagnose('text/too-long', lines?.span ?? span, message, 'Show a part of it: lines: 1-15.'));
    return undefined;
  }
  // Lines are checked one by one, so that a message leads to the place in the file.
  const faults = part.flatMap(({ text: line, start }) => {
    const at = (offset: number): Span => ({ file: path, start: start + offset, end: start + offset + 1 });
    return checkCharactersOf(line, at(0), at);
  });
  diagnostics.push(...faults);
  return hasErrors(faults) ? undefined : { text: lines ? dedented(part.map((line) => line.text)) : shown, first };
}

/** Lines with the place where they start; empty ones at the end of the file are no lines. */
function linesOf(text: string): readonly { readonly text: string; readonly start: number }[] {
  const whole = text.replace(/[ \t\r\n]+$/, '');
  if (whole === '') return [];
  const ends = [...whole.matchAll(/\r\n?|\n/g)];
  const starts = [0, ...ends.map(({ 0: lineBreak, index }) => index + lineBreak.length)];
  return starts.map((start, at) => ({ text: whole.slice(start, ends[at]?.index), start }));
}

/** Lines without the white space that all of them begin with; blank ones do not count. */
function dedented(lines: readonly string[]): string {
  const indents = lines.filter((line) => line.trim() !== '').map((line) => /^[ \t]*/.exec(line)?.[0] ?? '');
  const shared = indents.reduce((common, indent) => {
    let length = 0;
    while (length < common.length && common[length] === indent[length]) length += 1;
    return common.slice(0, length);
  }, indents[0] ?? '');
  return lines.map((line) => (line.startsWith(shared) ? line.slice(shared.length) : line.trimStart())).join('\n');
}

/** Lines to point out are counted as in the file: here they are counted anew, as in the code that is shown. */
function counted(highlight: Literal, code: Field | undefined, first: number, diagnostics: Diagnostic[]): Literal {
  if (code?.kind !== 'code' || code.text === '') return { ...highlight, text: '' };
  diagnostics.push(...checkHighlight(highlight.text, code.text, highlight.span, first));
  return { ...highlight, text: highlight.text.replaceAll(/\d+/g, (number) => String(Number(number) - first + 1)) };
}

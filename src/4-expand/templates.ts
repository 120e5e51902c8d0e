import Handlebars from 'handlebars';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { diagnose } from '../diagnostics/report.ts';
import type { Source, Span } from '../model/source.ts';

/** A template as Handlebars reads it. Only this file knows the package. */
export type Program = hbs.AST.Program;
export type Expression = hbs.AST.Expression;

export type Helper = (...args: readonly unknown[]) => unknown;

/** Helpers of Handlebars itself that templates may use. `log` and `lookup` are not among them. */
export const builtInHelpers = ['if', 'unless', 'each', 'with'];

/** Reads a template. Errors: template/syntax. */
export function readTemplate(source: Source): {
  readonly program?: Program;
  readonly diagnostics: readonly Diagnostic[];
} {
  try {
    return { program: Handlebars.parse(source.text), diagnostics: [] };
  } catch (error) {
    return { diagnostics: [syntaxError(source, error)] };
  }
}

/** A template cannot be filled in: it uses Handlebars or a helper in a wrong way. The message says so to its author. */
export class TemplateError extends Error {
  /** What stands in the template where it is wrong, to find the place; empty when that is not known. */
  readonly piece: string;

  constructor(message: string, piece = '') {
    super(message);
    this.piece = piece;
  }
}

/** A set of templates and partials, compiled as they are needed and then kept. */
export class Templates {
  readonly #compiled = new Map<string, Handlebars.TemplateDelegate>();

  /** Fills a template. Throws a {@link TemplateError} for a mistake in it. */
  fill(
    source: Source,
    partials: ReadonlyMap<string, Source>,
    helpers: Readonly<Record<string, Helper>>,
    context: unknown,
  ): string {
    const parts = Object.fromEntries([...partials].map(([name, partial]) => [name, this.#compile(partial)]));
    try {
      return this.#compile(source)(context, { helpers: { ...helpers }, partials: parts });
    } catch (error) {
      if (error instanceof Handlebars.Exception) throw new TemplateError(`${error.message.replace(/[.:]?$/, '')}.`);
      if (error instanceof RangeError) throw new TemplateError('Its partials call each other without end.');
      throw error;
    }
  }

  #compile(source: Source): Handlebars.TemplateDelegate {
    const known = this.#compiled.get(source.text);
    if (known) return known;
    // An environment of its own: nothing that other code registers with Handlebars can reach our templates.
    const environment = Handlebars.create();
    const template = environment.compile(source.text, { explicitPartialContext: false });
    this.#compiled.set(source.text, template);
    return template;
  }
}

/** The span of a node; Handlebars counts lines from 1 and columns from 0. */
export function spanOf(source: Source, location: hbs.AST.SourceLocation): Span {
  const at = ({ line, column }: { readonly line: number; readonly column: number }): number =>
    source.text
      .split('\n')
      .slice(0, line - 1)
      .join('\n').length +
    (line > 1 ? 1 : 0) +
    column;
  return { file: source.path, start: at(location.start), end: at(location.end) };
}

function syntaxError(source: Source, error: unknown): Diagnostic {
  const message = error instanceof Error ? error.message : String(error);
  const hint = 'Each {{#block}} ends with its {{/block}}, each {{ with }}.';
  const open = /got 'EOF'/.test(message) ? openBlock(source.text) : undefined;
  if (open) {
    const span = { file: source.path, start: open.start, end: open.end };
    return diagnose('template/syntax', span, `The block {{#${open.name}}} is not closed.`, hint);
  }
  const [, atLine] = /(?:on line |^[^\n]*? - )(\d+)/.exec(message) ?? [];
  const line = Math.max(1, Number(atLine ?? 1));
  const lines = source.text.split('\n');
  const start = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
  const span = { file: source.path, start, end: start + (lines[line - 1]?.length ?? 0) };
  const [, opened, closed] = /^(\S+) doesn't match (\S+)/.exec(message) ?? [];
  const reason =
    opened === undefined
      ? 'A tag of Handlebars is not complete here.'
      : `The block {{#${opened}}} is closed by {{/${closed}}}.`;
  return diagnose('template/syntax', span, reason, hint);
}

/** The last block that is opened and never closed. */
function openBlock(text: string): { readonly name: string; readonly start: number; readonly end: number } | undefined {
  const open: { name: string; start: number; end: number }[] = [];
  for (const { 0: tag, 1: mark, 2: name = '', index } of text.matchAll(/\{\{~?([#/])>?\s*([^\s}~]+)[^}]*\}\}/g)) {
    if (mark === '#') open.push({ name, start: index, end: index + tag.length });
    else open.pop();
  }
  return open.at(-1);
}

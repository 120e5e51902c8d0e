import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { diagnose } from '../diagnostics/report.ts';
import { listNames, suggestOne } from '../diagnostics/suggest.ts';
import type { Schema } from '../model/contract.ts';
import type { Source } from '../model/source.ts';
import { itemsOf, stepInto } from './schema-path.ts';
import { builtInHelpers, type Expression, type Program, readTemplate, spanOf } from './templates.ts';

/** What is known at a place in a template: the schema of `this`, and those of the blocks around it. */
interface Scope {
  readonly schema: Schema | undefined;
  readonly above: Scope | undefined;
  /** What blocks give a name to: `item` in `{{#each items as |item|}}`. */
  readonly names: ReadonlyMap<string, Schema | undefined>;
}

/**
 * Checks a template against the contract of its layout, before any slide is filled in: every field that it shows, every
 * partial and helper that it uses has to exist. `schema` describes the whole context.
 * Errors: template/syntax, template/unknown-field, template/unknown-partial, template/unknown-helper.
 */
export function checkTemplate(
  source: Source,
  schema: Schema,
  partials: ReadonlyMap<string, Source>,
  helpers: Iterable<string>,
): readonly Diagnostic[] {
  return new TemplateCheck(partials, [...helpers, ...builtInHelpers]).run(
    source,
    { schema, above: undefined, names: new Map() },
    [],
  );
}

class TemplateCheck {
  readonly #partials: ReadonlyMap<string, Source>;
  readonly #helpers: readonly string[];
  readonly #diagnostics: Diagnostic[] = [];

  constructor(partials: ReadonlyMap<string, Source>, helpers: readonly string[]) {
    this.#partials = partials;
    this.#helpers = helpers;
  }

  run(source: Source, scope: Scope, above: readonly string[]): readonly Diagnostic[] {
    const { program, diagnostics } = readTemplate(source);
    this.#diagnostics.push(...diagnostics);
    if (program) this.#program(program, source, scope, above);
    return this.#diagnostics;
  }

  #program(program: Program | undefined, source: Source, scope: Scope, above: readonly string[]): void {
    for (const statement of program?.body ?? []) this.#statement(statement, source, scope, above);
  }

  #statement(statement: hbs.AST.Statement, source: Source, scope: Scope, above: readonly string[]): void {
    if (statement.type === 'MustacheStatement') {
      this.#call(statement as hbs.AST.MustacheStatement, source, scope);
    } else if (statement.type === 'BlockStatement') {
      const block = statement as hbs.AST.BlockStatement;
      this.#call(block, source, scope);
      this.#program(block.program, source, this.#inside(block, scope), above);
      this.#program(block.inverse, source, scope, above);
    } else if (statement.type === 'PartialStatement' || statement.type === 'PartialBlockStatement') {
      const partial = statement as hbs.AST.PartialStatement | hbs.AST.PartialBlockStatement;
      this.#partial(partial, source, scope, above);
      if ('program' in partial) this.#program(partial.program, source, scope, above);
    } else if (/^Decorator/.test(statement.type)) {
      const { path } = statement as hbs.AST.Decorator;
      this.#unknownHelper(`*${(path as hbs.AST.PathExpression).original}`, source, statement);
    }
  }

  #inside(block: hbs.AST.BlockStatement, scope: Scope): Scope {
    const name = (block.path as hbs.AST.PathExpression).original;
    const [subject] = block.params;
    if ((name !== 'each' && name !== 'with') || subject?.type !== 'PathExpression') return scope;
    const found = follow(subject as hbs.AST.PathExpression, scope);
    const whole = 'schema' in found ? found.schema : undefined;
    const schema = name === 'each' ? itemsOf(whole) : whole;
    const [item, key] = block.program.blockParams ?? [];
    const names = new Map(scope.names);
    if (item !== undefined) names.set(item, schema);
    if (key !== undefined) names.set(key, {});
    return { schema, above: scope, names };
  }

  #call(
    node: {
      path: Expression | hbs.AST.Literal;
      params: Expression[];
      hash?: hbs.AST.Hash;
      loc: hbs.AST.SourceLocation;
    },
    source: Source,
    scope: Scope,
  ): void {
    const parameters = [...node.params, ...(node.hash?.pairs ?? []).map((pair) => pair.value)];
    const path = node.path as hbs.AST.PathExpression;
    const isHelper = path.type === 'PathExpression' && this.#helpers.includes(path.original);
    if (parameters.length > 0 && !isHelper) this.#unknownHelper(path.original, source, node);
    if (!isHelper && parameters.length === 0) this.#path(path, source, scope);
    for (const parameter of parameters) this.#expression(parameter, source, scope);
  }

  #unknownHelper(name: string, source: Source, node: { readonly loc: hbs.AST.SourceLocation }): void {
    const hint = suggestOne(name, this.#helpers, `Helpers are ${listNames(this.#helpers, 'and')}.`);
    const message = `There is no helper called "${name}".`;
    this.#diagnostics.push(diagnose('template/unknown-helper', spanOf(source, node.loc), message, hint));
  }

  #expression(expression: Expression, source: Source, scope: Scope): void {
    if (expression.type === 'SubExpression') this.#call(expression as hbs.AST.SubExpression, source, scope);
    if (expression.type === 'PathExpression') this.#path(expression as hbs.AST.PathExpression, source, scope);
  }

  #path(path: hbs.AST.PathExpression, source: Source, scope: Scope): void {
    if (path.type !== 'PathExpression' || path.data) return;
    const found = follow(path, scope);
    if ('schema' in found) return;
    const { missing, known } = found;
    const message = `The template shows "${path.original}", but its contract has no field "${missing}" there.`;
    const hint =
      known.length === 0
        ? 'What stands before it has no fields.'
        : suggestOne(missing, known, `The fields are ${listNames(known, 'and')}.`);
    this.#diagnostics.push(diagnose('template/unknown-field', spanOf(source, path.loc), message, hint));
  }

  #partial(
    statement: hbs.AST.PartialStatement | hbs.AST.PartialBlockStatement,
    source: Source,
    scope: Scope,
    above: readonly string[],
  ): void {
    const name = statement.name.type === 'PathExpression' ? statement.name.original : '(…)';
    const partial = this.#partials.get(name);
    if (!partial) {
      const hint = suggestOne(
        name,
        this.#partials.keys(),
        `Partials are files in templates/partials: ${listNames(this.#partials.keys(), 'and')}.`,
      );
      const message = `There is no partial called "${name}".`;
      this.#diagnostics.push(diagnose('template/unknown-partial', spanOf(source, statement.loc), message, hint));
      return;
    }
    const hash = statement.hash?.pairs ?? [];
    for (const pair of hash) this.#expression(pair.value, source, scope);
    if (above.includes(name)) return;
    const given = Object.fromEntries(hash.map((pair) => [pair.key, {} as Schema]));
    const { schema } = scope;
    const widened = schema?.properties ? { ...schema, properties: { ...schema.properties, ...given } } : schema;
    const optional = widened && { ...widened, isOpen: true };
    // A partial serves layouts with different fields: what one of them lacks is no mistake of the partial.
    this.run(partial, { schema: optional, above: scope.above, names: new Map() }, [...above, name]);
  }
}

/** Where a path stops to make sense, or the schema of what it leads to. */
function follow(
  path: hbs.AST.PathExpression,
  scope: Scope,
): { readonly missing: string; readonly known: readonly string[] } | { readonly schema: Schema | undefined } {
  let start: Scope | undefined = scope;
  for (let depth = 0; depth < path.depth; depth += 1) start = start?.above;
  let schema = start?.schema;
  let parts = path.parts;
  const [first = ''] = parts;
  if (path.depth === 0 && !/^(\.|this\b)/.test(path.original) && scope.names.has(first)) {
    schema = scope.names.get(first);
    parts = parts.slice(1);
  }
  for (const part of parts) {
    const step = schema ? stepInto(schema, part) : ({ kind: 'unknown' } as const);
    if (step.kind === 'missing') return { missing: part, known: step.known };
    schema = step.kind === 'found' ? step.schema : undefined;
  }
  return { schema };
}

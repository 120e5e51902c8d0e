import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { diagnose } from '../diagnostics/report.ts';
import { listNames, suggest } from '../diagnostics/suggest.ts';
import type { Schema } from '../model/contract.ts';
import type { Source } from '../model/source.ts';
import { builtInHelpers, type Expression, type Program, readTemplate, spanOf } from './templates.ts';

/** What is known at a place in a template: the schema of `this`, and those of the blocks around it. */
interface Scope {
  readonly schema: Schema | undefined;
  readonly above: Scope | undefined;
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
  return new TemplateCheck(partials, [...helpers, ...builtInHelpers]).run(source, { schema, above: undefined }, []);
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
    switch (statement.type) {
      case 'MustacheStatement':
        return this.#call(statement as hbs.AST.MustacheStatement, source, scope);
      case 'BlockStatement': {
        const block = statement as hbs.AST.BlockStatement;
        this.#call(block, source, scope);
        this.#program(block.program, source, this.#inside(block, scope), above);
        return this.#program(block.inverse, source, scope, above);
      }
      case 'PartialStatement':
        return this.#partial(statement as hbs.AST.PartialStatement, source, scope, above);
      default:
        return undefined;
    }
  }

  #inside(block: hbs.AST.BlockStatement, scope: Scope): Scope {
    const name = (block.path as hbs.AST.PathExpression).original;
    const [subject] = block.params;
    if ((name !== 'each' && name !== 'with') || subject?.type !== 'PathExpression') return scope;
    const schema = schemaAt(subject as hbs.AST.PathExpression, scope);
    return { schema: name === 'each' ? itemsOf(schema) : schema, above: scope };
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
    if (parameters.length > 0 && !isHelper) {
      const hint = suggest(path.original, this.#helpers, `Helpers are ${listNames(this.#helpers, 'and')}.`);
      const message = `There is no helper called "${path.original}".`;
      this.#diagnostics.push(diagnose('template/unknown-helper', spanOf(source, node.loc), message, hint));
    }
    if (!isHelper && parameters.length === 0) this.#path(path, source, scope);
    for (const parameter of parameters) this.#expression(parameter, source, scope);
  }

  #expression(expression: Expression, source: Source, scope: Scope): void {
    if (expression.type === 'SubExpression') this.#call(expression as hbs.AST.SubExpression, source, scope);
    if (expression.type === 'PathExpression') this.#path(expression as hbs.AST.PathExpression, source, scope);
  }

  #path(path: hbs.AST.PathExpression, source: Source, scope: Scope): void {
    if (path.type !== 'PathExpression' || path.data) return;
    const missing = missingPart(path, scope);
    if (!missing) return;
    const message = `The template shows "${path.original}", but its contract has no field "${missing.name}" there.`;
    const hint = suggest(missing.name, missing.known, `Fields are ${listNames(missing.known, 'and')}.`);
    this.#diagnostics.push(diagnose('template/unknown-field', spanOf(source, path.loc), message, hint));
  }

  #partial(statement: hbs.AST.PartialStatement, source: Source, scope: Scope, above: readonly string[]): void {
    const name = (statement.name as hbs.AST.PathExpression).original;
    const partial = this.#partials.get(name);
    if (!partial) {
      const hint = suggest(
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
    this.run(partial, { schema: optional, above: scope.above }, [...above, name]);
  }
}

function missingPart(path: hbs.AST.PathExpression, scope: Scope): { name: string; known: string[] } | undefined {
  let schema = startOf(path, scope)?.schema;
  for (const part of path.parts) {
    if (!schema || schema.isOpen) return undefined;
    const properties = propertiesOf(schema);
    if (!properties) return undefined;
    if (!Object.hasOwn(properties, part)) return { name: part, known: Object.keys(properties) };
    schema = properties[part];
  }
  return undefined;
}

function schemaAt(path: hbs.AST.PathExpression, scope: Scope): Schema | undefined {
  let schema = startOf(path, scope)?.schema;
  for (const part of path.parts) schema = schema && propertiesOf(schema)?.[part];
  return schema;
}

function startOf(path: hbs.AST.PathExpression, scope: Scope): Scope | undefined {
  let start: Scope | undefined = scope;
  for (let depth = 0; depth < path.depth; depth += 1) start = start?.above;
  return start;
}

/** The fields of an object, or of all alternatives that are objects. Undefined where a schema says nothing of fields. */
function propertiesOf(schema: Schema): Readonly<Record<string, Schema>> | undefined {
  const alternatives = schema.oneOf ?? schema.anyOf;
  if (alternatives) return Object.assign({}, ...alternatives.map((branch) => propertiesOf(branch) ?? {}));
  return schema.properties;
}

function itemsOf(schema: Schema | undefined): Schema | undefined {
  if (!schema) return undefined;
  const alternatives = schema.oneOf ?? schema.anyOf ?? [];
  return schema.items ?? alternatives.find((branch) => branch.items)?.items;
}

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Schema } from '../model/contract.ts';
import type { DataField, Field } from '../model/deck.ts';
import { emojiOf } from '../model/emoji.ts';
import type { Span } from '../model/source.ts';
import type { MapNode, ScalarNode, Tree } from '../model/tree.ts';
import { readBlocks, readInline, trimmed } from './blocks.ts';
import type { CourseTexts } from './course-texts.ts';
import { loadData, readRows } from './data.ts';
import { readFormula } from './formula-field.ts';

/** A tree that its schema has accepted, read field by field. Files that hold the content of a field are read as well. */
export class FieldReader {
  readonly diagnostics: Diagnostic[] = [];
  readonly #texts: CourseTexts;

  constructor(texts: CourseTexts) {
    this.#texts = texts;
  }

  /** The fields of a mapping that the schema has. */
  async entries(map: MapNode, schema: Schema): Promise<Readonly<Record<string, Field>>> {
    const fields: Record<string, Field> = {};
    for (const { key, value } of map.entries) {
      const property = schema.properties?.[key];
      if (property) fields[key] = await this.read(value, property);
    }
    return fields;
  }

  async read(tree: Tree, schema: Schema): Promise<Field> {
    if (schema.format === 'data') return this.#data(tree);
    const chosen = branchFor(tree, schema);
    const { span } = tree;
    switch (tree.kind) {
      case 'map':
        return { kind: 'map', entries: await this.entries(tree, chosen), span };
      case 'list': {
        const items: Field[] = [];
        for (const item of tree.items) items.push(await this.read(item, chosen.items ?? {}));
        return { kind: 'list', items, span };
      }
      case 'scalar':
        return chosen.format === 'code-file' ? this.#codeFile(tree) : this.#scalar(tree, chosen);
    }
  }

  async #data(tree: Tree): Promise<DataField> {
    const { value, diagnostics } =
      tree.kind === 'scalar' ? await loadData(tree, this.#texts) : readRows(tree.kind === 'list' ? tree.items : []);
    this.diagnostics.push(...diagnostics);
    return { kind: 'data', columns: [], rows: [], ...value, span: tree.span };
  }

  async #codeFile({ value: path, span }: ScalarNode): Promise<Field> {
    const name = String(path).trim();
    const { value: source, diagnostics } = await this.#texts.load(name, span);
    this.diagnostics.push(...diagnostics);
    return { kind: 'code-file', path: name, ...(source ? { source } : {}), span };
  }

  #scalar(node: ScalarNode, schema: Schema): Field {
    const { span } = node;
    if (typeof node.value === 'boolean') return { kind: 'choice', value: node.value, span };
    if (typeof node.value !== 'string') return { kind: 'literal', text: node.written ?? '', span };
    const text = node.value;
    if (schema.enum) return { kind: 'choice', value: text, span };
    switch (schema.format) {
      case 'inline': {
        const { content, diagnostics } = readInline(node);
        this.diagnostics.push(...diagnostics);
        return { kind: 'inline', content, span };
      }
      case 'markdown': {
        const { content, diagnostics } = readBlocks(node);
        this.diagnostics.push(...diagnostics);
        return { kind: 'blocks', content, span };
      }
      case 'formula': {
        const { field, diagnostics } = readFormula(node);
        this.diagnostics.push(...diagnostics);
        return field;
      }
      case 'emoji':
        return { kind: 'literal', text: emojiOf(text) ?? trimmed(text), span };
      case 'code':
        return {
          kind: 'code',
          text: text.replaceAll(/\r\n?/g, '\n').replace(/\n+$/, ''),
          span,
          ...(node.lineStarts ? { lineStarts: node.lineStarts } : {}),
        };
      case 'asset':
        return { kind: 'asset', path: text.trim(), span };
      default:
        return { kind: 'literal', text: trimmed(text), span };
    }
  }
}

/** The alternative of a schema that fits to the kind of value, as the check has found before. */
function branchFor(tree: Tree, schema: Schema): Schema {
  const alternatives = schema.oneOf ?? schema.anyOf;
  if (!alternatives) return schema;
  const type =
    tree.kind === 'map' ? 'object' : tree.kind === 'list' ? 'array' : tree.value === null ? 'null' : typeof tree.value;
  return alternatives.find((branch) => [branch.type].flat().includes(type)) ?? schema;
}

/** Fields with a `number`, which is counted and not written. */
export function withNumber(
  fields: Readonly<Record<string, Field>>,
  number: number,
  span: Span,
): Readonly<Record<string, Field>> {
  return { ...fields, number: { kind: 'literal', text: String(number), span } };
}

import type { Contract, Format, Schema } from '../../src/model/contract.ts';

/** A text field of a layout, however deep it lies. */
export interface TextField {
  readonly layout: string;
  /** For the name of a test: `rows[][]`. */
  readonly path: string;
  readonly format: Format;
  readonly isForInstructor: boolean;
  /** A complete slide, without its layout, with this text in the field. */
  readonly slideWith: (text: string) => unknown;
}

/** Any text can be written in fields of these formats. */
const textFormats: readonly Format[] = ['inline', 'markdown', 'text', 'alt', 'emoji', 'code', 'formula'];

interface Leaf {
  readonly path: string;
  readonly format: Format;
  readonly isForInstructor: boolean;
  readonly build: (text: string) => unknown;
}

/** All text fields in the contract of a layout. `schema` is the contract joined with the fields of all slides. */
export function textFieldsOf({ layout }: Contract, schema: Schema): readonly TextField[] {
  return (
    leavesOf(schema)
      // Notes are on no slide, and letters stand for options. What a diagram says is in a language of its own:
      // tests/5-render/diagram.test.ts.
      .filter(({ path }) => !/^\.(notes|diagram|answer(\[\])?)$/.test(path))
      .map(({ path, build, ...leaf }) => ({ layout, path: path.slice(1), ...leaf, slideWith: build }))
  );
}

function leavesOf(schema: Schema): readonly Leaf[] {
  return partsOf(schema).map((leaf) => (schema.audience === 'instructor' ? { ...leaf, isForInstructor: true } : leaf));
}

function partsOf(schema: Schema): readonly Leaf[] {
  const branches = branchesOf(schema);
  if (branches) return branches.flatMap(leavesOf);
  if (schema.properties) {
    const whole = sampleOf(schema) as Record<string, unknown>;
    return Object.entries(schema.properties).flatMap(([name, property]) =>
      leavesOf(property).map(({ path, build, ...leaf }) => ({
        ...leaf,
        path: `.${name}${path}`,
        build: (text: string) => ({ ...whole, [name]: build(text) }),
      })),
    );
  }
  if (schema.items) {
    const item = sampleOf(schema.items);
    return leavesOf(schema.items).map(({ path, build, ...leaf }) => ({
      ...leaf,
      path: `[]${path}`,
      build: (text: string) => [item, build(text), item],
    }));
  }
  const { format } = schema;
  if (!format || !textFormats.includes(format)) return [];
  return [{ path: '', format, isForInstructor: false, build: (text) => text }];
}

/** What has to mean something, by the names of fields. */
const samples: Readonly<Record<string, unknown>> = {
  data: [
    { Place: 'Here', Number: 1 },
    { Place: 'There', Number: 2 },
  ],
  diagram: 'graph LR\n  A --> B',
  answer: 'B',
};

/** What texts of some formats have to be. */
const byFormat: Partial<Record<Format, string>> = { asset: 'figures/picture.svg', language: 'text', emoji: '🦊' };

/** Fields that stand in place of others: a slide has the one or the others. */
const othersPlace = ['layout', 'file', 'lines'];

/** A value with all that can be filled in without knowing what it means. */
function sampleOf(schema: Schema): unknown {
  const [branch] = branchesOf(schema) ?? [];
  if (branch) return sampleOf(branch);
  if (schema.enum) return schema.enum[0];
  if (schema.properties) {
    const known = Object.entries(schema.properties).filter(
      ([name, property]) => !othersPlace.includes(name) && needsFilling(name, property, schema),
    );
    return Object.fromEntries(known.map(([name, property]) => [name, samples[name] ?? sampleOf(property)]));
  }
  if (schema.items) return Array.from({ length: 3 }, () => sampleOf(schema.items as Schema));
  if (schema.type === 'boolean') return true;
  if (!isText(schema)) return 3;
  return byFormat[schema.format ?? 'text'] ?? 'Words';
}

const needsFilling = (name: string, property: Schema, { required = [] }: Schema): boolean =>
  required.includes(name) ||
  Boolean(property.enum) ||
  ['minutes', 'language'].includes(name) ||
  leavesOf(property).length > 0;

const branchesOf = (schema: Schema): readonly Schema[] | undefined => schema.oneOf ?? schema.anyOf;
const isText = (schema: Schema): boolean =>
  !schema.properties && !schema.items && !branchesOf(schema) && !schema.enum && [schema.type].flat().includes('string');

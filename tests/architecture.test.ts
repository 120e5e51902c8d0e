import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const source = join(import.meta.dirname, '../src');

interface SourceFile {
  /** Below `src`, such as `4-expand/index.ts`. */
  readonly path: string;
  readonly text: string;
  readonly imports: readonly string[];
}

const files: readonly SourceFile[] = readdirSync(source, { withFileTypes: true, recursive: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => {
    const path = join(entry.parentPath, entry.name);
    const text = readFileSync(path, 'utf8');
    return { path: relative(source, path), text, imports: importsOf(text) };
  })
  .sort((a, b) => (a.path < b.path ? -1 : 1));

/** What a file imports or exports from elsewhere, types and imports on demand included. */
function importsOf(text: string): readonly string[] {
  const statements = text.matchAll(/^(?:import|export)\b[^;'"`]*?from\s+'([^']+)'|^import\s+'([^']+)'/gm);
  const onDemand = text.matchAll(/\bimport\('([^']+)'\)/g);
  return [...statements, ...onDemand].map(([, name, bare]) => name ?? bare ?? '');
}

/** The part of `src` that a file belongs to: its folder, or its own name at the top. */
const partOf = (path: string): string => path.split('/')[0] ?? path;

const stages = ['1-parse', '2-validate', '3-resolve', '4-expand', '5-render', '6-fit', '7-export'];

/** What each part may import besides itself. Source: the table in `src/README.md`. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(stages.map((stage) => [stage, ['model', 'diagnostics']])),
  // A schema says which code stands for an empty list: the only thing of diagnostics that values know.
  model: ['diagnostics/catalogue.ts'],
  diagnostics: ['model'],
  io: ['model', 'diagnostics'],
  build: [...stages, 'model', 'diagnostics'],
  'build.ts': [...stages, 'build', 'model', 'diagnostics'],
  cli: [...stages, 'build', 'build.ts', 'model', 'diagnostics', 'io'],
  player: [],
};

const own = (name: string): boolean => name.startsWith('.');

describe('the parts of src', () => {
  it('are those that the table knows', () => {
    expect([...new Set(files.map(({ path }) => partOf(path)))].sort()).toEqual(Object.keys(allowed).sort());
  });

  it.each(files.map(({ path, imports }) => ({ path, imports })))(
    'import only what they may: $path',
    ({ path, imports }) => {
      const targets = imports.filter(own).map((name) => join(dirname(path), name));
      const may = [partOf(path), ...(allowed[partOf(path)] ?? [])];
      expect(targets.filter((target) => !may.some((name) => target === name || target.startsWith(`${name}/`)))).toEqual(
        [],
      );
    },
  );

  it('know only the entry of another stage', () => {
    const inside = files.flatMap(({ path, imports }) =>
      imports
        .filter(own)
        .map((name) => join(dirname(path), name))
        .filter((target) => stages.includes(partOf(target)) && partOf(target) !== partOf(path))
        .filter((target) => !target.endsWith('/index.ts'))
        .map((target) => `${path} imports ${target}`),
    );
    expect(inside).toEqual([]);
  });
});

describe('effects', () => {
  /** Node's modules that compute and nothing else. */
  const pure = new Set(['node:crypto', 'node:url']);

  it('are reached in io and cli alone', () => {
    const effects = files
      .filter(({ path }) => !['io', 'cli', 'player'].includes(partOf(path)))
      .flatMap(({ path, text, imports }) => {
        const modules = imports.filter(
          (name) => builtinModules.includes(name.replace(/^node:/, '')) && !pure.has(name),
        );
        const code = text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
        const globals =
          code.match(/\b(process\.|Date\.now|performance\.|Math\.random|fetch\(|console\.|setTimeout)/g) ?? [];
        return [...modules, ...globals].map((effect) => `${path}: ${effect}`);
      });
    expect(effects).toEqual([]);
  });
});

describe('packages', () => {
  it('are each known to one file', () => {
    const users = new Map<string, Set<string>>();
    for (const { path, imports } of files) {
      for (const name of imports.filter((target) => !own(target) && !target.startsWith('node:'))) {
        const [scope = '', rest = ''] = name.split('/');
        const packageName = scope.startsWith('@') ? `${scope}/${rest}` : scope;
        users.set(packageName, (users.get(packageName) ?? new Set()).add(path));
      }
    }
    const shared = [...users]
      .filter(([, paths]) => paths.size > 1)
      .map(([name, paths]) => `${name}: ${[...paths].join(', ')}`);
    expect(shared).toEqual([]);
  });
});

describe('files', () => {
  it('export by name, and are short enough to be one thing', () => {
    expect(files.filter(({ text }) => /^export default/m.test(text)).map(({ path }) => path)).toEqual([]);
    expect(files.filter(({ text }) => text.split('\n').length > 301).map(({ path }) => path)).toEqual([]);
  });
});

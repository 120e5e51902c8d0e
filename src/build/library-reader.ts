import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Definition, Library, Origin } from '../model/library.ts';
import { builtInPrefix, type Files } from '../model/ports.ts';
import type { SourceReader } from './source-reader.ts';

/** Where each kind of definition lies below a root, and how its files end. */
const kinds = {
  slides: { folder: 'templates/slides', extension: '.hbs' },
  contracts: { folder: 'templates/slides', extension: '.schema.yaml' },
  partials: { folder: 'templates/partials', extension: '.hbs' },
  themes: { folder: 'themes', extension: '.css' },
  labels: { folder: 'templates/labels', extension: '.yaml' },
} as const;

interface Root {
  readonly origin: Origin;
  readonly prefix: string;
}

/** Finds and reads all themes and templates for a course, or for the project when there is no course. */
export class LibraryReader {
  readonly #files: Files;
  readonly #sources: SourceReader;
  readonly #builtInOnly: boolean;

  /** `builtInOnly`: the project is Lectern's own folder, where project and built-in files are the same. */
  constructor(files: Files, sources: SourceReader, builtInOnly = false) {
    this.#files = files;
    this.#sources = sources;
    this.#builtInOnly = builtInOnly;
  }

  async read(courseFolder?: string): Promise<{ library: Library; diagnostics: readonly Diagnostic[] }> {
    const roots: Root[] = [{ origin: 'built-in', prefix: builtInPrefix }];
    if (!this.#builtInOnly) roots.unshift({ origin: 'project', prefix: '' });
    if (courseFolder !== undefined) roots.unshift({ origin: 'course', prefix: `${courseFolder}/` });
    const diagnostics: Diagnostic[] = [];
    const find = async (kind: keyof typeof kinds) => {
      const { folder, extension } = kinds[kind];
      return this.#find(roots, folder, extension, diagnostics);
    };
    const [slides, contracts, partials, themes, labels, frames] = await Promise.all([
      find('slides'),
      find('contracts'),
      find('partials'),
      find('themes'),
      find('labels'),
      this.#find(roots, 'templates', '.hbs', diagnostics),
    ]);
    const english = await this.#sources.read(`${builtInPrefix}templates/labels/en.yaml`);
    const deck = frames.get('deck');
    return {
      library: { slides, contracts, partials, themes, labels, englishLabels: english.value, deck },
      diagnostics,
    };
  }

  async #find(roots: readonly Root[], folder: string, extension: string, diagnostics: Diagnostic[]) {
    const paths = new Map<string, { path: string; origin: Origin }[]>();
    for (const { origin, prefix } of roots) {
      for (const file of await this.#files.list(`${prefix}${folder}`)) {
        if (!file.endsWith(extension)) continue;
        const name = file.slice(0, -extension.length);
        paths.set(name, [...(paths.get(name) ?? []), { path: `${prefix}${folder}/${file}`, origin }]);
      }
    }
    const found = new Map<string, Definition>();
    for (const [name, [first, ...hidden]] of [...paths].sort(([a], [b]) => (a < b ? -1 : 1))) {
      if (!first) continue;
      const { value: source, diagnostics: faults } = await this.#sources.read(first.path);
      diagnostics.push(...faults);
      if (source) found.set(name, { name, origin: first.origin, source, hides: hidden.map(({ origin }) => origin) });
    }
    return found;
  }
}

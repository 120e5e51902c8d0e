import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { done, failed, type Outcome } from '../diagnostics/outcome.ts';
import { diagnose, hasErrors } from '../diagnostics/report.ts';
import { listNames, suggestOne } from '../diagnostics/suggest.ts';
import type { Definition } from '../model/library.ts';
import type { Span } from '../model/source.ts';
import { type Role, rolesIn } from './roles.ts';
import { readThemeFile, type ThemeFile } from './theme-file.ts';

/** A theme file joined with all that it extends. */
export interface JoinedTheme extends Omit<ThemeFile, 'imports'> {
  readonly definition: Definition;
  readonly roles: readonly Role[];
}

/** Theme files by name, each read once. */
export class ThemeFiles {
  readonly #definitions: ReadonlyMap<string, Definition>;
  readonly #joined = new Map<string, Outcome<JoinedTheme>>();

  constructor(definitions: ReadonlyMap<string, Definition>) {
    this.#definitions = definitions;
  }

  /** Reads a theme with all that it extends. `place` is where it is named. Errors: theme/not-found, theme/invalid. */
  read(name: string, place: Span): Outcome<JoinedTheme> {
    const known = this.#joined.get(name);
    if (known) return known;
    const joined = this.#join(name, place, []);
    // Where the name itself is wrong, the next place to name it has a message of its own.
    if (this.#definitions.has(name)) this.#joined.set(name, joined);
    return joined;
  }

  #join(name: string, place: Span, above: readonly string[]): Outcome<JoinedTheme> {
    const definition = this.#definitions.get(name);
    if (!definition) {
      const names = [...this.#definitions.keys()];
      const hint = suggestOne(name, names, `The themes are ${listNames(names, 'and')}.`);
      return failed([diagnose('theme/not-found', place, `There is no theme called "${name}".`, hint)]);
    }
    if (above.includes(name)) {
      return failed([diagnose('theme/invalid', place, `The theme "${name}" extends itself.`)]);
    }
    const { value: file, diagnostics } = readThemeFile(definition.source, name);
    if (!file) return failed(diagnostics);
    const bases = file.imports.map((base) => this.#join(base.name, base.span, [...above, name]));
    const all: readonly Diagnostic[] = [...diagnostics, ...bases.flatMap((base) => base.diagnostics)];
    if (hasErrors(all)) return failed(all);
    const parts = [...bases.flatMap((base) => base.value ?? []), file];
    const fitLimit = parts.findLast((part) => part.fitLimit)?.fitLimit;
    const css = parts.map((part) => part.css.replaceAll(/\/\*\s*@theme\s+\S+\s*\*\//g, '')).join('\n');
    return done(
      {
        definition,
        roles: rolesIn(css),
        // The name comes first in the joined sheet, because Marp takes the first one that it meets.
        css: `/* @theme ${name} */\n${css}`,
        tokens: new Map(parts.flatMap((part) => [...part.tokens])),
        sizes: new Map(parts.flatMap((part) => [...part.sizes])),
        ...(fitLimit ? { fitLimit } : {}),
      },
      all,
    );
  }
}

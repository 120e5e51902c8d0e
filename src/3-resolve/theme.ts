import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { done, failed, type Outcome } from '../diagnostics/outcome.ts';
import { diagnose, hasErrors } from '../diagnostics/report.ts';
import { listNames, suggestOne } from '../diagnostics/suggest.ts';
import type { ThemeChoice } from '../model/course.ts';
import type { Asset } from '../model/deck.ts';
import type { Definition } from '../model/library.ts';
import type { Span } from '../model/source.ts';
import type { Theme } from '../model/theme.ts';
import { entryOf } from '../model/tree.ts';
import { checkContrast } from './contrast.ts';
import { readThemeFile, type ThemeFile, type Token } from './theme-file.ts';
import { overrideTokens } from './tokens.ts';

/**
 * Settles the theme of a course: finds it by name, follows what it extends, gives tokens their final values.
 * `place` is spoken of when the course names no theme itself.
 * Errors: theme/not-found, theme/invalid, theme/unknown-token, theme/invalid-token, theme/low-contrast,
 * theme/unknown-size.
 */
export function resolveTheme(
  choice: ThemeChoice,
  themes: ReadonlyMap<string, Definition>,
  logo: Asset | undefined,
  place: Span,
): Outcome<Theme> {
  const { value: file, diagnostics: faults } = readWithImports(choice.base, choice.baseNode?.span ?? place, themes, []);
  const definition = themes.get(choice.base);
  if (!file || !definition) return failed(faults);
  const { tokens, diagnostics: wrongTokens } = overrideTokens(file.tokens, choice.tokens);
  const own = (name: string): Span | undefined => choice.tokens && entryOf(choice.tokens, name)?.value.span;
  const tooFaint = checkContrast(tokens, own, definition.source);
  const diagnostics: Diagnostic[] = [...faults, ...wrongTokens, ...tooFaint];
  const size = sizeOf(file, choice, diagnostics);
  if (hasErrors(diagnostics) || !size) return failed(diagnostics);
  const values = new Map([...tokens.values()].map((token) => [token.name, cssOf(token)]));
  if (logo) values.set('logo', dataUrl(logo));
  const fonts = [...tokens.values()]
    .filter((token) => token.type === 'font')
    .map((token) => token.value.replaceAll(/["']/g, ''));
  return done({
    name: choice.base,
    source: definition.source,
    css: `${file.css}\nsection {\n${[...values].map(([name, value]) => `  --${name}: ${value};`).join('\n')}\n}\n`,
    size,
    fitLimit: file.fitLimit ?? 'split',
    tokens: values,
    fonts: [...new Set(fonts)].sort(),
  });
}

/** A family is followed by those that have what it has not: the exporter, which knows the text, says which these are. */
function cssOf({ name, type, value }: Token): string {
  if (type !== 'font') return value;
  return `${value}, var(--${name === 'font-mono' ? 'code' : 'text'}-fallbacks)`;
}

/** The names of the sizes that a theme offers, in its order. Errors: theme/not-found, theme/invalid. */
export function themeSizes(name: string, themes: ReadonlyMap<string, Definition>): Outcome<readonly string[]> {
  const place = { file: themes.get(name)?.source.path ?? '', start: 0, end: 0 };
  const { value: file, diagnostics } = readWithImports(name, place, themes, []);
  return file ? done([...file.sizes.keys()], diagnostics) : failed(diagnostics);
}

function readWithImports(
  name: string,
  place: Span,
  themes: ReadonlyMap<string, Definition>,
  above: readonly string[],
): Outcome<ThemeFile> {
  const definition = themes.get(name);
  if (!definition) {
    const hint = suggestOne(name, themes.keys(), `The themes are ${listNames(themes.keys(), 'and')}.`);
    return failed([diagnose('theme/not-found', place, `There is no theme called "${name}".`, hint)]);
  }
  if (above.includes(name)) {
    return failed([diagnose('theme/invalid', place, `The theme "${name}" extends itself.`)]);
  }
  const { value: file, diagnostics } = readThemeFile(definition.source, name);
  if (!file) return failed(diagnostics);
  const bases = file.imports.map((base) => readWithImports(base.name, base.span, themes, [...above, name]));
  const fitLimit = [file, ...bases.map(({ value }) => value).reverse()].find((part) => part?.fitLimit)?.fitLimit;
  const all = [...diagnostics, ...bases.flatMap((base) => base.diagnostics)];
  if (hasErrors(all)) return failed(all);
  const parts = [...bases.flatMap((base) => base.value ?? []), file];
  return done(
    {
      // The name comes first in the joined sheet, because Marp takes the first one that it meets.
      css: [
        `/* @theme ${name} */`,
        ...parts.map((part) => part.css.replaceAll(/\/\*\s*@theme\s+\S+\s*\*\//g, '')),
      ].join('\n'),
      tokens: new Map(parts.flatMap((part) => [...part.tokens])),
      sizes: new Map(parts.flatMap((part) => [...part.sizes])),
      imports: [],
      ...(fitLimit ? { fitLimit } : {}),
    },
    all,
  );
}

function sizeOf(file: ThemeFile, choice: ThemeChoice, diagnostics: Diagnostic[]) {
  const name = choice.size ? String(choice.size.value) : '16:9';
  const size = file.sizes.get(name) ?? (choice.size ? undefined : [...file.sizes.values()][0]);
  if (!size) {
    const message = `The theme "${choice.base}" does not offer the slide size "${name}".`;
    const hint = `Its sizes are ${listNames(file.sizes.keys(), 'and')}.`;
    diagnostics.push(diagnose('theme/unknown-size', choice.size?.span, message, hint));
  }
  return size;
}

function dataUrl(asset: Asset): string {
  return `url("data:${asset.mediaType};base64,${Buffer.from(asset.bytes).toString('base64')}")`;
}

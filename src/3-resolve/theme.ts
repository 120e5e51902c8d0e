import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { done, failed, type Outcome } from '../diagnostics/outcome.ts';
import { diagnose, hasErrors } from '../diagnostics/report.ts';
import { listNames } from '../diagnostics/suggest.ts';
import type { ThemeChoice } from '../model/course.ts';
import type { Asset } from '../model/deck.ts';
import type { Span } from '../model/source.ts';
import type { SlideSize, Theme } from '../model/theme.ts';
import { entryOf } from '../model/tree.ts';
import { checkContrast } from './contrast.ts';
import { rolesIn } from './roles.ts';
import { checkStylesWithTheme, type OwnStyles } from './styles/index.ts';
import type { Token } from './theme-file.ts';
import type { JoinedTheme, ThemeFiles } from './theme-files.ts';
import { overrideTokens } from './tokens.ts';

/** Used where a course names no theme. */
const defaultTheme = 'lecture';

/** What a course or a lesson says about the theme, with what is in the files that it names. */
export interface ThemeLayer {
  readonly choice: ThemeChoice;
  readonly logo?: Asset;
  readonly styles?: OwnStyles;
}

/**
 * Settles a theme. Of the layers (the course, then perhaps a lesson) each goes over those before it: token by token, the
 * style sheets one after the other, everything else as a whole. `place` is spoken of where no layer names a theme.
 * Errors: theme/*.
 */
export function resolveTheme(layers: readonly ThemeLayer[], files: ThemeFiles, place: Span): Outcome<Theme> {
  const base = last(layers, ({ choice }) => choice.base);
  const { value: file, diagnostics: faults } = files.read(
    base ? String(base.value) : defaultTheme,
    base?.span ?? place,
  );
  if (!file) return failed(faults);
  const { tokens, diagnostics: wrongTokens } = layTokens(file.tokens, layers);
  const sheets = layers.flatMap(({ styles }) => styles ?? []);
  const diagnostics: Diagnostic[] = [
    ...faults,
    ...wrongTokens,
    ...sheets.flatMap((sheet) => checkStylesWithTheme(sheet, tokens)),
  ];
  const size = sizeOf(
    file,
    last(layers, ({ choice }) => choice.size),
    diagnostics,
  );
  const logo = last(layers, (layer) => layer.logo);
  const values = new Map([...tokens.values()].map((token) => [token.name, cssOf(token)]));
  if (logo) values.set('logo', dataUrl(logo));
  const own = sheets.map(({ css }) => css).join('');
  const css = `${file.css}\nsection {\n${[...values].map(([name, value]) => `  --${name}: ${value};`).join('\n')}\n}\n${own}`;
  const places = new Map(sheets.flatMap(({ properties }) => properties.map(({ name, span }) => [name, span])));
  const ownRoles = rolesIn(own).map((role) => ({ ...role, place: places.get(role.name) ?? place }));
  const roles = [...file.roles, ...ownRoles];
  diagnostics.push(...checkContrast(tokens, roles, placesOf(layers), file.definition.source));
  if (hasErrors(diagnostics) || !size) return failed(diagnostics);
  const fontPlaces = new Map(sheets.flatMap(({ families }) => families.map(({ name, span }) => [name, span])));
  for (const token of tokens.values()) {
    const set = token.type === 'font' ? placesOf(layers)(token.name) : undefined;
    if (set) fontPlaces.set(familyOf(token), set.span);
  }
  const families = [...tokens.values()].filter(({ type }) => type === 'font').map(familyOf);
  return done(
    {
      name: file.definition.name,
      source: file.definition.source,
      css,
      size,
      fitLimit: file.fitLimit ?? 'split',
      tokens: values,
      fonts: [...new Set([...families, ...fontPlaces.keys()])].sort(),
      fontPlaces,
    },
    diagnostics,
  );
}

/** What the last of the layers says that says anything. */
function last<T>(layers: readonly ThemeLayer[], part: (layer: ThemeLayer) => T | undefined): T | undefined {
  return layers.map(part).findLast((value) => value !== undefined);
}

/** Where tokens are set, and how far up: a lesson is above its course. */
const placesOf =
  (layers: readonly ThemeLayer[]) =>
  (name: string): { readonly span: Span; readonly layer: number } | undefined => {
    const at = layers.findLastIndex(({ choice }) => choice.tokens && entryOf(choice.tokens, name));
    const span = layers[at]?.choice.tokens && entryOf(layers[at].choice.tokens, name)?.value.span;
    return span ? { span, layer: at + 1 } : undefined;
  };

function layTokens(declared: ReadonlyMap<string, Token>, layers: readonly ThemeLayer[]) {
  const diagnostics: Diagnostic[] = [];
  let tokens = declared;
  const named = layers.findLastIndex(({ choice }) => choice.base !== undefined);
  for (const [at, { choice }] of layers.entries()) {
    // Tokens that a course sets for its own theme, and that the theme of a lesson has not, say nothing there.
    const entries = choice.tokens?.entries.filter(({ key }) => at >= named || declared.has(key));
    const laid = overrideTokens(tokens, choice.tokens && entries && { ...choice.tokens, entries });
    tokens = laid.tokens;
    diagnostics.push(...laid.diagnostics);
  }
  return { tokens, diagnostics };
}

/** A family is followed by those that have what it has not: the exporter, which knows the text, says which these are. */
function cssOf({ name, type, value }: Token): string {
  if (type !== 'font') return value;
  return `${value}, var(--${name === 'font-mono' ? 'code' : 'text'}-fallbacks)`;
}

const familyOf = ({ value }: Token): string => value.replaceAll(/["']/g, '');

function sizeOf(file: JoinedTheme, asked: ThemeChoice['size'], diagnostics: Diagnostic[]): SlideSize | undefined {
  const name = asked ? String(asked.value) : '16:9';
  const size = file.sizes.get(name) ?? (asked ? undefined : [...file.sizes.values()][0]);
  if (!size) {
    const message = `The theme "${file.definition.name}" does not offer the slide size "${name}".`;
    const hint = `Its sizes are ${listNames(file.sizes.keys(), 'and')}.`;
    diagnostics.push(diagnose('theme/unknown-size', asked?.span, message, hint));
  }
  return size;
}

function dataUrl(asset: Asset): string {
  return `url("data:${asset.mediaType};base64,${Buffer.from(asset.bytes).toString('base64')}")`;
}

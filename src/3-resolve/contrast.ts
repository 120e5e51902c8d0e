import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { diagnose } from '../diagnostics/report.ts';
import type { Source, Span } from '../model/source.ts';
import { contrastOf, nearestReadable } from './colors.ts';
import type { Token } from './theme-file.ts';

/** What text needs to be read by people with low vision. Source: WCAG 2.2, success criterion 1.4.3 (AA). */
const readable = 4.5;

/** A colour of text, and one that it lies on. */
interface Pair {
  readonly front: Token;
  readonly ground: Token;
  readonly contrast: number;
}

/**
 * Checks every pair of colours that meet on a slide: a token says in its comment what it lies on (`On: background.`).
 * `own` gives the place where the course sets a token, if it does. All pairs that one token spoils are one message, at
 * a token that the course has set where there is one, otherwise at the file of the theme.
 * Errors: theme/low-contrast.
 */
export function checkContrast(
  tokens: ReadonlyMap<string, Token>,
  own: (name: string) => Span | undefined,
  theme: Source,
): readonly Diagnostic[] {
  const pairs = pairsOf(tokens);
  const diagnostics: Diagnostic[] = [];
  let faint = pairs.filter(({ contrast }) => contrast < readable);
  while (faint.length > 0) {
    const guilty = mostNamed(faint, own);
    const place = own(guilty.name) ?? { file: theme.path, start: 0, end: 0 };
    diagnostics.push(tooFaint(guilty, faint.filter(names(guilty)), pairs.filter(names(guilty)), place));
    faint = faint.filter((pair) => !names(guilty)(pair));
  }
  return diagnostics;
}

function pairsOf(tokens: ReadonlyMap<string, Token>): readonly Pair[] {
  return [...tokens.values()].flatMap((front) =>
    grounds(front).flatMap((name) => {
      const ground = tokens.get(name);
      return ground ? [{ front, ground, contrast: contrastOf(front.value, ground.value) }] : [];
    }),
  );
}

/** Names of the tokens that a colour of text lies on. */
function grounds({ description }: Token): readonly string[] {
  const [, listed = ''] = /\bOn: ([^.]*)\./.exec(description) ?? [];
  return listed.split(',').map((name) => name.trim());
}

const names =
  ({ name }: Token) =>
  ({ front, ground }: Pair): boolean =>
    front.name === name || ground.name === name;

/** The token to change: one of the course's own before one of the theme's, then the one in most of the pairs. */
function mostNamed(faint: readonly Pair[], own: (name: string) => Span | undefined): Token {
  const candidates = faint.flatMap(({ front, ground }) => [front, ground]);
  const weight = (token: Token): number => (own(token.name) ? faint.length : 0) + faint.filter(names(token)).length;
  return candidates.reduce((best, token) => (weight(token) > weight(best) ? token : best));
}

function tooFaint(guilty: Token, faint: readonly Pair[], all: readonly Pair[], place: Span): Diagnostic {
  const worst = faint.reduce((low, pair) => (pair.contrast < low.contrast ? pair : low));
  const { front, ground, contrast } = worst;
  const message =
    `Text in the colour "${front.name}" (${front.value}) can hardly be read on "${ground.name}" (${ground.value}): ` +
    `the contrast is ${contrast.toFixed(2)}, it has to be ${readable}.`;
  const partners = all.map((pair) => (pair.front.name === guilty.name ? pair.ground : pair.front).value);
  const better = nearestReadable(guilty.value, partners, readable);
  const hint = better
    ? `The nearest colour that can be read is ${guilty.name}: "${better}".`
    : `No colour of this hue can be read with all that "${guilty.name}" meets: change the others as well.`;
  return diagnose('theme/low-contrast', place, message, hint);
}

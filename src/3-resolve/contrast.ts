import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { diagnose } from '../diagnostics/report.ts';
import { listNames } from '../diagnostics/suggest.ts';
import type { Source, Span } from '../model/source.ts';
import { type Color, contrastOf, hexOf, isOpaque, laidOn, nearestColor } from './colors.ts';
import { type Role, SlideColors } from './roles.ts';
import type { Token } from './theme-file.ts';

/** What text and graphics need to be seen by people with low vision. Source: WCAG 2.2, 1.4.3 and 1.4.11 (AA). */
const needed = { 'On:': 4.5, 'Drawn on:': 3 } as const;

/** A colour and one that it lies on, on slides with certain classes, by the names of their properties. */
interface Meeting {
  readonly front: string;
  readonly ground: string;
  readonly kind: keyof typeof needed;
  readonly classes: readonly string[];
}

/** A meeting with the colours that are seen there. */
interface Pair extends Meeting {
  readonly frontColor: Color;
  readonly groundColor: Color;
  readonly contrast: number;
  /** The tokens that both colours are made of, the nearest first. */
  readonly tokens: readonly string[];
  /** The role that the style sheet of a course sets there, if one of the two comes from it. */
  readonly set?: { readonly name: string; readonly place: Span };
}

/** Where a course or lesson sets a token, if it does; a lesson is a layer above its course. */
export type PlaceOf = (name: string) => { readonly span: Span; readonly layer: number } | undefined;

/**
 * Checks every pair of colours that meet on a slide: the comment of a token, or of a role, says what it lies on
 * (`On: background.`, and `Drawn on:` for what is no text). Roles are computed on plain slides and in every variant.
 * All pairs that one token spoils are one message, at a token that the course has set where there is one, otherwise at
 * the file of the theme.
 * Errors: theme/low-contrast.
 */
export function checkContrast(
  tokens: ReadonlyMap<string, Token>,
  roles: readonly Role[],
  own: PlaceOf,
  theme: Source,
): readonly Diagnostic[] {
  const palette = new Palette(tokens, roles);
  const allFaint = [...palette.pairs()].filter(isFaint);
  const sets = new Map(allFaint.flatMap(({ set }) => (set ? [[set.place.start, set]] : [])));
  const diagnostics: Diagnostic[] = [...sets.values()].map(({ name, place }) => {
    const spoilt = allFaint.filter(({ set }) => set?.place.start === place.start);
    return tooFaint(spoilt, place, sheetHint(name, spoilt));
  });
  let faint = allFaint.filter(({ set }) => !set);
  while (faint.length > 0) {
    const guilty = tokens.get(mostNamed(faint, own));
    const spoilt = guilty ? faint.filter((pair) => pair.tokens.includes(guilty.name)) : faint;
    const place = (guilty && own(guilty.name)?.span) ?? { file: theme.path, start: 0, end: 0 };
    diagnostics.push(tooFaint(spoilt, place, guilty && hint(guilty, palette, spoilt)));
    faint = faint.filter((pair) => !spoilt.includes(pair));
  }
  return diagnostics;
}

const isFaint = ({ contrast, kind }: Pair): boolean => contrast < needed[kind];

/** All that meets in a theme. */
class Palette {
  readonly #roles: readonly Role[];
  readonly #tokens: ReadonlyMap<string, Token>;
  /** Each with the tokens that it depends on. */
  readonly #meetings: readonly (Meeting & Pick<Pair, 'tokens' | 'set'>)[];

  constructor(tokens: ReadonlyMap<string, Token>, roles: readonly Role[]) {
    this.#tokens = tokens;
    this.#roles = roles;
    const slides = [[], ...roles.map(({ classes }) => classes)].map((classes) => [classes.join(' '), classes] as const);
    // What is said last of a name holds: a theme may say it anew over the one that it extends.
    const described = [...tokens.values(), ...roles].filter(({ description }) => description !== '');
    const said = new Map(described.map(({ name, description }) => [name, description]));
    this.#meetings = [...new Map(slides).values()].flatMap((classes) => {
      const colors = this.#slide(classes);
      return [...said].flatMap(([front, description]) =>
        meetingsIn(description).map(({ kind, ground }) => {
          const below = colors.colorOf(ground);
          const behind = below && !isOpaque(below) ? colors.sourcesOf('paper') : [];
          const sources = [...colors.sourcesOf(front), ...colors.sourcesOf(ground), ...behind];
          const set = sources.flatMap((name) => {
            const place = colors.placeOf(name);
            return place ? { name, place } : [];
          })[0];
          return {
            front,
            ground,
            kind,
            classes,
            tokens: sources.filter((name) => tokens.has(name)),
            ...(set ? { set } : {}),
          };
        }),
      );
    });
  }

  /** The pairs, one after the other; with `changed`, those that have to do with that token, which has another value. */
  *pairs(changed?: Pick<Token, 'name' | 'value'>): Generator<Pair> {
    const slides = new Map<readonly string[], SlideColors>();
    for (const meeting of this.#meetings) {
      if (changed && !meeting.tokens.includes(changed.name)) continue;
      const slide = slides.get(meeting.classes) ?? this.#slide(meeting.classes, changed);
      slides.set(meeting.classes, slide);
      const colors = seen(slide, meeting);
      if (colors) yield { ...meeting, ...colors };
    }
  }

  #slide(classes: readonly string[], changed?: Pick<Token, 'name' | 'value'>): SlideColors {
    const values = new Map([...this.#tokens].map(([name, { value }]) => [name, value]));
    if (changed) values.set(changed.name, changed.value);
    return new SlideColors(values, this.#roles, classes);
  }
}

/** What is seen of the two; nothing where one of them is no colour. Through paper, whatever lies below it would be seen. */
function seen(slide: SlideColors, { front, ground }: Meeting) {
  const below = slide.colorOf(ground);
  const above = slide.colorOf(front);
  if (!below || !above) return undefined;
  const paper = slide.colorOf('paper') ?? slide.colorOf('background') ?? below;
  const groundColor = laidOn(below, paper);
  const frontColor = laidOn(above, groundColor);
  return { frontColor, groundColor, contrast: isOpaque(paper) ? contrastOf(frontColor, groundColor) : 1 };
}

/** What a comment says that a colour lies on. */
function meetingsIn(description: string): readonly Pick<Meeting, 'kind' | 'ground'>[] {
  return [...description.matchAll(/(?<!\w)(On:|Drawn on:) ([^.]*)\./g)].flatMap(([, kind, listed = '']) =>
    listed.split(',').map((name) => ({ kind: kind as Meeting['kind'], ground: name.trim() })),
  );
}

/** The token to change: one of the lesson's before one of the course's, one of theirs before one of the theme's, then the one in most of the pairs. */
function mostNamed(faint: readonly Pair[], own: PlaceOf): string {
  const candidates = faint.flatMap(({ tokens }) => tokens);
  const weight = (token: string): number =>
    (own(token)?.layer ?? 0) * faint.length * 2 + faint.filter(({ tokens }) => tokens.includes(token)).length;
  return candidates.reduce((best, token) => (weight(token) > weight(best) ? token : best), candidates[0] ?? '');
}

function tooFaint(faint: readonly Pair[], place: Span, hint: string | undefined): Diagnostic {
  // What is seen on plain slides is understood soonest, and text before what is drawn.
  const rank = ({ classes, kind, contrast }: Pair): number =>
    (classes.length > 0 ? 100 : 0) + (kind === 'On:' ? 0 : 50) + contrast;
  const worst = faint.reduce((low, pair) => (rank(pair) < rank(low) ? pair : low));
  const { front, ground, kind, contrast, classes, frontColor, groundColor } = worst;
  const where = classes.length === 0 ? '' : `On slides with the class "${classes.join(' ')}", `;
  const what = kind === 'On:' ? 'text in the colour' : 'what is drawn in the colour';
  const message =
    `${where}${what} "${front}" (${hexOf(frontColor)}) can hardly be ${kind === 'On:' ? 'read' : 'seen'} on "${ground}" (${hexOf(groundColor)}): ` +
    `the contrast is ${contrast.toFixed(2)}, it has to be ${needed[kind]}.`;
  return diagnose(
    'theme/low-contrast',
    place,
    message.replace(/^./, (first) => first.toUpperCase()),
    hint,
  );
}

/** What to do where the style sheet of a course hands out a role anew, and others do not go with it. */
function sheetHint(role: string, faint: readonly Pair[]): string {
  const others = [...new Set(faint.map(({ front }) => front))]
    .filter((name) => name !== role)
    .map((name) => `--${name}`);
  const besides =
    others.length === 0 ? '' : `, or set ${listNames(others, 'and').replaceAll('"', '')} anew in the same rule`;
  return `Choose another colour for --${role}${besides}.`;
}

/** The nearest colour with which everything passes that a token is part of. */
function hint(guilty: Token, palette: Palette, spoilt: readonly Pair[]): string {
  const better = nearestColor(guilty.value, (candidate) => {
    for (const pair of palette.pairs({ name: guilty.name, value: candidate })) if (isFaint(pair)) return false;
    return true;
  });
  if (better) return `The nearest colour that passes everywhere is ${guilty.name}: "${better}".`;
  const others = [...new Set(spoilt.flatMap(({ tokens }) => tokens))].filter((name) => name !== guilty.name);
  return `No colour of this hue passes everywhere: change ${others.length === 0 ? 'what it is mixed with' : listNames(others)} as well.`;
}

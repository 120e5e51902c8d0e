/** What a style sheet of a course may use. A list of what may be is complete on the day it is written; one of dangers is not. */

/** Pseudo-classes that depend on the slide alone, or on what a reader does with a link. */
export const pseudoClasses: ReadonlySet<string> = new Set(
  `is where not has first-child last-child only-child nth-child nth-last-child first-of-type last-of-type only-of-type
  nth-of-type nth-last-of-type empty dir lang link visited hover focus focus-visible active`.split(/\s+/),
);

/** Parts of an element that have a style of their own. */
export const pseudoElements: ReadonlySet<string> = new Set(['before', 'after', 'marker', 'first-line', 'first-letter']);

/** Functions that compute, and fetch nothing. `url` is looked at by itself, `attr` only where text is made. */
export const functions: ReadonlySet<string> = new Set(
  `var calc min max clamp round mod rem abs sign sin cos tan asin acos atan atan2 pow sqrt hypot log exp
  rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix
  linear-gradient radial-gradient conic-gradient repeating-linear-gradient repeating-radial-gradient repeating-conic-gradient
  translate translatex translatey scale scalex scaley rotate skew skewx skewy matrix
  blur brightness contrast drop-shadow grayscale hue-rotate invert opacity saturate sepia
  polygon circle ellipse inset path minmax repeat fit-content counter counters attr`.split(/\s+/),
);

/** Why rules that begin with `@` are refused, and what there is in their place. */
export const atRules: Readonly<Record<string, string>> = {
  import: 'Write the rules into this file.',
  'font-face': 'Name an installed family: `npm install @fontsource/its-name` in the folder of your project.',
  property: 'Set tokens under theme.tokens; new properties need no declaration.',
  page: 'The pages of a PDF have the size of the slides: see theme.size.',
  charset: 'Save the file as UTF-8, and leave this out.',
  media: 'A slide is the same on every screen and in print. For one format write section[data-size="4:3"].',
  keyframes: 'Nothing moves on a slide: it is printed too.',
};

/** Properties that no rule of a course may set, with what to do in their place. */
export const refusedProperties: readonly (readonly [RegExp, reason: string, hint: string])[] = [
  [
    /^(visibility|content-visibility|clip|clip-path|mask(-.*)?|overflow(-(x|y|block|inline))?|text-overflow|(-webkit-)?(line-clamp|text-security))$/,
    'can hide what an author wrote',
    'Leave out of the lesson what is not to be seen. Only ::before and ::after may have it.',
  ],
  [/^(animation|transition|view-transition)(-.*)?$/, 'moves things, and a slide is printed too', 'Leave it out.'],
  [/^(all|zoom|resize|interactivity)$/, 'undoes what the theme and the player rely on', 'Set single properties.'],
  [/^((page-)?break-.*|page)$/, 'would spread a slide over several pages', 'Leave it out.'],
  [/^font$/, 'hides the family among other values', 'Write font-family, font-size, font-weight … each by itself.'],
];

/** Properties of the slide itself that belong to Lectern: they are its edge. */
export const frameProperties =
  /^(position|inset(-.*)?|top|right|bottom|left|(min-|max-)?(width|height|inline-size|block-size)|aspect-ratio|box-sizing|margin(-.*)?|float|z-index|isolation|transform(-.*)?|translate|rotate|scale|perspective(-.*)?|contain(-.*)?|container(-.*)?|writing-mode|order|columns|column-count|offset(-.*)?)$/;

/** Names of custom properties that Lectern sets itself. */
export const ownProperties = /^--(fit$|lectern-)/;

/** Families that stand for whatever a machine has. */
export const machineFamilies: ReadonlySet<string> = new Set(
  `serif sans-serif monospace cursive fantasy math emoji fangsong system-ui ui-serif ui-sans-serif ui-monospace ui-rounded
  -apple-system blinkmacsystemfont`.split(/\s+/),
);

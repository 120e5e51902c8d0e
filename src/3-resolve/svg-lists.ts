/**
 * What a drawing may be made of: shapes, text, and what paints them. Nothing here runs, links, moves or loads.
 * Source: SVG 2, appendix "Element Index" and "Attribute Index", without chapters 14 to 16 of SVG 1.1 (links, scripts,
 * animation); Filter Effects 1, without `feImage`.
 */
export const drawingElements = words(`svg g defs symbol use switch path rect circle ellipse line polyline polygon text
  tspan textPath image linearGradient radialGradient stop pattern clipPath mask marker filter feBlend feColorMatrix
  feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood
  feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting
  feSpotLight feTile feTurbulence`);

/** Elements that hold text to be read. */
export const textElements = words('text tspan textPath');

/** What drawing programs put beside a drawing, and what is not drawn anyway. It goes without a word. */
export const silentElements = words(`title desc metadata style view cursor font font-face font-face-src font-face-uri
  font-face-name font-face-format glyph missing-glyph glyphRef altGlyph altGlyphDef altGlyphItem hkern vkern color-profile`);

export const scriptElements = words('script handler listener');
export const animationElements = words('animate animateColor animateMotion animateTransform set mpath discard');

/** Attributes in which a browser reads lists of numbers, names or angles, and never an address. */
const plainAttributes = `d points viewBox preserveAspectRatio x y x1 y1 x2 y2 cx cy r rx ry fx fy fr width height dx dy rotate
  textLength lengthAdjust startOffset method side spacing pathLength offset gradientUnits gradientTransform spreadMethod
  patternUnits patternContentUnits patternTransform clipPathUnits maskUnits maskContentUnits markerUnits markerWidth
  markerHeight refX refY orient filterUnits primitiveUnits result in in2 mode type values operator k1 k2 k3 k4 order
  kernelMatrix divisor bias targetX targetY edgeMode preserveAlpha surfaceScale diffuseConstant specularConstant
  specularExponent limitingConeAngle azimuth elevation pointsAtX pointsAtY pointsAtZ z kernelUnitLength scale
  xChannelSelector yChannelSelector stdDeviation radius baseFrequency numOctaves seed stitchTiles tableValues slope
  intercept amplitude exponent xml:space`;

/** Properties of CSS that draw. Each can stand as an attribute or in a style. */
export const drawingProperties = words(`fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap
  stroke-linejoin stroke-miterlimit stroke-dasharray stroke-dashoffset opacity color display visibility overflow clip
  clip-path clip-rule mask mask-type filter flood-color flood-opacity lighting-color stop-color stop-opacity marker
  marker-start marker-mid marker-end paint-order vector-effect shape-rendering text-rendering image-rendering
  color-interpolation color-interpolation-filters color-rendering transform transform-origin transform-box
  mix-blend-mode isolation font-family font-size font-size-adjust font-stretch font-style font-variant font-weight
  font-variant-numeric font-variant-caps font-variant-position letter-spacing word-spacing text-anchor text-decoration
  text-transform dominant-baseline alignment-baseline baseline-shift direction unicode-bidi writing-mode white-space
  glyph-orientation-vertical glyph-orientation-horizontal text-orientation background background-color`);

export const drawingAttributes = new Set([
  ...words(plainAttributes),
  ...[...drawingProperties].filter((name) => !name.startsWith('background')),
  'id',
  'href',
  'style',
]);

/** The tokens that all themes share and that drawings are painted with. */
export const themeTokens = words(`primary on-primary accent background surface text muted border link highlight
  code-background code-text code-keyword code-string code-number code-function code-parameter code-comment font-body
  font-heading font-mono`);

/** Attributes whose values need no look: they can be megabytes of numbers. */
export const numberAttributes = words('d points values tableValues kernelMatrix');

/** Functions of CSS that compute. All others could load something: `image-set()`, `src()`, `-webkit-cross-fade()`. */
export const drawingFunctions =
  words(`url var calc min max clamp rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix
  light-dark matrix translate translatex translatey scale scalex scaley rotate skewx skewy blur brightness contrast
  drop-shadow grayscale hue-rotate invert opacity saturate sepia inset circle ellipse polygon path rect`);

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/));
}

import * as vega from 'vega';

/**
 * Shapes of one kind, one an item; for a line, an item is a point of it. An item has the properties that Vega gives to
 * marks of this kind. Source: vega.github.io/vega/docs/marks.
 */
export interface Shapes {
  readonly type: 'arc' | 'line' | 'rect' | 'rule' | 'symbol' | 'text';
  readonly items: readonly Readonly<Record<string, unknown>>[];
}

/** A drawing with its size, in pixels. Later shapes lie over earlier ones; places count from the upper left corner. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shapes[];
}

/** A function from values to places on an axis. */
export interface Scale {
  (value: number): number;
  ticks(count: number): number[];
  domain(): number[];
}

/** A scale from values to places. With `nice` it begins and ends at round values. Days are milliseconds, as in a Date. */
export function scaleOf(
  type: 'linear' | 'log' | 'utc',
  domain: readonly [number, number],
  range: readonly [number, number],
  nice?: number,
): Scale {
  const made = vega.scale(type)().domain(domain).range(range);
  return nice === undefined ? made : made.nice(nice);
}

/** Exported by Vega 6.4.0, but not part of its types. Source: vega-scenegraph, README. */
const { SVGStringRenderer } = vega as unknown as {
  readonly SVGStringRenderer: new () => {
    initialize(
      element: null,
      width: number,
      height: number,
      origin: readonly [number, number],
    ): {
      render(scene: unknown): { svg(): string };
    };
  };
};

/**
 * Draws with Vega, at once and without a browser. All places are known already: so nothing depends on how wide Vega
 * thinks that a text is, and no text of an author is ever part of an expression.
 * Shape: the elements within `<svg>`, without that element itself.
 */
export function svgOf({ width, height, shapes }: Drawing): string {
  const filled = shapes.filter(({ items }) => items.length > 0);
  const spec = {
    width,
    height,
    padding: 0,
    autosize: 'none',
    data: filled.map(({ items }, at) => ({ name: `items${at}`, values: items.map((item) => ({ ...item })) })),
    marks: filled.map(({ type, items }, at) => ({
      type,
      from: { data: `items${at}` },
      encode: { update: Object.fromEntries(Object.keys(items[0] ?? {}).map((name) => [name, { field: name }])) },
    })),
  };
  // The items' properties are data, not part of the specification that Vega has types for.
  const view = new vega.View(vega.parse(spec as unknown as vega.Spec), { renderer: 'none' }).run();
  // `toSVG` of a view is the same with a promise around it; Marp wants its HTML at once.
  const { root } = view.scenegraph() as unknown as { readonly root: unknown };
  const svg = new SVGStringRenderer().initialize(null, width, height, [0, 0]).render(root).svg();
  view.finalize();
  return tidy(svg);
}

/** Takes out what a still drawing has no use for: roles, empty areas, typefaces, digits that nobody sees. */
function tidy(svg: string): string {
  return svg
    .replace(/^<svg[^>]*>/, '')
    .replace(/<\/svg>$/, '')
    .replaceAll(/<path class="(?:back|fore)ground"[^>]*\/>/g, '')
    .replaceAll(/<[^>]*>/g, (tag) =>
      tag
        .replaceAll(/ (?:class|role|aria-[a-z]+|pointer-events|stroke-miterlimit|font-family)="[^"]*"/g, '')
        .replaceAll(' transform="translate(0,0)"', '')
        .replaceAll(/-?\d+\.\d+(?:e-?\d+)?/g, (number) => String(Number(Number(number).toFixed(1)))),
    );
}

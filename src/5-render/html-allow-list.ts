/** What an element may carry: names of attributes, each with `true` or with a function that gives its final value. */
type AllowList = Record<string, Record<string, true | ((value: string) => string)>>;

const common = {
  class: true,
  lang: true,
  dir: (value: string): string => (/^(ltr|rtl|auto)$/.test(value) ? value : ''),
  title: true,
  role: true,
  'aria-label': true,
  'aria-hidden': true,
} as const;

const elements = `a abbr b blockquote br caption code col colgroup dd del div dl dt em figcaption figure h1 h2 h3 h4 h5 h6
  hr i ins kbd li mark ol p pre q s samp small span strong sub sup table tbody td tfoot th thead time tr u ul var`;

/**
 * The HTML that templates can use. Authors' texts come with their brackets encoded, so little of them ever gets here.
 * `imageAddress` gives the address of an image of the course.
 */
export function htmlAllowList(imageAddress: (path: string) => string | undefined): AllowList {
  const list: AllowList = Object.fromEntries(elements.split(/\s+/).map((name) => [name, common]));
  return {
    ...list,
    td: { ...common, colspan: true, rowspan: true },
    th: { ...common, colspan: true, rowspan: true, scope: true },
    ol: { ...common, start: true },
    img: {
      ...common,
      alt: true,
      width: true,
      height: true,
      // An image that the deck does not hold has no address: it can never be fetched.
      src: (path) => imageAddress(path) ?? '',
    },
  };
}

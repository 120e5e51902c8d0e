/** A slide as the page holds it. */
export interface PageSlide {
  readonly id: string;
  /** Plain text; may be empty. */
  readonly title: string;
  /** Holds the id, the slide's frame and, in an instructor's copy, its notes. */
  readonly element: HTMLElement;
  /** What is scaled and made inert: Marp's container. */
  readonly frame: HTMLElement;
  /** Elements that come one by one, with the step at which each is shown, counted from 1. */
  readonly fragments: readonly { readonly element: HTMLElement; readonly step: number }[];
  /** Steps after the slide itself. */
  readonly steps: number;
  readonly notes: HTMLElement | undefined;
  /** Planned minutes; only in an instructor's copy. */
  readonly minutes: number | undefined;
}

/** A deck as found in the page. */
export interface PageDeck {
  readonly element: HTMLElement;
  /** Never empty, in reading order. */
  readonly slides: readonly PageSlide[];
  /** Number of fragments of each slide. */
  readonly steps: readonly number[];
  readonly widthPx: number;
  readonly heightPx: number;
  /** The copy is for the instructor: notes may be shown. */
  readonly hasNotes: boolean;
  /** Left and right change places: "next" is on the left. */
  readonly rightToLeft: boolean;
  readonly labels: Readonly<Record<string, string>>;
}

/** What the page says about itself in its data block. Written by `src/7-export/page.ts`. */
interface PageData {
  readonly audience: 'public' | 'instructor';
  readonly widthPx: number;
  readonly heightPx: number;
  readonly slides: readonly { readonly title: string; readonly minutes?: number }[];
  readonly labels: Readonly<Record<string, string>>;
}

/** Reads the deck from the page. Throws when the page is not one of ours. */
export function readDeck(): PageDeck {
  const element = found(document, '.lectern-deck');
  // The data block is written by the same build as this script, so its shape is not checked again.
  const data = JSON.parse(found(document, '#lectern-data').textContent ?? '') as PageData;
  const slides = [...element.querySelectorAll<HTMLElement>(':scope > .lectern-slide')].map((slide, index) =>
    readSlide(slide, data.slides[index]),
  );
  return {
    element,
    slides,
    steps: slides.map((slide) => slide.steps),
    widthPx: data.widthPx,
    heightPx: data.heightPx,
    hasNotes: data.audience === 'instructor',
    rightToLeft: document.documentElement.dir === 'rtl',
    labels: data.labels,
  };
}

function readSlide(element: HTMLElement, data: PageData['slides'][number] | undefined): PageSlide {
  const fragments = [...element.querySelectorAll<HTMLElement>('[data-marpit-fragment]')].map((fragment) => ({
    element: fragment,
    step: Number(fragment.dataset.marpitFragment) || 1,
  }));
  return {
    id: element.id,
    title: data?.title ?? '',
    element,
    frame: found(element, '.marpit'),
    fragments,
    steps: Math.max(0, ...fragments.map((fragment) => fragment.step)),
    notes: element.querySelector<HTMLElement>(':scope > .lectern-notes') ?? undefined,
    minutes: data?.minutes,
  };
}

function found(within: ParentNode, selector: string): HTMLElement {
  const element = within.querySelector<HTMLElement>(selector);
  if (!element) throw new Error(`The page has no ${selector}.`);
  return element;
}

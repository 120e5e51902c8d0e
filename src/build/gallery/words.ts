import type { SheetWords } from '../../7-export/index.ts';
import type { Area } from '../../model/ports.ts';
import type { RenderedSlide } from '../../model/rendered.ts';
import type { Example } from './examples.ts';
import type { LookDeck } from './look-deck.ts';
import { nameOfLook } from './looks.ts';

/** What the contact sheet of a look says: the name of the layout below each slide, variants in a group of their own. */
export function sheetWords({ look, examples }: LookDeck, slides: readonly RenderedSlide[]): SheetWords {
  const byId = new Map(examples.map((example) => [example.id, example]));
  const isVariant = ({ id }: RenderedSlide): boolean => byId.get(id)?.variant !== undefined;
  const nameOf = ({ id }: RenderedSlide): string => exampleName(byId.get(id)) ?? id;
  const plain = slides.filter((slide) => !isVariant(slide));
  const variants = slides.filter(isVariant);
  return {
    title: nameOfLook(look),
    subtitle: [counted(look.layouts.length, 'layout'), counted(slides.length, 'slide')].join(', '),
    groups: [
      { title: 'Layouts', names: plain.map(nameOf) },
      { title: 'Variants', names: variants.map(nameOf) },
    ].filter(({ names }) => names.length > 0),
  };
}

function exampleName(example: Example | undefined): string | undefined {
  if (!example) return undefined;
  const { layout, number, variant } = example;
  if (variant !== undefined) return `${layout}, class: ${variant}`;
  return number === 1 ? layout : `${layout} ${number}`;
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** Slides that show best what a theme is like. */
const telling = ['title', 'bullets', 'chart', 'code'];

/** Where four slides are on a contact sheet that stand for it: telling ones, or else the first. `tiles` are those of all slides. */
export function previewTiles(slides: readonly RenderedSlide[], tiles: readonly Area[]): readonly Area[] {
  const isTelling = (at: number): boolean => telling.includes(slides[at]?.id ?? '');
  const order = [...tiles.keys()].sort(
    (a, b) => Number(isTelling(b)) - Number(isTelling(a)) || rank(slides[a]) - rank(slides[b]) || a - b,
  );
  return order.slice(0, telling.length).flatMap((at) => tiles[at] ?? []);
}

const rank = (slide: RenderedSlide | undefined): number => telling.indexOf(slide?.id ?? '');

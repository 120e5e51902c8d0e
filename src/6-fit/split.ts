import type { Schema } from '../model/contract.ts';
import type { DeckSlide, Field } from '../model/deck.ts';
import { partition } from './partition.ts';
import { type Units, unitsOf, weightOf } from './units.ts';

/** A slide that can be divided. */
export interface Divisible {
  /** How many parts there can be at most. */
  readonly most: number;
  /** The slide in parts, in order; with each comes whether it could be divided further. */
  into(count: number): readonly { readonly slide: DeckSlide; readonly isWhole: boolean }[];
}

/**
 * A slide whose contract names a field that may be divided (`splits: true`), when there is more than one unit in it.
 * `taken` are the ids of the deck's slides: no part gets one of them.
 */
export function divisible(slide: DeckSlide, taken: ReadonlySet<string>): Divisible | undefined {
  const { properties = {} } = slide.layout.contract.schema;
  const candidates = Object.keys(properties).flatMap((name) => {
    const { splits, audience } = properties[name] ?? {};
    // What only the instructor sees divides no slide of the others.
    const units = splits === true && audience !== 'instructor' ? unitsOf(name, slide.fields) : undefined;
    return units && units.weights.length > 1 ? [{ name, units }] : [];
  });
  const [chosen] = candidates.sort((a, b) => total(b.units) - total(a.units));
  if (!chosen) return undefined;
  const { name, units } = chosen;
  const length = units.weights.length;
  const { schema } = slide.layout.contract;
  const ends = Object.entries(slide.fields).map(([other, field]) => ({
    place: other === name ? 'every' : placeOf(other, field, name, schema),
    weight: weightOf(field),
  }));
  const [lead, conclusion] = (['first', 'last'] as const).map((end) =>
    ends.filter(({ place }) => place === end).reduce((sum, { weight }) => sum + weight, 0),
  ) as [number, number];
  // What leads to the units takes room on the first part, what concludes on the last.
  const weights = units.weights.map(
    (weight, at) => weight + (at === 0 ? lead : 0) + (at === length - 1 ? conclusion : 0),
  );
  const most = length - [...units.joined].filter((at) => at > 0).length;
  if (most < 2) return undefined;
  return {
    most,
    into(count) {
      const begins = partition(weights, units.joined, count, conclusion > 0);
      return begins.map((from, at) => {
        const to = begins[at + 1] ?? length;
        const place = { number: at + 1, of: begins.length, first: from };
        const fields = {
          ...around(slide.fields, name, schema, place),
          ...units.take(from, to),
        };
        const cuts = Array.from({ length: to - from - 1 }, (_, nth) => from + 1 + nth).filter(
          (cut) => !units.joined.has(cut),
        );
        return { slide: part(slide, fields, place, taken), isWhole: cuts.length === 0 };
      });
    },
  };
}

const total = ({ weights }: Units): number => weights.reduce((sum, weight) => sum + weight, 0);

type Place = NonNullable<DeckSlide['part']>;

/**
 * On which parts a field is that is not the divided one. What is required belongs to every part, and so does what is no text; a
 * text before the divided field leads to it and is on the first part, a text behind it concludes and is on the last, and so
 * are other fields that could be divided.
 */
function placeOf(
  name: string,
  field: Field,
  divided: string,
  { properties = {}, required = [] }: Schema,
): 'first' | 'last' | 'every' {
  const isText = field.kind === 'inline' || field.kind === 'blocks';
  const isEverywhere = !isText || name === 'title' || required.includes(name);
  if (isEverywhere && properties[name]?.splits !== true) return 'every';
  const names = Object.keys(properties);
  return names.indexOf(name) < names.indexOf(divided) ? 'first' : 'last';
}

function around(
  fields: DeckSlide['fields'],
  divided: string,
  schema: Schema,
  { number, of }: Place,
): DeckSlide['fields'] {
  const isShown = ([name, field]: readonly [string, Field]): boolean => {
    const place = placeOf(name, field, divided, schema);
    return place === 'every' || (place === 'first' ? number === 1 : number === of);
  };
  return Object.fromEntries(Object.entries(fields).filter(isShown));
}

/** One part: notes and minutes are shared out among all of them. */
function part(slide: DeckSlide, fields: DeckSlide['fields'], place: Place, taken: ReadonlySet<string>): DeckSlide {
  const { number, of } = place;
  const { minutes, notes } = slide;
  const share = (count: number): number => Math.ceil((notes.length * count) / of);
  const minutesUpTo = (count: number): number => Math.round(((minutes ?? 0) * count * 100) / of);
  return {
    ...slide,
    id: number === 1 ? slide.id : freeId(`${slide.id}-${number}`, taken),
    fields,
    notes: notes.slice(share(number - 1), share(number)),
    ...(minutes === undefined ? {} : { minutes: (minutesUpTo(number) - minutesUpTo(number - 1)) / 100 }),
    part: place,
  };
}

function freeId(id: string, taken: ReadonlySet<string>): string {
  return taken.has(id) ? freeId(`${id}-part`, taken) : id;
}

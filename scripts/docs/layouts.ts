import type { DeckTools } from '../../src/build/build-deck.ts';
import { examplesOf } from '../../src/build/gallery/examples.ts';
import { type LookDeck, lookDeck } from '../../src/build/gallery/look-deck.ts';
import { chooseLooks } from '../../src/build/gallery/looks.ts';
import { openShelves } from '../../src/build/gallery/shelf.ts';
import type { CourseReaders } from '../../src/build/load-course.ts';
import { makeDeck } from '../../src/build/measure-deck.ts';
import type { Outcome } from '../../src/diagnostics/outcome.ts';
import type { Rendered } from '../../src/model/rendered.ts';
import { layoutsPage } from './layouts-page.ts';
import { type ExamplePicture, examplePictures } from './pictures.ts';

/** Where the page and its pictures are, below the project. */
export const page = 'docs/layouts.md';
export const pictureFolder = 'docs/images/layouts';
export const hashes = `${pictureFolder}/made-from.txt`;

/** The page about layouts, with the slides that its pictures are to be taken of. */
export interface LayoutDocs {
  readonly text: string;
  readonly pictures: readonly ExamplePicture[];
  readonly shown: LookDeck;
  readonly rendered: Rendered;
}

/** Makes the page about the layouts of the project, its pictures in the theme `lecture`. Throws where an example has faults. */
export async function layoutDocs(
  readers: CourseReaders,
  tools: Pick<DeckTools, 'templates' | 'engine' | 'emoji'>,
): Promise<LayoutDocs> {
  const [look] = chooseLooks(await openShelves(readers), ['lecture'], ['16:9']).looks;
  if (!look) throw new Error('There is no theme "lecture" with the size 16:9.');
  const shown = must(await lookDeck(look));
  const rendered = must(await makeDeck(shown.deck, 'instructor', tools)).rendered;
  const pictures = examplePictures(shown.examples, rendered);
  const entries = look.layouts.flatMap((layout) => {
    const contract = look.shelf.contracts.get(layout);
    const [first] = contract ? examplesOf(contract) : [];
    if (!contract || !first) return [];
    const own = pictures.filter((picture) => picture.layout === layout);
    const files = own.map(({ file, title }) => ({ file: `images/layouts/${file}`, title }));
    return [{ contract, example: first.source, pictures: files }];
  });
  return { text: layoutsPage(entries), pictures, shown, rendered };
}

function must<T>({ value, diagnostics }: Outcome<T>): T {
  if (value === undefined) throw new Error(JSON.stringify(diagnostics, undefined, 2));
  return value;
}

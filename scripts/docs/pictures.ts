import { createHash } from 'node:crypto';
import type { Example } from '../../src/build/gallery/examples.ts';
import type { Rendered } from '../../src/model/rendered.ts';

/** A picture of an example. */
export interface ExamplePicture {
  /** `chart.webp`, `chart-2.webp`. */
  readonly file: string;
  readonly layout: string;
  /** Plain text of the slide's heading. */
  readonly title: string;
  /** Of what the picture is made from: pictures of the same slide differ from machine to machine, this does not. */
  readonly hash: string;
}

/** The pictures of all examples, variants left out, in the order of the slides. */
export function examplePictures(examples: readonly Example[], { slides, css }: Rendered): readonly ExamplePicture[] {
  const byId = new Map(examples.map((example) => [example.id, example]));
  return slides.flatMap(({ id, title, html }) => {
    const example = byId.get(id);
    if (!example || example.variant !== undefined) return [];
    const { layout, number } = example;
    const file = `${layout}${number === 1 ? '' : `-${number}`}.webp`;
    const hash = createHash('sha256').update(html).update('\0').update(css).digest('hex').slice(0, 32);
    return [{ file, layout, title, hash }];
  });
}

/** The text file beside the pictures that says what each is made from. */
export function hashesFile(pictures: readonly ExamplePicture[]): string {
  const lines = pictures.map(({ file, hash }) => `${file} ${hash}`).sort();
  return ['# What each picture is made from, as a hash of its slide. `npm run docs` writes both.', ...lines, ''].join(
    '\n',
  );
}

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { lookupTags } from '../model/language.ts';
import type { EmojiSet } from '../model/ports.ts';

/** As in the package: drawings by name, other names for some of them, all of one size. */
interface IconSet {
  readonly icons: Readonly<Record<string, { readonly body: string }>>;
  readonly width: number;
  readonly height: number;
}

/**
 * The Twemoji drawings (CC BY 4.0, Unicode Emoji 17), with the names that Unicode gives emoji.
 * `root` is the folder of Lectern, in which the package is looked up and the names lie.
 */
export function twemojiSet(root: string): EmojiSet {
  const folder = dirname(createRequire(join(root, 'package.json')).resolve('@iconify-json/twemoji'));
  let drawings: Promise<ReadonlyMap<string, string>> | undefined;
  const names = new Map<string, Promise<Names | undefined>>();
  const namesIn = (language: string): Promise<Names | undefined> => {
    const known = names.get(language) ?? readJson<Names>(join(root, 'dist/emoji-names', `${language}.json`));
    names.set(language, known);
    return known;
  };
  return {
    async svg(emoji) {
      drawings ??= readDrawings(folder);
      return (await drawings).get(keyOf(emoji));
    },
    async name(emoji, language) {
      for (const tag of [...lookupTags(language), 'en']) {
        const name = /^[\w-]+$/.test(tag) ? (await namesIn(tag))?.[plain(emoji)] : undefined;
        if (name !== undefined) return { text: name, language: tag };
      }
      return undefined;
    },
  };
}

type Names = Readonly<Record<string, string>>;

async function readDrawings(folder: string): Promise<ReadonlyMap<string, string>> {
  const [set, characters] = await Promise.all([
    readJson<IconSet>(join(folder, 'icons.json')),
    readJson<Names>(join(folder, 'chars.json')),
  ]);
  if (!set || !characters) throw new Error('The package @iconify-json/twemoji is not complete.');
  const { icons, width, height } = set;
  const svg = (body: string) =>
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">${body}</svg>`;
  return new Map(
    Object.entries(characters).flatMap(([key, name]) => {
      // A letter in a box is how half a flag is drawn, which is nothing that one could mean.
      const isHalfFlag = /^1f1[ef][0-9a-f]$/.test(key);
      const body = icons[name]?.body;
      return body === undefined || isHalfFlag ? [] : [[key, svg(body)] as const];
    }),
  );
}

/** The name of a sequence in the package: without variation selectors, which are not always written. */
const keyOf = (emoji: string): string =>
  [...plain(emoji)].map((part) => part.codePointAt(0)?.toString(16).padStart(4, '0')).join('-');

const plain = (emoji: string): string => emoji.replaceAll('\ufe0f', '');

async function readJson<T>(path: string): Promise<T | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as T;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

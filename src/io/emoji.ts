import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { EmojiSet } from '../model/ports.ts';

/** The Twemoji drawings (CC BY 4.0, Unicode Emoji 16). `root` is the folder from which the package is looked up. */
export function twemojiSet(root: string): EmojiSet {
  const folder = join(dirname(createRequire(join(root, 'package.json')).resolve('@discordapp/twemoji')), 'svg');
  const known = new Map<string, Promise<string | undefined>>();
  return {
    svg(emoji) {
      const loading = known.get(emoji) ?? read(join(folder, `${fileName(emoji)}.svg`));
      known.set(emoji, loading);
      return loading;
    },
  };
}

/** Twemoji leaves the variation selector out of names, except in joined sequences. */
function fileName(emoji: string): string {
  const name = emoji.includes('\u200d') ? emoji : emoji.replaceAll('\ufe0f', '');
  return [...name].map((part) => part.codePointAt(0)?.toString(16)).join('-');
}

async function read(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    return undefined;
  }
}

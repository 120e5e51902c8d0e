import type { Deck } from '../model/deck.ts';

/** How many images were made smaller, and by how many bytes altogether. */
export interface ImageSavings {
  readonly scaled: number;
  readonly savedBytes: number;
}

/** What was saved at the images of some decks; a file that several of them show counts once. */
export function imageSavings(decks: readonly Deck[]): ImageSavings {
  const saved = new Map<string, number>();
  for (const { course, assets } of decks) {
    for (const [path, asset] of assets) {
      if (asset.kind === 'picture' && asset.savedBytes > 0) saved.set(`${course.folder}/${path}`, asset.savedBytes);
    }
  }
  return { scaled: saved.size, savedBytes: [...saved.values()].reduce((sum, bytes) => sum + bytes, 0) };
}

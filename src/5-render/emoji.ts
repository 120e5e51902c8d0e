import type { EmojiSet } from '../model/ports.ts';

/** Sequences that Unicode recommends to be shown as emoji. Source: UTS #51, section 1.4.6. */
const emoji = /\p{RGI_Emoji}/gv;

/** Parts of a page in which a picture cannot stand: drawings, the spoken form of formulas. */
const untouched = /(<svg[\s>][\s\S]*?<\/svg>|<math[\s>][\s\S]*?<\/math>|<[^>]*>)/;

/** All emoji in the texts of an HTML fragment; each once, in order. */
export function emojiIn(html: string): readonly string[] {
  const texts = html.split(untouched).filter((_, at) => at % 2 === 0);
  return [...new Set(texts.flatMap((text) => text.match(emoji) ?? []))];
}

/** The fragment with its emoji as pictures, which look the same on every machine. */
export function withPictures(html: string, pictures: ReadonlyMap<string, string>): string {
  return html
    .split(untouched)
    .map((part, at) => (at % 2 === 0 ? part.replaceAll(emoji, (found) => pictures.get(found) ?? found) : part))
    .join('');
}

/** The pictures of all emoji in some fragments, as HTML, and those that the set lacks. */
export async function loadPictures(fragments: readonly string[], set: EmojiSet) {
  const found = [...new Set(fragments.flatMap(emojiIn))].sort();
  const pictures = new Map<string, string>();
  const missing: string[] = [];
  for (const name of found) {
    const svg = await set.svg(name);
    if (svg === undefined) missing.push(name);
    else pictures.set(name, `<img class="emoji" alt="${name}" src="data:image/svg+xml,${encodeSvg(svg)}" />`);
  }
  return { pictures, missing };
}

/** Percent-encodes only what has to be: half the size of base64, and it compresses better. */
function encodeSvg(svg: string): string {
  return svg.replaceAll(/[%#<>"&\s]+/g, (text) =>
    encodeURIComponent(text.replaceAll('"', "'").replaceAll(/\s+/g, ' ')),
  );
}

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { diagnose } from '../diagnostics/report.ts';
import type { Deck } from '../model/deck.ts';
import { emojiIn, replaceEmoji } from '../model/emoji.ts';
import type { EmojiSet } from '../model/ports.ts';
import type { Span } from '../model/source.ts';
import { findText } from '../model/tree.ts';
import { escapeAttribute } from './escape-attribute.ts';

/** The parts of a page: drawings and the spoken form of formulas, in which no picture can stand; tags; texts. */
const parts = /<(svg|math)[\s>][\s\S]*?<\/\1>|<[^>]*>|[^<]+/g;

/** The same, and elements that are decoration: icons, which say again what the words beside them say. */
const partsAndDecoration =
  /<(svg|math)[\s>][\s\S]*?<\/\1>|(<(\w+)\b[^>]*\saria-hidden="true"[^>]*>[\s\S]*?<\/\3>)|<[^>]*>|[^<]+/g;

/** A picture as HTML: with its name, and without where it is decoration. */
interface Picture {
  readonly named: string;
  readonly silent: string;
}

/** The pictures of all emoji in some fragments of HTML, named in a language, and those that the set lacks. */
export async function loadPictures(fragments: readonly string[], language: string, set: EmojiSet) {
  const texts = fragments.flatMap((html) => html.match(parts) ?? []).filter((part) => !part.startsWith('<'));
  const pictures = new Map<string, Picture>();
  const missing: string[] = [];
  for (const emoji of [...new Set(texts.flatMap(emojiIn))].sort()) {
    const svg = await set.svg(emoji);
    if (svg === undefined) {
      missing.push(emoji);
      continue;
    }
    const name = await set.name(emoji, language);
    const isForeign = name !== undefined && name.language.split('-')[0] !== language.split('-')[0];
    const alt = `alt="${escapeAttribute(name?.text ?? emoji)}"${isForeign ? ` lang="${name.language}"` : ''}`;
    const image = (spoken: string) => `<img class="emoji" ${spoken} src="data:image/svg+xml,${encodeSvg(svg)}" />`;
    pictures.set(emoji, { named: image(alt), silent: image('alt=""') });
  }
  return { pictures, missing };
}

/** The fragment with its emoji as pictures, which look the same on every machine. */
export function withPictures(html: string, pictures: ReadonlyMap<string, Picture>): string {
  const draw = (part: string, use: keyof Picture): string =>
    part.startsWith('<') ? part : replaceEmoji(part, (emoji) => pictures.get(emoji)?.[use] ?? emoji);
  return html.replaceAll(partsAndDecoration, (part: string, _, decoration: string | undefined) =>
    decoration === undefined ? draw(part, 'named') : part.replaceAll(parts, (inner) => draw(inner, 'silent')),
  );
}

/** That an emoji has no picture. `place` is spoken of when no text of the deck has it. Error: emoji/unknown. */
export function unknownEmoji(emoji: string, { section, lesson, course }: Deck, place?: Span): Diagnostic {
  const code = [...emoji].map((part) => `U+${part.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`);
  const inText = [section.node, lesson.node, course.node].map((tree) => findText(tree, emoji)).find(Boolean);
  return diagnose(
    'emoji/unknown',
    inText ?? place ?? section.title.span,
    `The emoji ${emoji} (${code.join(' ')}) is not in the set that decks embed.`,
    'Use another one: the set has all emoji of Unicode 17, and no half flags or sequences of one’s own.',
  );
}

/** Percent-encodes only what has to be: half the size of base64, and it compresses better. */
function encodeSvg(svg: string): string {
  return svg.replaceAll(/[%#<>"&\s]+/g, (text) =>
    encodeURIComponent(text.replaceAll('"', "'").replaceAll(/\s+/g, ' ')),
  );
}

/** In UTF-8. File systems take 255 in a name, which has a number and an extension besides. */
const longestBytes = 120;

/**
 * A name for files and addresses: letters and digits of any script in lower case, joined by hyphens.
 * Accents are kept, markup and emoji left out; `fallback` stands where nothing is left.
 */
export function slug(text: string, fallback: string): string {
  const words = text
    .toLowerCase()
    .normalize('NFC')
    .replaceAll(/['’]/g, '')
    .match(/[\p{L}\p{M}\p{N}]+/gu);
  return words ? cut(words.join('-')).replace(/-$/, '') : fallback;
}

function cut(name: string): string {
  const bytes = new TextEncoder().encode(name);
  // In stream mode a decoder keeps the beginning of a cut character to itself.
  return new TextDecoder().decode(bytes.subarray(0, longestBytes), { stream: true });
}

/** `3`, `introduction` → `03-introduction`. */
export function numbered(number: number, name: string): string {
  return `${String(number).padStart(2, '0')}-${name}`;
}

/** The name in a lesson's file name: `content/db101/02-joins.yaml` → `joins`. */
export function lessonSlug(file: string): string {
  const name = file.replace(/^.*\//, '').replace(/\.ya?ml$/, '');
  return slug(name.replace(/^\d+[-_ ]*/, ''), 'lesson');
}

/** Characters that could mean something in Markdown or HTML, wherever they stand. */
const special = /[&<>"`*_[\]$~|\\#]/g;

/** White space that HTML folds into one space. A no-break space and its like are not among it: they are meant. */
const folding = /[ \t\n\f\r]+/g;

/**
 * Writes text so that Markdown and HTML read it as just that text. Entities are used, not backslashes, because both
 * languages understand them: the same text is safe in a paragraph, a table cell, an HTML block and an attribute.
 * The result is one line.
 */
export function encodeText(text: string): string {
  return text.replaceAll(folding, ' ').replaceAll(special, entity);
}

/**
 * Writes text that may be all of a line: what would begin a list, a heading or a table is written as an entity, and so is
 * white space other than plain at the ends, which Markdown takes away in some places. The text has to be encoded already.
 */
export function encodeLine(encoded: string): string {
  return encoded
    .replaceAll(/^ +| +$/g, '')
    .replaceAll(/^[^\S ]|[^\S ]$/g, entity)
    .replace(/^[-+=:!]/, entity)
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, (_, digits: string, mark: string) => digits + entity(mark));
}

/** Any character, written so that it stands for itself. */
export function entity(character: string): string {
  switch (character) {
    case '&':
      return '&amp;';
    case '<':
      return '&lt;';
    case '>':
      return '&gt;';
    case '"':
      return '&quot;';
    default:
      return `&#${character.codePointAt(0)};`;
  }
}

/** Writes text for an attribute in double quotes. Marp makes plain spaces of all that is white there. */
export function encodeAttribute(text: string): string {
  return encodeText(text).replaceAll(/[^\S ]/g, entity);
}

/** Writes a path of the course for the `src` of an image: as an address, then as an attribute. */
export function encodePath(path: string): string {
  return encodeAttribute(path.split('/').map(encodeURIComponent).join('/'));
}

import type { Severity } from './diagnostic.ts';

interface Entry {
  readonly severity: Severity;
  /** One line for the table of contents in `docs/diagnostics.md`. */
  readonly summary: string;
}

const error = (summary: string): Entry => ({ severity: 'error', summary });
const warning = (summary: string): Entry => ({ severity: 'warning', summary });

/**
 * Every code that Lectern can report. Codes are permanent: scripts and search results rely on them.
 * A new one comes with a fixture in `tests/golden/errors` and an entry in `docs/diagnostics.md`.
 */
export const catalogue = {
  'project/no-courses': error('There is nothing to build.'),
  'project/unknown-deck': error('A name on the command line is no course, lesson or section.'),

  'file/missing': error('A file that is named somewhere does not exist.'),
  'file/unreadable': error('A file exists but cannot be read.'),
  'file/invalid-utf8': error('A text file is not UTF-8.'),
  'file/empty': error('A YAML file has no content.'),

  'yaml/syntax': error('The YAML cannot be read.'),
  'yaml/duplicate-key': error('A field is written twice.'),
  'yaml/unsupported': error('The YAML uses a feature that course files do not have.'),
  'yaml/comment-in-text': error('A # in a text begins a comment, so that the rest of the text is lost.'),
  'yaml/item-in-text': error('A list item is indented so deep that it goes on with the text above it.'),
  'yaml/tex-in-double-quotes': error('A TeX command in double quotes loses its backslash.'),

  'field/unknown': error('A field that nothing reads.'),
  'field/missing': error('A required field is not there.'),
  'field/wrong-type': error('A field has a value of another type.'),
  'field/wrong-value': error('A field has a value outside of what is accepted.'),

  'text/invalid-character': error('A text has a character that cannot be shown.'),
  'text/too-long': error('A text is far longer than a slide can hold.'),
  'text/html-as-text': warning('HTML that Lectern does not accept is shown as text.'),

  'course/no-lessons': error('A course has no lesson.'),
  'course/unused-file': warning('A YAML file in the folder of a course is no lesson.'),
  'lesson/empty': error('A lesson has no section.'),
  'section/empty': error('A section has no slide.'),
  'slide/unknown-layout': error('A slide asks for a layout that does not exist.'),
  'slide/duplicate-id': error('Two slides of a section have the same id.'),
  'deck/same-path': error('Two decks would be written to the same place.'),
  'deck/external-request': error('A deck asks for something that is not inside it.'),

  'theme/not-found': error('A theme with this name does not exist.'),
  'theme/invalid': error('A theme file cannot be used.'),
  'theme/unknown-token': error('The theme has no token with this name.'),
  'theme/invalid-token': error('A token has a value of another type.'),
  'theme/low-contrast': error('A colour of the theme can hardly be told from what is behind it.'),
  'theme/unknown-size': error('The theme does not offer this slide size.'),
  'theme/css-invalid': error('The style sheet of a course cannot be read.'),
  'theme/css-refused': error('The style sheet of a course asks for what could harm a deck.'),
  'theme/unknown-variant': error('The theme does not have this variant of a slide.'),

  'template/not-found': error('A template file is missing.'),
  'template/syntax': error('A template cannot be read.'),
  'template/unknown-field': error('A template shows a field that its contract does not have.'),
  'template/unknown-partial': error('A template uses a partial that does not exist.'),
  'template/unknown-helper': error('A template uses a helper that does not exist.'),
  'template/failed': error('A template uses a helper in the wrong way.'),
  'template/slide-count': error('A template makes more than one slide.'),
  'contract/missing': error('A layout has a template but no contract.'),
  'contract/invalid': error('A contract is not a valid JSON Schema.'),
  'labels/invalid': error('A file with labels is not a mapping of names to texts.'),
  'labels/unknown-language': warning('There are no labels for the language of the course.'),

  'asset/missing': error('A file that a slide shows does not exist.'),
  'asset/outside': error('A slide points at a file outside of its course.'),
  'asset/unsupported-type': error('A slide shows a file of a type that cannot be embedded.'),
  'asset/damaged': error('An image cannot be read to its end.'),
  'asset/low-resolution': warning('An image is shown larger than its pixels allow.'),
  'asset/svg-invalid': error('An SVG file is not a drawing that can be read.'),
  'asset/svg-lost': error('A drawing has parts that a slide cannot show.'),
  'asset/svg-emoji': error('A drawing has emoji in its text.'),
  'asset/svg-inert': warning('A drawing has scripts, links or animations, which slides leave out.'),
  'data/invalid': error('A table of data cannot be read.'),
  'data/unknown-column': error('A slide asks for a column that its data does not have.'),
  'data/too-large': error('A table of data has far more rows than a slide can show.'),
  'image/missing-alt': error('An image has no text for those who cannot see it.'),

  'formula/invalid': error('A formula is not valid TeX.'),
  'code/unknown-language': error('A code block is in a language that cannot be highlighted.'),
  'code/highlight-out-of-range': error('A highlighted line does not exist.'),
  'diagram/unknown-kind': error('A diagram is of a kind that cannot be drawn.'),
  'diagram/invalid': error('A diagram cannot be read.'),
  'diagram/too-large': warning('A diagram has so much in it that its text is too small on a slide.'),
  'chart/unknown-column': error('A chart names a column that its data do not have.'),
  'chart/unknown-name': error('A chart points out something that is not in it.'),
  'chart/not-a-number': error('A chart draws a cell that has no number in it.'),
  'chart/emoji': error('A chart has an emoji in its texts.'),
  'chart/no-data': error('A chart has nothing to draw.'),
  'chart/duplicate': error('A chart has two values for one place.'),
  'chart/too-many': error('A chart has more in it than can be read.'),
  'chart/out-of-range': error('A value has no place on the axis of its chart.'),
  'chart/unused-option': error('A chart has no use for something that its slide says.'),
  'link/unsupported': error('A link leads to something that a deck cannot reach.'),
  'link/unknown-slide': error('A link leads to a slide that the deck does not have.'),
  'emoji/unknown': error('An emoji is not in the set that Lectern embeds.'),
  'font/not-found': error('A font family is not installed with Lectern.'),
  'font/missing-glyph': error('No embedded font has a character.'),

  'fit/overflow': error('A slide cuts off what is on it.'),
  'fit/overlap': error('A text lies on another one.'),
  'fit/small-picture': warning('A picture is too small to be seen.'),
  'fit/small-text': warning('A text is too small to be read.'),
  'fit/squeezed-picture': warning('A picture is shown in another shape than its own.'),

  'browser/missing': error('There is no browser to print with.'),
  'browser/failed': error('The browser could not print a deck.'),
  'output/not-writable': error('An artifact cannot be written.'),
} as const satisfies Record<string, Entry>;

export type Code = keyof typeof catalogue;

import type { Labels } from '../model/library.ts';
import type { Span } from '../model/source.ts';
import type { Embeds } from './embeds.ts';
import type { ListMarks } from './encode-blocks.ts';
import { encodeFence } from './encode-blocks.ts';
import { encodeAttribute, encodePath } from './encode-text.ts';
import { tableHtml } from './table-html.ts';
import { type Helper, TemplateError } from './templates.ts';
import { fieldText, Printable, type Printer } from './values.ts';

export const helperNames = ['eq', 'bullet', 'ordinal', 'label', 'image', 'fence', 'table'] as const;

/**
 * The helpers that templates can use besides those of Handlebars.
 * `eq a b`: whether two values read the same. `bullet`, `ordinal`: the mark of a list item. `label "key"`: a word in the
 * language of the course. `image path alt`: an image. `fence code language highlight first-line`: a code
 * block, numbered when the number of its first line is given. `table columns rows
 * highlight`: a table.
 */
export function helpers(
  printer: Printer,
  marks: ListMarks,
  labels: Labels,
  embeds: Embeds,
  span: Span,
): Readonly<Record<(typeof helperNames)[number], Helper>> {
  return {
    eq: (a, b) => fieldText(a) === fieldText(b),
    bullet: () => marks.bullet,
    ordinal: () => `1${marks.ordinal}`,
    label: (key) => {
      const text = labels[String(key)];
      if (text === undefined)
        throw new TemplateError(`There is no label called "${String(key)}".`, `label "${String(key)}"`);
      return printer.literal(text, span);
    },
    image: (path, alt) => {
      const field = Printable.field(path);
      if (field?.kind !== 'asset')
        throw new TemplateError('The helper "image" takes a field of the format asset, then a text.', 'image ');
      return printer.print(`<img src="${encodePath(field.path)}" alt="${encodeAttribute(fieldText(alt))}" />`, field);
    },
    fence: (code, language, highlight, numbers) => {
      const field = Printable.field(code);
      if (field?.kind !== 'code')
        throw new TemplateError('The helper "fence" takes a field of the format code, then a language.', 'fence ');
      // Without a fourth argument there is what Handlebars hands to every helper.
      const firstLine = Number(fieldText(numbers));
      const block = {
        kind: 'code',
        language: fieldText(language),
        text: field.text,
        highlight: fieldText(highlight),
        ...(firstLine > 0 ? { firstLine } : {}),
        span: Printable.field(language)?.span ?? field.span,
      } as const;
      return printer.print(encodeFence(block, embeds), field);
    },
    table: (columns, rows, highlight) => {
      if (!Array.isArray(columns) || !Array.isArray(rows))
        throw new TemplateError('The helper "table" takes a list of columns, then a list of rows.', 'table ');
      const html = tableHtml(columns, rows, Array.isArray(highlight) ? highlight : []);
      return printer.print(html, { kind: 'literal', text: '', span });
    },
  };
}

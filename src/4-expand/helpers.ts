import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { DeckSlide } from '../model/deck.ts';
import { letterAt } from '../model/letters.ts';
import type { Labels } from '../model/library.ts';
import { chartOf } from './chart.ts';
import { chartFields, chartText } from './chart-fields.ts';
import type { Embeds } from './embeds.ts';
import type { ListMarks } from './encode-blocks.ts';
import { encodeFence, fenced } from './encode-blocks.ts';
import { encodeAttribute, encodePath } from './encode-text.ts';
import { tableHtml } from './table-html.ts';
import { type Helper, TemplateError } from './templates.ts';
import { fieldText, Printable, type Printer } from './values.ts';

export const helperNames = [
  'eq',
  'has',
  'letter',
  'bullet',
  'ordinal',
  'label',
  'image',
  'fence',
  'table',
  'chart',
  'diagram',
] as const;

/**
 * The helpers that templates can use besides those of Handlebars.
 * `eq a b`: whether two values read the same. `has list a`: whether a list, or a value alone, has one that reads like `a`.
 * `letter index`: the letter of a list entry, `A` for the first one. `bullet`, `ordinal`: the mark of a list item.
 * `label "key"`: a word in the language of the course. `image path alt`: an image. `fence code language highlight first-line`: a code block, numbered
 * when the number of its first line is given. `table columns rows highlight`: a table. `chart data kind=… alt=…`: a
 * drawing of data. `diagram code alt`: a diagram in Mermaid.
 */
export function helpers(
  printer: Printer,
  marks: ListMarks,
  labels: Labels,
  embeds: Embeds,
  slide: Pick<DeckSlide, 'span' | 'fields' | 'part'>,
  language: string,
  diagnostics: Diagnostic[],
): Readonly<Record<(typeof helperNames)[number], Helper>> {
  return {
    eq: (a, b) => fieldText(a) === fieldText(b),
    has: (list, value) => [list].flat().some((item) => fieldText(item) === fieldText(value)),
    letter: (index) => {
      if (typeof index === 'number') return letterAt(index);
      throw new TemplateError(
        'The helper "letter" takes the number of an entry: `@index` within {{#each}}.',
        'letter ',
      );
    },
    bullet: () => marks.bullet,
    ordinal: () => `${1 + (slide.part?.first ?? 0)}${marks.ordinal}`,
    label: (key) => {
      const text = labels[String(key)];
      if (text === undefined)
        throw new TemplateError(`There is no label called "${String(key)}".`, `label "${String(key)}"`);
      return printer.literal(text, slide.span);
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
      return printer.print(html, { kind: 'literal', text: '', span: slide.span });
    },
    chart: (data, options) => {
      const { hash = {} } = (options ?? {}) as { readonly hash?: Readonly<Record<string, unknown>> };
      const given = chartFields(data, hash, slide.fields, slide.span);
      const chart = chartOf(given, language, diagnostics);
      if (!chart) return '';
      const text = chartText(chart);
      embeds.add({ kind: 'chart', text, language: '', display: true, span: given.data.span });
      return printer.print(fenced(text, 'chart'), given.data);
    },
    diagram: (code, alt) => {
      const field = Printable.field(code);
      if (field?.kind !== 'code')
        throw new TemplateError('The helper "diagram" takes a field of the format code, then a text.', 'diagram ');
      embeds.add({ kind: 'diagram', text: field.text, language: 'mermaid', display: true, span: field.span });
      return printer.print(fenced(described(field.text, fieldText(alt)), 'mermaid'), field);
    },
  };
}

/** A diagram that says what it shows, in Mermaid's own words: behind its first line. Source: mermaid.js.org, "Accessibility". */
function described(diagram: string, alt: string): string {
  const lines = diagram.split('\n');
  const first = lines.findIndex((line) => line.trim() !== '' && !line.trim().startsWith('%%'));
  return [
    ...lines.slice(0, first + 1),
    `  accDescr: ${alt.replaceAll(/[ \t\n\f\r]+/g, ' ').trim()}`,
    ...lines.slice(first + 1),
  ].join('\n');
}

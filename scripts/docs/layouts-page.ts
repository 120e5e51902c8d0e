import type { Contract } from '../../src/model/contract.ts';
import type { MapNode } from '../../src/model/tree.ts';
import { type FieldRow, fieldRows } from './fields.ts';

/** A layout as its section of the page shows it. */
export interface LayoutEntry {
  readonly contract: Contract;
  /** Where the first example stands in the contract. */
  readonly example: MapNode;
  /** Pictures of all examples: their files, relative to the page, and what they show. */
  readonly pictures: readonly { readonly file: string; readonly title: string }[];
}

/** The page about all layouts, as Markdown. Cannot fail. */
export function layoutsPage(entries: readonly LayoutEntry[]): string {
  const contents = entries.map(
    ({ contract: { layout, description } }) => `| [\`${layout}\`](#${layout}) | ${cell(description)} |`,
  );
  return `<!-- Written by \`npm run docs\` from the contracts in templates/slides: change those. -->

# Layouts

Each slide of a lesson names its \`layout\` and fills the fields of that layout. Besides them every slide can have the fields of
[all slides](format.md#the-slide), a \`title\` among them. \`items[].title\` is the field \`title\` of each entry of the list \`items\`.

A *line of Markdown* can have emphasis, code, links and formulas; *Markdown* also has paragraphs, lists, tables, images and
code: [texts](format.md#texts). The pictures show the theme \`lecture\`; \`lectern gallery\` shows all layouts in all themes.

| layout | what it is for |
| --- | --- |
${contents.join('\n')}

${entries.map(section).join('\n')}`;
}

function section({ contract, example, pictures }: LayoutEntry): string {
  const { layout, description, schema, source } = contract;
  const images = pictures.map(
    ({ file, title }) => `<img src="${file}" width="400" alt="${attribute(`Layout ${layout}: ${title}`)}">`,
  );
  return `## ${layout}

${description}

${images.join('\n')}

| field | required | format | meaning |
| --- | --- | --- | --- |
${fieldRows(schema).map(row).join('\n')}

\`\`\`yaml
${exampleText(layout, example, source.text)}
\`\`\`
`;
}

function row({ name, required, format, meaning }: FieldRow): string {
  return `| \`${name}\` | ${cell(required)} | ${cell(format)} | ${cell(meaning)} |`;
}

/** An example as its author wrote it in the contract, as it would stand in a lesson. */
function exampleText(layout: string, { span }: MapNode, text: string): string {
  const indentation = span.start - (text.lastIndexOf('\n', span.start - 1) + 1);
  const [first = '', ...others] = text.slice(span.start, span.end).trimEnd().split('\n');
  const lines = [first, ...others.map((line) => line.slice(indentation))];
  return [`- layout: ${layout}`, ...lines.map((line) => `  ${line}`.trimEnd())].join('\n');
}

const cell = (text: string): string => text.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|').trim();

const attribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

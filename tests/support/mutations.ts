import fc from 'fast-check';

/** A lesson with most of what lessons can have. */
export const sampleLesson = `# yaml-language-server: $schema=../../schemas/lesson.schema.json
title: Joins # the basics
icon: 🤝
minutes: 50
objectives: [Explain what a join is, "Write one: in SQL"]
sections:
  - title: Inner joins
    id: inner
    slides:
      - layout: title
        title: Inner joins
        notes: |
          Ask who has written a **join** before.

          Wait for answers.
      - layout: bullets
        title: 'What it''s for'
        reveal: items
        items:
          - Finds the partner of each row
          - text: "Leaves out\\tthe others"
            icon: ✂️
            items: [one, two]
      - layout: table
        title: Kinds
        columns: [Kind, { title: Rows, align: right }]
        rows:
          - [Inner, 3]
          - [外部結合, 5.50]
  - title: >-
      Outer
      joins
    slides:
      - &last
        layout: summary
        items:
          - Joins match rows
      - layout: content
        title: Cost
        body: |
          $$
          O(n \\cdot m)
          $$
`;

/** Pieces that mean something in YAML, and some that are only strange. */
const pieces = [
  ...[
    ': ',
    ':',
    '- ',
    '-',
    '? ',
    '# ',
    '#',
    '|',
    '>',
    '|-',
    '>2',
    '"',
    "'",
    '[',
    ']',
    '{',
    '}',
    ',',
    '&a ',
    '*a',
    '!',
    '!!x ',
  ],
  ...[
    '%',
    '@',
    '`',
    '---\n',
    '...\n',
    '\n',
    '\r\n',
    '\r',
    '\t',
    '  ',
    ' ',
    '\n\n',
    '\n  ',
    '\n      ',
    '<<: ',
    '~',
    'null',
    'true',
  ],
  ...[
    '5',
    '-1',
    '.inf',
    '0x1F',
    'title',
    'layout: ',
    'slides:',
    '- layout: title\n',
    '\\',
    '\\n',
    '\\theta',
    '$',
    '\ufeff',
    '\u00a0',
  ],
  ...[
    '🤖',
    '日本',
    'e\u0301',
    '\u0000',
    '\u0007',
    '\u2028',
    '\ud800',
    '\u202e',
    '__proto__',
    'constructor: ',
    'toString',
  ],
];

const piece = fc.constantFrom(...pieces);

/** Texts made of what YAML reacts to. */
export const yamlish = fc
  .array(fc.oneof({ weight: 4, arbitrary: piece }, fc.string({ maxLength: 5 })), { maxLength: 40 })
  .map((parts) => parts.join(''));

type Mutation = (text: string) => string;

const at = fc.nat({ max: 5000 });
const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.tuple(at, piece).map(
    ([place, part]): Mutation =>
      (text) =>
        splice(text, place, 0, part),
  ),
  fc.tuple(at, fc.nat({ max: 12 })).map(
    ([place, length]): Mutation =>
      (text) =>
        splice(text, place, length, ''),
  ),
  fc.tuple(at, piece).map(
    ([place, part]): Mutation =>
      (text) =>
        splice(text, place, part.length, part),
  ),
  fc.tuple(at, at).map(
    ([from, to]): Mutation =>
      (text) =>
        moveLine(text, from, to),
  ),
  fc.tuple(at, fc.integer({ min: -4, max: 4 })).map(
    ([line, by]): Mutation =>
      (text) =>
        indentLine(text, line, by),
  ),
  at.map(
    (place): Mutation =>
      (text) =>
        text.slice(0, place % (text.length + 1)),
  ),
);

/** The sample lesson with a few mistakes in it. */
export const brokenLesson = fc
  .array(mutation, { minLength: 1, maxLength: 6 })
  .map((mutations) => mutations.reduce((text, mutate) => mutate(text), sampleLesson));

function splice(text: string, place: number, length: number, part: string): string {
  const start = place % (text.length + 1);
  return text.slice(0, start) + part + text.slice(start + length);
}

function moveLine(text: string, from: number, to: number): string {
  const lines = text.split('\n');
  const [line = ''] = lines.splice(from % lines.length, 1);
  lines.splice(to % (lines.length + 1), 0, line);
  return lines.join('\n');
}

function indentLine(text: string, number: number, by: number): string {
  const lines = text.split('\n');
  const place = number % lines.length;
  const line = lines[place] ?? '';
  lines[place] = by > 0 ? ' '.repeat(by) + line : line.replace(new RegExp(`^ {0,${-by}}`), '');
  return lines.join('\n');
}

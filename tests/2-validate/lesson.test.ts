import { describe, expect, it } from 'vitest';
import { parse } from '../../src/1-parse/index.ts';
import { validateLesson } from '../../src/2-validate/index.ts';
import { andThen } from '../../src/diagnostics/outcome.ts';
import { sortDiagnostics } from '../../src/diagnostics/report.ts';
import { plain } from '../../src/model/tree.ts';
import { builtInContracts } from '../support/built-in-contracts.ts';
import { marked, places } from '../support/marked.ts';
import { sampleLesson } from '../support/mutations.ts';

const contracts = builtInContracts();
const path = 'content/db101/01-joins.yaml';
const validate = (text: string, broken?: ReadonlySet<string>) =>
  andThen(parse({ path, text }), (tree) => validateLesson(tree, contracts, broken));

/** A lesson of one section with these slides, each given in the form of a list item without indentation. */
function lessonWith(...slides: readonly string[]): string {
  const items = slides.map((slide) => slide.replaceAll(/^(?=.)/gm, '      ')).join('\n');
  return `title: Joins\nsections:\n  - title: Inner joins\n    slides:\n${items}\n`;
}

/** What is wrong with a lesson, as `code: text that is pointed at`, in the order of the file. */
function mistakes(text: string): readonly string[] {
  const { value, diagnostics } = validate(text);
  expect(value === undefined).toBe(diagnostics.length > 0);
  return places(sortDiagnostics(diagnostics), text);
}

/** Expects one mistake in a slide, at the marked place. */
function expectMistake(code: string, slide: string): void {
  const { text, start, end } = marked(lessonWith(slide));
  const { value, diagnostics } = validate(text);
  expect(value).toBeUndefined();
  expect(diagnostics).toMatchObject([{ code, span: { file: path, start, end } }]);
}

describe('a lesson', () => {
  it('without mistakes comes out with its sections and slides', () => {
    const { value, diagnostics } = validate(sampleLesson);
    expect(diagnostics).toEqual([]);
    expect(value?.file).toBe(path);
    expect(value?.sections.map(({ id, slides }) => [id?.value, slides.map(({ layout }) => layout)])).toEqual([
      ['inner', ['title', 'bullets', 'table']],
      [undefined, ['summary', 'content']],
    ]);
  });

  it('lends its objectives to a slide that shows them', () => {
    const text = lessonWith('- layout: objectives').replace(
      'title: Joins',
      'title: Joins\nobjectives: [Explain joins]',
    );
    expect(plain(validate(text).value?.sections[0]?.slides[0]?.node as never)).toEqual({
      layout: 'objectives',
      items: ['Explain joins'],
    });
  });

  it.each([
    ['sections: []\n', ['lesson/empty: []']],
    ['sections:\n', ['lesson/empty: sections']],
    ['sections: none\n', ['field/wrong-type: none']],
    ['sections:\n  title: A\n', ['field/wrong-type: title: A']],
    ['sections:\n  - A\n', ['field/wrong-type: A']],
    ['sections:\n  - title: A\n    slides:\n', ['section/empty: slides']],
    ['sections:\n  - title: A\n    slides: []\n', ['section/empty: []']],
    ['sections:\n  - title: A\n    slides: soon\n', ['field/wrong-type: soon']],
    ['sections:\n  - title: A\n', ['field/missing: title: A']],
    ['sections:\n  - slides: [{ layout: title, title: A }]\n', ['field/missing: slides']],
    ['sektions: []\n', ['field/unknown: sektions']],
  ])('has its frame checked: %j', (rest, expected) => expect(mistakes(`title: Joins\n${rest}`)).toEqual(expected));

  it.each([
    ['- title: A\n', ['field/wrong-type: title: A']],
    ['just text\n', ['field/wrong-type: just text']],
    ['5\n', ['field/wrong-type: 5']],
    ['{}\n', ['field/missing: {}', 'field/missing: {}']],
  ])('has to be a mapping: %j', (text, expected) => expect(mistakes(text)).toEqual(expected));

  it('has all its mistakes reported in one run, also those of its YAML', () => {
    const text = lessonWith(
      '- layout: titel',
      '- layout: title\n  title: A #1\n  minutes: -1',
      '- layout: bullets',
    ).replace('title: Joins', 'title: Joins\ntitle: Again\nminutes: long');
    expect(mistakes(text)).toEqual([
      'yaml/duplicate-key: title',
      'field/wrong-type: long',
      'slide/unknown-layout: titel',
      'yaml/comment-in-text: #1',
      'field/wrong-value: -1',
      'field/missing: bullets',
      'field/missing: bullets',
    ]);
  });

  it('that uses a broken layout has no value and no mistake of its own', () => {
    const { value, diagnostics } = validate(lessonWith('- layout: quiz'), new Set(['quiz']));
    expect(value).toBeUndefined();
    expect(diagnostics).toEqual([]);
  });

  it('is blamed once for what a slide shows of it', () => {
    const text = lessonWith('- layout: objectives').replace('title: Joins', 'title: Joins\nobjectives: []');
    expect(mistakes(text)).toEqual(['field/wrong-value: []']);
  });
});

describe('a slide', () => {
  it.each([
    ['field/wrong-type', '- ⟦just text⟧'],
    ['field/wrong-type', '- ⟦[layout, title]⟧'],
    ['field/missing', '- title: A\n- ⟦title: B⟧'.replace('- title: A\n', '')],
    ['field/wrong-type', '- layout: ⟦5⟧'],
    ['field/missing', '- ⟦layout⟧:\n  title: A'],
    ['field/missing', '- layout: ⟦""⟧'],
    ['slide/unknown-layout', '- layout: ⟦two-colum⟧'],
    ['slide/unknown-layout', '- layout: ⟦__proto__⟧'],
    ['field/missing', '- layout: ⟦title⟧'],
    ['field/unknown', '- layout: title\n  ⟦titel⟧: A'],
    ['field/unknown', '- layout: title\n  title: A\n  ⟦Title⟧: B'],
    ['field/unknown', '- layout: title\n  title: A\n  ⟦__proto__⟧: B'],
    ['field/missing', '- layout: title\n  title: ⟦" "⟧'],
    ['field/missing', '- layout: title\n  title: ⟦~⟧'],
    ['field/wrong-type', '- layout: title\n  title: ⟦2024⟧'],
    ['field/wrong-type', '- layout: title\n  title: ⟦true⟧'],
    ['field/wrong-type', '- layout: title\n  title: ⟦[a, b]⟧'],
    ['field/wrong-type', '- layout: title\n  title: ⟦{ a: b }⟧'],
    ['field/wrong-type', '- layout: title\n  title: A\n  minutes: ⟦5 min⟧'],
    ['field/wrong-type', '- layout: title\n  title: A\n  minutes: ⟦.inf⟧'],
    ['field/wrong-value', '- layout: title\n  title: A\n  minutes: ⟦0⟧'],
    ['field/wrong-value', '- layout: title\n  title: A\n  id: ⟦My Slide⟧'],
    ['field/wrong-value', '- layout: title\n  title: A\n  class: ⟦Big⟧'],
    ['field/wrong-value', '- layout: title\n  title: A\n  reveal: ⟦yes⟧'],
    ['field/wrong-type', '- layout: title\n  title: A\n  reveal: ⟦5⟧'],
    ['field/missing', '- layout: title\n  title: A\n  ⟦reveal⟧:'],
    ['image/missing-alt', '- layout: ⟦figure⟧\n  image: a.png'],
    ['image/missing-alt', '- layout: figure\n  image: a.png\n  alt: ⟦""⟧'],
    ['image/missing-alt', '- layout: figure\n  image: a.png\n  ⟦alt⟧:'],
    ['field/missing', '- layout: ⟦objectives⟧'],
  ])('has %s reported at %j', (code, slide) => expectMistake(code, slide));

  it.each([
    ['field/unknown', '- { text: A, ⟦itms⟧: [b] }'],
    ['field/wrong-type', '- ⟦Note: this has a colon⟧'],
    ['field/wrong-type', '- ⟦5⟧'],
    ['field/wrong-type', '- ⟦[nested]⟧'],
    ['field/missing', '- ⟦""⟧'],
    ['field/missing', '- { ⟦text⟧: }'],
    ['field/missing', '- ⟦{}⟧'],
    ['field/missing', '- ⟦icon: 🤖⟧'],
    ['field/wrong-type', '- { text: A, items: ⟦none⟧ }'],
    ['field/wrong-type', '- { text: A, items: [a, ⟦{ text: b }⟧] }'],
  ])('has %s reported deep in a list, once: %j', (code, item) =>
    expectMistake(code, `- layout: bullets\n  title: A\n  items:\n    - fine\n    ${item}`),
  );

  it.each([
    ['field/wrong-value', 'columns: [A, { title: B, align: ⟦middle⟧ }]\n  rows: [[1, 2]]'],
    ['field/unknown', 'columns: [A, { ⟦titel⟧: C }]\n  rows: [[1, 2]]'],
    ['field/wrong-type', 'columns: ⟦A, B⟧\n  rows: [[1, 2]]'],
    ['field/wrong-type', 'columns: [A, B]\n  rows: [[1, 2], ⟦"1, 2"⟧]'],
    ['field/wrong-type', 'columns: [A, B]\n  rows: [[1, ⟦true⟧]]'],
    ['field/missing', 'columns: [A, B]\n  rows: [[1, ⟦null⟧]]'],
    ['field/wrong-value', 'columns: [A, B]\n  rows: [[1, 2], ⟦[]⟧]'],
  ])('has %s reported in a table: %j', (code, fields) =>
    expectMistake(code, `- layout: table\n  title: A\n  ${fields}`),
  );
});

describe('ids', () => {
  it('are unique in a section', () => {
    const slide = '- layout: title\n  title: A\n  id: intro';
    expectMistake('slide/duplicate-id', `${slide}\n${slide.replace('intro', '⟦intro⟧')}`);
  });

  it('may come again in another section', () => {
    const section = '  - title: A\n    slides: [{ layout: title, title: A, id: intro }]\n';
    expect(mistakes(`title: A\nsections:\n${section}${section.replace('title: A', 'title: B')}`)).toEqual([]);
  });

  it('are not those that other slides have by their number', () => {
    expectMistake('slide/duplicate-id', '- layout: title\n  title: A\n  id: ⟦s2⟧\n- layout: title\n  title: B');
    expect(mistakes(lessonWith('- layout: title\n  title: A\n  id: s1', '- layout: title\n  title: B'))).toEqual([]);
  });
});

describe('characters that no slide can show', () => {
  it.each([
    ['in double quotes', '- layout: title\n  title: ⟦"a\\u0007b"⟧'],
    ['in a text as it is', '- layout: title\n  title: a⟦\u0007⟧b'],
    ['behind an emoji', '- layout: title\n  title: 🤖⟦\u0007⟧b'],
    ['in a block', '- layout: content\n  title: A\n  body: |\n    one\n    tw⟦\u007f⟧o'],
    ['that are half of one', '- layout: title\n  title: ⟦"\\ud83e"⟧'],
  ])('are found %s', (_, slide) => expectMistake('text/invalid-character', slide));

  it('are not tabs and line breaks', () => {
    expect(mistakes(lessonWith('- layout: content\n  title: A\n  body: "a\\tb\\nc\\r\\nd"'))).toEqual([]);
  });

  it('are too many in a text without end', () => {
    const text = lessonWith(`- layout: content\n  title: A\n  body: ${'word '.repeat(4001)}`);
    expect(validate(text).diagnostics.map(({ code }) => code)).toEqual(['text/too-long']);
  });
});

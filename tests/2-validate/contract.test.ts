import { describe, expect, it } from 'vitest';
import { contractOf, contractSources } from '../support/built-in-contracts.ts';
import { marked } from '../support/marked.ts';

const frame = `title: Quiz
description: A question.
type: object
required: [question]
properties:
  question: { type: string, format: inline, description: The question. }
examples:
  - question: Why?
`;

/** Expects one mistake, at the marked place. */
function expectMistake(written: string): void {
  const { text, start, end } = marked(written);
  const { value, diagnostics } = contractOf('quiz', { path: 'quiz.schema.yaml', text });
  expect(value).toBeUndefined();
  expect(diagnostics).toMatchObject([{ code: 'contract/invalid', span: { file: 'quiz.schema.yaml', start, end } }]);
}

describe('the contracts that come with Lectern', () => {
  it.each([...contractSources()])('%s is valid, and so are its examples', (layout, source) => {
    const { value, diagnostics } = contractOf(layout, source);
    expect(diagnostics).toEqual([]);
    expect(value).toMatchObject({ layout, title: expect.any(String), description: expect.stringMatching(/\.$/) });
  });
});

describe('a contract', () => {
  it('gives title, description and schema of a layout', () => {
    const { value, diagnostics } = contractOf('quiz', { path: 'quiz.schema.yaml', text: frame });
    expect(diagnostics).toEqual([]);
    expect(value).toMatchObject({ layout: 'quiz', title: 'Quiz', description: 'A question.' });
    expect(value?.schema.required).toEqual(['question']);
  });

  it.each([
    ['lacks what contracts need', frame.replace('title: Quiz\ndescription: A question.', '⟦title: Quiz⟧')],
    ['has no example', frame.replace('\n  - question: Why?', ' ⟦[]⟧')],
    ['is not about an object', frame.replace('type: object', 'type: ⟦array⟧')],
    ['has a type that does not exist', frame.replace('type: string', 'type: ⟦text⟧')],
    ['has a number where JSON Schema wants none', frame.replace('format: inline', 'maxLength: ⟦ten⟧')],
    ['has a keyword that does not exist', frame.replace('required:', '⟦requires⟧:')],
    ['has a keyword that does not exist, deep in it', frame.replace('format:', '⟦fromat⟧:')],
    ['has a format that does not exist', frame.replace('inline', '⟦inlin⟧')],
    ['takes a value from nowhere', frame.replace('format: inline', 'defaultFrom: ⟦lesson.sections⟧')],
    ['has a field for nobody', frame.replace('format: inline', 'audience: ⟦everyone⟧')],
    ['names items of no list by letters', frame.replace('format: inline', 'letterOf: ⟦options⟧')],
    ['names what is no list by letters', frame.replace('format: inline', 'letterOf: ⟦question⟧')],
    [
      'names items by letters where no list can be beside it',
      frame.replace(
        'question: {',
        'options: { type: array, items: { type: string, letterOf: ⟦options⟧ } }\n  question: {',
      ),
    ],
    ['defines a field of all slides', frame.replace('  question: {', '  ⟦notes⟧: { type: string }\n  question: {')],
    ['has an example with an unknown field', frame.replace('- question: Why?', '- ⟦questoin⟧: Why?')],
    ['has an example with a wrong value', frame.replace('Why?', '⟦5⟧')],
  ])('that %s is invalid there', (_, written) => expectMistake(written));

  it('has all its mistakes reported', () => {
    const text = 'title: Quiz\ntype: object\nproperties:\n  notes: { type: text }\nexamples: 5\n';
    const { diagnostics } = contractOf('quiz', { path: 'quiz.schema.yaml', text });
    const found = diagnostics.map(({ span }) => span && text.slice(span.start, span.end));
    expect(found).toEqual(expect.arrayContaining(['title: Quiz', 'text', 'notes', '5']));
    expect(found).toHaveLength(4);
  });
});

import { describe, expect, it } from 'vitest';
import { Marker, settle } from '../../src/4-expand/marks.ts';

const span = (start: number) => ({ file: 'lesson.yaml', start, end: start + 1 });

/** Settles a text in which values stand between ⟦ and ⟧; the first has the span 1, the second 2. */
function settled(text: string) {
  const marker = new Marker();
  let number = 0;
  const wrapped = text.replaceAll(/⟦([^⟧]*)⟧/g, (_, value: string) => {
    number += 1;
    return marker.wrap(value, span(number));
  });
  return settle(wrapped, marker);
}

describe('a value of several lines', () => {
  it.each([
    ['- ⟦a\n\nb⟧\n', '- a\n\n  b\n'],
    ['  - ⟦a\nb⟧', '  - a\n    b'],
    ['12. ⟦a\nb⟧', '12. a\n    b'],
    ['1) ⟦a\nb⟧', '1) a\n   b'],
    ['> ⟦a\n\nb⟧', '> a\n>\n> b'],
    ['> - ⟦a\n\nb⟧', '> - a\n>\n>   b'],
    ['- > ⟦a\nb⟧', '- > a\n  > b'],
    ['## ⟦a\nb⟧', '## a\nb'],
    ['text ⟦a\nb⟧', 'text a\nb'],
    ['-⟦a\nb⟧', '-a\nb'],
    ['⟦a⟧ ⟦b\nc⟧', 'a b\nc'],
    ['- ⟦```\n  x\n\n  y\n```⟧', '- ```\n    x\n\n    y\n  ```'],
  ])('stays where its first line stands: %j', (text, markdown) => {
    expect(settled(text).markdown).toBe(markdown);
  });
});

it('keeps bars within cells', () => {
  expect(settled('| ⟦$|a|$⟧ | ⟦b⟧ |\n|---|---|\n| ⟦c⟧ | d |').markdown).toBe('| $\\|a\\|$ | b |\n|---|---|\n| c | d |');
  expect(settled('a ⟦|b|⟧').markdown).toBe('a |b|');
});

it('takes out blank lines that templates leave, but none of a value', () => {
  expect(settled('a\n\n\n\n⟦b\n\n\n\nc⟧\n\n\nd').markdown).toBe('a\n\nb\n\n\n\nc\n\nd');
});

it('says where each line comes from', () => {
  const { lines } = settled('# ⟦a⟧\n\n⟦b\n\nc⟧\n⟦d⟧ ⟦e⟧\n- f');
  expect(lines.map((line) => line?.start)).toEqual([1, undefined, 2, undefined, 2, 3, undefined]);
});

it('says where slides and rows of tables are', () => {
  const marker = new Marker();
  const slide = (text: string) => marker.wrapSlide(text, span(9));
  const value = marker.wrap('x', span(1));
  const { slides, rows, lines } = settle(
    `---\n\n${slide(`# a\n\n${value}`)}\n\n---\n\n${slide(`| ${value} |\n|---|`)}\n`,
    marker,
  );
  expect(slides).toEqual([
    { start: 2, end: 5 },
    { start: 8, end: 10 },
  ]);
  expect([...rows]).toEqual([8]);
  // What a template writes on its own belongs to the slide as a whole.
  expect(lines.map((line) => line?.start)).toEqual([
    undefined,
    undefined,
    9,
    undefined,
    1,
    undefined,
    undefined,
    undefined,
    1,
    9,
    undefined,
  ]);
});

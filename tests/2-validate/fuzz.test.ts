import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from '../../src/1-parse/index.ts';
import { validateContract, validateCourse, validateLesson } from '../../src/2-validate/index.ts';
import { andThen, type Outcome } from '../../src/diagnostics/outcome.ts';
import { hasErrors } from '../../src/diagnostics/report.ts';
import type { Source } from '../../src/model/source.ts';
import type { Tree } from '../../src/model/tree.ts';
import { builtInContracts } from '../support/built-in-contracts.ts';
import { brokenLesson, sampleLesson, yamlish } from '../support/mutations.ts';
import { expectWellFormed } from '../support/well-formed.ts';

const path = 'content/db101/01-joins.yaml';
const contracts = builtInContracts();

const checks: readonly [string, (tree: Tree, source: Source) => Outcome<unknown>][] = [
  ['lesson', (tree) => validateLesson(tree, contracts)],
  ['course', (tree) => validateCourse(tree, 'content/db101')],
  ['contract', (tree, source) => validateContract('quiz', source, tree)],
];

/** A lesson in the form of JSON, some parts of it replaced by anything. */
const jsonLesson = fc
  .tuple(fc.array(fc.tuple(fc.nat(), fc.jsonValue({ maxDepth: 3 })), { minLength: 1, maxLength: 3 }))
  .map(([changes]) => {
    const lesson = {
      title: 'Joins',
      objectives: ['Explain joins'],
      sections: [
        {
          title: 'Inner',
          slides: [
            { layout: 'title', title: 'A', minutes: 2, id: 'a' },
            { layout: 'bullets', title: 'B', items: ['x', { text: 'y', icon: '🤝', items: ['z'] }] },
            { layout: 'table', title: 'C', columns: ['K', { title: 'R', align: 'right' }], rows: [['a', 1]] },
            { layout: 'two-column', title: 'D', left: { body: 'x' }, right: { title: 'y', body: 'z' } },
            { layout: 'objectives' },
          ],
        },
      ],
    };
    return JSON.stringify(
      changes.reduce<unknown>((value, [place, part]) => replaced(value, place, part), lesson),
      null,
      2,
    );
  });

/** The value with one of its parts, found by a number, replaced. */
function replaced(value: unknown, place: number, part: unknown): unknown {
  let count = 0;
  const total = countParts(value);
  const visit = (inside: unknown): unknown => {
    if (count++ === place % total) return part;
    if (Array.isArray(inside)) return inside.map(visit);
    if (typeof inside !== 'object' || inside === null) return inside;
    return Object.fromEntries(Object.entries(inside).map(([key, child]) => [key, visit(child)]));
  };
  return visit(value);
}

function countParts(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  return 1 + Object.values(value).reduce((sum: number, child) => sum + countParts(child), 0);
}

describe.each(checks)('no file can make the check of a %s throw or point outside of it', (_, check) => {
  const expectChecked = (text: string): void => {
    const source = { path, text };
    const { value, diagnostics } = andThen(parse(source), (tree) => check(tree, source));
    expectWellFormed(diagnostics, source);
    expect(value === undefined).toBe(hasErrors(diagnostics));
  };

  it('when it is made of what YAML reacts to', () => {
    fc.assert(fc.property(yamlish, expectChecked), { numRuns: 200 });
  });

  it('when it is a lesson with a few mistakes', () => {
    fc.assert(fc.property(brokenLesson, expectChecked), { numRuns: 150 });
  });

  it('when some of its parts are anything', () => {
    fc.assert(fc.property(jsonLesson, expectChecked), { numRuns: 200 });
  });

  it('when it is any JSON', () => {
    fc.assert(fc.property(fc.json({ maxDepth: 5 }), expectChecked), { numRuns: 150 });
  });
});

describe('the lesson that is broken here', () => {
  it('has no mistake before', () => {
    expect(andThen(parse({ path, text: sampleLesson }), (tree) => validateLesson(tree, contracts)).diagnostics).toEqual(
      [],
    );
  });
});

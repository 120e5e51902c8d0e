import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode, parse } from '../../src/1-parse/index.ts';
import { hasErrors } from '../../src/diagnostics/report.ts';
import { brokenLesson, sampleLesson, yamlish } from '../support/mutations.ts';
import { expectSpansInside, expectWellFormed } from '../support/well-formed.ts';

const path = 'content/db101/01-joins.yaml';

function expectReadable(text: string): void {
  const source = { path, text };
  const { value, diagnostics } = parse(source);
  expectWellFormed(diagnostics, source);
  expect(value !== undefined || hasErrors(diagnostics)).toBe(true);
  if (value) expectSpansInside(value, source);
}

describe('no text can make the parser throw or point outside of the file', () => {
  it('when it is anything at all', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), expectReadable), { numRuns: 500 });
  });

  it('when it is made of what YAML reacts to', () => {
    fc.assert(fc.property(yamlish, expectReadable), { numRuns: 2000 });
  });

  it('when it is a lesson with a few mistakes', () => {
    fc.assert(fc.property(brokenLesson, expectReadable), { numRuns: 500 });
  });

  it('and the lesson without mistakes has none', () => {
    expect(parse({ path, text: sampleLesson }).diagnostics).toEqual([]);
  });
});

describe('no bytes can make the decoder throw', () => {
  it('whatever they are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const { value, diagnostics } = decode(path, bytes);
        expect(value === undefined).toBe(hasErrors(diagnostics));
        const lenient = new TextDecoder().decode(bytes);
        for (const { span } of diagnostics) {
          if (span) expect(span.start >= 0 && span.start < span.end && span.end <= lenient.length).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byTag, textOf } from '../support/html.ts';
import { expectValue, workbench } from '../support/workbench.ts';

/** The code of a slide with these fields, as it is in the deck, and the fields around it. */
async function shown(file: string | Uint8Array, fields: object, name = 'code/a.py') {
  const bench = await workbench({ [name]: file });
  const slide = { layout: 'code', title: 'T', file: name, ...fields };
  const { value, diagnostics } = await bench.decks(
    JSON.stringify({ title: 'L', sections: [{ title: 'S', slides: [slide] }] }),
  );
  const deck = value?.[0];
  const { code, language, highlight } = deck?.slides[0]?.fields ?? {};
  return {
    bench,
    deck,
    codes: diagnostics.map((found) => found.code),
    code: code?.kind === 'code' ? code.text : undefined,
    language: language?.kind === 'literal' ? language.text : undefined,
    highlight: highlight?.kind === 'literal' ? highlight.text : undefined,
  };
}

const lines = ['a', '    b', '', '\t\tc', '      d', '    e', ''];

describe('code from a file', () => {
  it.each([
    ['all of it', {}, 'a\n    b\n\n\t\tc\n      d\n    e'],
    ['one line', { lines: 2 }, 'b'],
    ['one line as text', { lines: '1' }, 'a'],
    ['lines without the indentation that they share', { lines: '5-6' }, '  d\ne'],
    ['lines between which one is blank', { lines: '2-3' }, 'b\n'],
    ['lines whose indentation is of two kinds', { lines: '4-5' }, '\t\tc\n      d'],
  ])('is %s', async (_, fields, code) => {
    for (const lineBreak of ['\n', '\r\n', '\r']) expect((await shown(lines.join(lineBreak), fields)).code).toBe(code);
  });

  it.each([
    ['a.py', 'python'],
    ['A.R', 'r'],
    ['code/main.test.ts', 'typescript'],
    ['Dockerfile', 'docker'],
    ['Makefile', 'make'],
    ['a b/größe.sql', 'sql'],
    ['notes.txt', 'text'],
  ])('is in the language that its name says: %s', async (name, language) => {
    expect(await shown('x', {}, name)).toMatchObject({ language, codes: [] });
  });

  it('is in the language that the slide says, if it does', async () => {
    expect(await shown('x', { language: 'rust' }, 'x.unknown')).toMatchObject({ language: 'rust', codes: [] });
    expect((await shown('x', {}, 'x.unknown')).codes).toEqual(['field/missing']);
    expect((await shown('x', {}, 'constructor')).codes).toEqual(['field/missing']);
  });

  it('has languages that the engine knows', async () => {
    const ends =
      'sh c clj cmake cpp cs css dart diff dockerfile ex erl f90 fs go graphql hs html ini java js json jsx jl kt tex'
        .concat(
          ' lean lua mk md m ml pl php ps1 pro proto py r rs rb scala scm sql swift txt toml tsx ts v vhd xml yaml zig',
        )
        .split(' ');
    const bench = await workbench(Object.fromEntries(ends.map((end) => [`x.${end}`, 'x'])));
    const slides = ends.map((end) => ({ layout: 'code', title: 'T', file: `x.${end}` }));
    const [deck] = expectValue(await bench.decks(JSON.stringify({ title: 'L', sections: [{ title: 'S', slides }] })));
    expect((await bench.render(deck ?? ({} as never))).diagnostics).toEqual([]);
  });

  it.each([
    ['1,3-4', {}, '1,3-4', []],
    ['5', { lines: '5-6' }, '1', []],
    ['5-6', { lines: '4-6' }, '2-3', []],
    ['4', { lines: '5-6' }, undefined, ['code/highlight-out-of-range']],
    ['7', {}, undefined, ['code/highlight-out-of-range']],
  ])('has its lines pointed out as they count in the file: %s', async (highlight, fields, expected, codes) => {
    expect(await shown(lines.join('\n'), { ...fields, highlight })).toMatchObject({ highlight: expected, codes });
  });

  it.each([
    ['in another encoding', Buffer.from('# ü', 'latin1'), 'file/invalid-utf8'],
    ['a program', Buffer.from('\u007fELF\u0000\u0001'), 'asset/unsupported-type'],
    ['empty', '\n \n', 'field/wrong-value'],
    ['endless', 'x\n'.repeat(20_000), 'text/too-long'],
    ['large', new Uint8Array(4_000_001).fill(0x61), 'asset/unsupported-type'],
    ['with a form feed', 'a\n\fb', 'text/invalid-character'],
    ['with a noncharacter', 'a\ufdd0', 'text/invalid-character'],
  ])('cannot be %s', async (_, file, code) => {
    expect((await shown(file, {})).codes).toEqual([code]);
  });

  it('is taken out of a file that is far longer', async () => {
    expect((await shown(`${'x\n'.repeat(20_000)}y`, { lines: 20_001 })).code).toBe('y');
  });

  it('has the numbers of its file, where they are asked for', async () => {
    const style = async (fields: object) => {
      const { bench, deck } = await shown(lines.join('\n'), fields);
      const [slide] = expectValue(await bench.render(deck ?? ({} as never))).slides;
      const [, found] = /<code class="[^"]*numbered[^"]*" style="([^"]*)"/.exec(slide?.html ?? '') ?? [];
      return found;
    };
    expect(await style({ lines: '5-6', 'line-numbers': true })).toBe('counter-reset:line 4;--digits:1');
    expect(await style({ 'line-numbers': true })).toBe('counter-reset:line 0;--digits:1');
    expect(await style({ lines: '5-6', class: 'line-numbers' })).toBe('counter-reset:line 4;--digits:1');
    expect(await style({ lines: '5-6', 'line-numbers': false })).toBeUndefined();
    expect(await style({ lines: '5-6' })).toBeUndefined();
  });

  it('is shown as it is, whatever it is', async () => {
    const piece = fc.constantFrom(
      '```',
      '\n---\n',
      '<!-- _class: x -->',
      '{{x}}',
      '</pre>',
      '<style>',
      '\t',
      ' ',
      '\n',
      '$$',
      'ü',
      '&lt;',
      '|',
    );
    const bench = await workbench();
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 12 }), async (parts) => {
        const text = `x${parts.join('')}y`;
        const { deck } = await shown(text, { language: 'text' });
        const { slides } = expectValue(await bench.render(deck ?? ({} as never)));
        expect(slides).toHaveLength(1);
        const [pre] = byTag(slides[0]?.html ?? '', 'pre');
        expect(pre && textOf(pre)).toBe(text);
      }),
      { numRuns: 20 },
    );
  });
});

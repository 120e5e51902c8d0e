import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attribute, byTag, textOf } from '../support/html.ts';
import { expectValue, workbench } from '../support/workbench.ts';

const csv = 'name,acc,remark\nAda,0.91,*good*\nBen,0.80,a|b <T>\nCy,–,"two\nlines"\n';

/** The slide that a table with these fields makes: its cells, with what stands out, and what was found. */
async function rendered(fields: object, text = csv) {
  const bench = await workbench({ 'data/a.csv': text });
  const slide = { layout: 'table', title: 'T', ...fields };
  const lesson = JSON.stringify({ title: 'L', sections: [{ title: 'S', slides: [slide] }] });
  const { value, diagnostics } = await bench.decks(lesson);
  const [deck] = value ?? [];
  const slides = deck ? expectValue(await bench.render(deck)).slides : [];
  const html = slides[0]?.html ?? '';
  const rows = byTag(html, 'tr').map((row) =>
    row.childNodes.flatMap((cell) => ('tagName' in cell ? [{ cell, text: textOf(cell).trim() }] : [])),
  );
  return {
    html,
    slides,
    codes: diagnostics.map(({ code }) => code),
    texts: rows.map((row) => row.map((each) => each.text)),
    classes: rows.map((row) => row.map(({ cell }) => attribute(cell, 'class') ?? '')),
    scopes: rows.map((row) => row.map(({ cell }) => attribute(cell, 'scope') ?? '')),
  };
}

describe('a table', () => {
  it('has the columns and rows of a file, with numbers at the right', async () => {
    const { texts, classes, scopes } = await rendered({ data: 'data/a.csv' });
    expect(texts).toEqual([
      ['name', 'acc', 'remark'],
      ['Ada', '0.91', 'good'],
      ['Ben', '0.80', 'a|b <T>'],
      ['Cy', '–', 'twolines'],
    ]);
    expect(classes.map((row) => row.join(' ').trim())).toEqual(['right', 'right', 'right', 'right']);
    expect(scopes[0]).toEqual(['col', 'col', 'col']);
    expect(
      scopes.slice(1).every(([first, ...others]) => first === 'row' && others.every((scope) => scope === '')),
    ).toBe(true);
  });

  it('reads the cells of a file as Markdown', async () => {
    const { html } = await rendered({ data: 'data/a.csv' });
    expect(html).toContain('<em>good</em>');
    expect(html).toMatch(/two<br ?\/?>lines/);
  });

  it('chooses, orders and names columns, and picks rows', async () => {
    const columns = [
      { from: 'acc', title: '**Accuracy**', align: 'center' },
      'name',
      { title: 'remark', align: 'right' },
    ];
    const { texts, classes } = await rendered({ data: 'data/a.csv', columns, rows: '3,1-2' });
    expect(texts).toEqual([
      ['Accuracy', 'name', 'remark'],
      ['–', 'Cy', 'twolines'],
      ['0.91', 'Ada', 'good'],
      ['0.80', 'Ben', 'a|b <T>'],
    ]);
    expect(classes[0]).toEqual(['center', '', 'right']);
  });

  it('has rows that are written in place, as lists or as data', async () => {
    const asLists = await rendered({
      columns: ['a', 'b'],
      rows: [
        ['x', 1.5],
        ['', '2'],
      ],
    });
    const asData = await rendered({ data: [{ a: 'x', b: 1.5 }, { b: '2' }] });
    expect(asLists.texts).toEqual([
      ['a', 'b'],
      ['x', '1.5'],
      ['', '2'],
    ]);
    expect(asData.texts).toEqual(asLists.texts);
  });

  it('lets rows, columns and cells stand out', async () => {
    const highlight = [{ row: 3 }, { column: 'Accuracy' }, { row: 1, column: 1 }];
    const { classes } = await rendered({
      data: 'data/a.csv',
      columns: ['name', { from: 'acc', title: 'Accuracy', align: 'left' }, 'remark'],
      highlight,
    });
    const marked = classes.map((row) => row.map((names) => (names.includes('marked') ? 'x' : '-')).join(''));
    expect(marked).toEqual(['-x-', 'xx-', '-x-', 'xxx']);
  });

  it.each([
    [{ data: 'data/a.csv', rows: [['x']] }, ['field/wrong-value']],
    [{ data: 'data/a.csv', rows: '4' }, ['field/wrong-value']],
    [{ data: 'data/a.csv', rows: '0' }, ['field/wrong-value']],
    [{ data: 'data/a.csv', columns: ['Name'] }, ['data/unknown-column']],
    [{ data: 'data/a.csv', highlight: [{ row: 4 }] }, ['field/wrong-value']],
    [{ data: 'data/a.csv', highlight: [{ column: 'Acc' }] }, ['data/unknown-column']],
    [{ data: 'data/b.csv', columns: ['x'], highlight: [{ row: 9 }] }, ['asset/missing']],
    [{ columns: ['a'] }, ['field/missing']],
    [{ rows: [['x']] }, ['field/missing']],
    [{}, ['field/missing', 'field/missing']],
    [{ columns: ['a', 'b'], rows: [['x']] }, ['field/wrong-value']],
    [{ columns: ['a'], rows: [['x', 'y']], highlight: [{ row: 9 }] }, ['field/wrong-value']],
    [{ columns: ['a'], rows: [['x']], highlight: [{ row: 2 }] }, ['field/wrong-value']],
  ])('has one fault reported: %j', async (fields, codes) => {
    expect((await rendered(fields)).codes).toEqual(codes);
  });

  it('keeps any cell of a file in its place, as text', async () => {
    const piece = fc.constantFrom(
      '|',
      '---',
      '<!-- _class: x -->',
      '</td>',
      '<script>',
      '"',
      ',',
      ';',
      '\n',
      '# ',
      '- ',
      '1. ',
      '<style>',
      '{{x}}',
      'ü',
      '```',
      '&amp;',
      '===',
    );
    const cell = fc.array(piece, { maxLength: 6 }).map((parts) => `x${parts.join('')}`);
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 3 }), async (rows) => {
        const text = ['a,b', ...rows.map((row) => row.map(quoted).join(','))].join('\n');
        const { slides, html, texts } = await rendered({ data: 'data/a.csv' }, text);
        expect(slides).toHaveLength(1);
        expect(html).not.toMatch(/<(script|style)\b/);
        expect(texts.map((row) => row.length)).toEqual([2, ...rows.map(() => 2)]);
        for (const row of texts.slice(1)) for (const text of row) expect(text).toMatch(/^x/);
      }),
      { numRuns: 20 },
    );
  });
});

import { describe, expect, it } from 'vitest';
import { parse } from '../../src/1-parse/index.ts';
import { readBlocks, readInline } from '../../src/3-resolve/blocks.ts';
import type { Span } from '../../src/model/source.ts';
import type { Block, Inline } from '../../src/model/text.ts';
import { childOf, type MapNode, type ScalarNode } from '../../src/model/tree.ts';
import { places } from '../support/marked.ts';

/** The text that the spans of formulas, images and code in the field `body` stand for. */
function spansIn(text: string, read: 'blocks' | 'inline' = 'blocks'): readonly string[] {
  const node = childOf(parse({ path: 'lesson.yaml', text }).value as MapNode, 'body') as ScalarNode;
  const spans =
    read === 'blocks' ? readBlocks(node).content.flatMap(inBlock) : readInline(node).content.flatMap(inInline);
  return spans.map(({ start, end }) => text.slice(start, end));
}

const inInline = (inline: Inline): readonly Span[] =>
  'children' in inline
    ? inline.children.flatMap(inInline)
    : inline.kind === 'formula' || inline.kind === 'image'
      ? [inline.span]
      : [];

function inBlock(block: Block): readonly Span[] {
  switch (block.kind) {
    case 'code':
    case 'formula':
      return [block.span];
    case 'list':
      return block.items.flat().flatMap(inBlock);
    case 'quote':
      return block.blocks.flatMap(inBlock);
    case 'table':
      return [block.head, ...block.rows].flat(2).flatMap(inInline);
    case 'rule':
      return [];
    default:
      return block.children.flatMap(inInline);
  }
}

describe('the place of a formula, an image or a language', () => {
  it('is found in a literal block', () => {
    const text = `body: |
  Two times $x$: *here* and $x$,
    and ![a](x.png) here.

  - \`\`\`python
    $x$
    \`\`\`
  - $y$

  | a | b |
  |---|---|
  | $z$ | $x$ |

  $$
  x + y
  $$
`;
    expect(spansIn(text)).toEqual(['x', 'x', 'x.png', 'python', 'y', 'z', 'x', 'x + y']);
    expect(text.indexOf('$x$,')).toBeGreaterThan(0);
  });

  it.each([
    ['plain', 'body: The mean $\\mu$ and $\\sigma$', ['\\mu', '\\sigma']],
    ['in single quotes', "body: 'With $\\mu$: so'", ['\\mu']],
    ['in double quotes', 'body: "With $x_1$: so"', ['x_1']],
  ])('is found in a text that is %s', (_, text, expected) => {
    expect(spansIn(text)).toEqual(expected);
    expect(spansIn(text, 'inline')).toEqual(expected);
  });

  it.each([
    ['folded', 'body: >-\n  A long text\n  with $x$ in it.\n'],
    ['with escapes', 'body: "A \\u0041 with $\\\\mu$"'],
    ['with doubled quotes', "body: 'It''s $x$'"],
    ['over several lines', 'body: A long text\n  with $x$ in it.\n'],
  ])('is at least within the text when that is %s', (_, text) => {
    const [found = ''] = spansIn(text);
    expect(found).toMatch(/x|mu/);
    expect(text.slice(5)).toContain(found);
  });

  it('tells equal pieces apart', () => {
    const text = 'body: |\n  $a$ $b$ $a$\n';
    const node = childOf(parse({ path: 'lesson.yaml', text }).value as MapNode, 'body') as ScalarNode;
    const spans = readBlocks(node).content.flatMap(inBlock);
    expect(spans.map(({ start }) => text[start - 1])).toEqual(['$', '$', '$']);
    expect(new Set(spans.map(({ start }) => start)).size).toBe(3);
  });
});

describe('the place of a mistake', () => {
  const faultsIn = (text: string) => {
    const node = childOf(parse({ path: 'lesson.yaml', text }).value as MapNode, 'body') as ScalarNode;
    return places(readBlocks(node).diagnostics, text);
  };

  it.each([
    ['[x](y.html)', ['link/unsupported: y.html']],
    ['![](a.png)', ['image/missing-alt: a.png']],
    ['a <div> b', ['text/html-as-text: <div>']],
    ['```js {9}\nx\n```', ['code/highlight-out-of-range: {9}']],
    ['```js title\nx\n```', ['field/wrong-value: title']],
    ['| a |\n|---|\n| 1 | 2 |', ['field/wrong-value: 2']],
  ])('%j', (body, expected) => {
    expect(faultsIn(`body: |\n${body.replaceAll(/^/gm, '  ')}\n`)).toEqual(expected);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slideSchema } from '../../src/2-validate/index.ts';
import type { Format } from '../../src/model/contract.ts';
import { emojiOf } from '../../src/model/emoji.ts';
import { canonical, folded, formulasIn, shownText } from '../support/slide-html.ts';
import { type TextField, textFieldsOf } from '../support/text-fields.ts';
import { expectValue, picture, workbench } from '../support/workbench.ts';
import { danger, tries } from './danger.ts';
import { expectHarmless, expectLiteral, expectMarkdown, isBlank } from './slot.ts';

const bench = await workbench({ 'figures/picture.svg': picture });
const fields = [...bench.contracts.values()].flatMap((contract) =>
  textFieldsOf(contract, slideSchema(contract.schema)),
);
const named = fields.map((field) => [`${field.layout} ${field.path}`, field] as const);

/** Stands where a text will come, so that all around it can be compared. */
const placeholder = 'Placeholder';

/** Texts that got out of their field once, or got lost. */
const once: readonly (readonly [what: string, text: string])[] = [
  ['a formula set off within a line, whose TeX was read as Markdown', 'a $$x *y* <b>$$ more'],
  ['a formula set off at the start of a line, which took in the slides below', '$$x$$ is nice'],
  ['a formula set off within text in a formula', '$$a \\text{ if $b$ and $c$} $$'],
  ['a digit after a formula, which kept it from ending', '$a$&#53;'],
  ['a break alone in a list entry, which took in the list below it', '- <br>\n  - nested'],
  ['an image alone in a list entry', '- ![a](figures/picture.svg)\n  - nested'],
  ['a list that counts beyond what a number may have', '999999999. a\n2. b'],
  ['a line separator in a quote, where a bar was put behind it', '> a\u2028b'],
  ['no-break and wide spaces, which became plain ones', 'a\u00a0b\u3000c\u2003d\ufeffe'],
  ['white space of all kinds around other scripts', '\u200d\u2028𐍈 a\u00a0𝒜'],
  ['markup in the alternative text of an image', '![a *b* \\* `c`](figures/picture.svg)'],
  ['addresses that no deck can link to', 'see //example.org/x and ftp://a.b'],
  ['a line feed given as a character reference', 'a&#10;- b&#10;&#10;# c'],
  ['formulas side by side', '$a$$b$'],
  ['a bar in a formula', '$|a|$ $\\|b\\|$'],
  ['elements within each other, deeper than the stack', `${'<b>'.repeat(2800)}x${'</b>'.repeat(2800)}`],
];

describe.each(named)('%s', (_, field) => {
  it('keeps any text where it is', async () => {
    const check = await checkerOf(field);
    await fc.assert(
      fc.asyncProperty(danger, (text) => check(text)),
      tries(20),
    );
  });

  if (field.isForInstructor) {
    it('leaves no trace of any text in what students get', async () => {
      const before = await studentsDeck(field, placeholder);
      await fc.assert(
        fc.asyncProperty(danger, async (text) => {
          fc.pre(!isBlank(text));
          const after = await studentsDeck(field, text);
          if (after) expect([after.markdown, after.embeds]).toEqual([before?.markdown, before?.embeds]);
        }),
        tries(20),
      );
    });
  }

  if (!isMarkdown(field.format)) return;
  it('shows what is escaped as it is', async () => {
    const check = await checkerOf(field);
    await fc.assert(
      fc.asyncProperty(danger, (text) => check(escaped(text), folded(text))),
      tries(10),
    );
  });
});

describe.each(once)('once: %s', (_, text) => {
  const chosen = named.filter(([name]) =>
    /^(content body|bullets items\[\]\.text|title date|figure alt|code code)$/.test(name),
  );

  it.each(chosen)('%s', async (__, field) => {
    const check = await checkerOf(field);
    await check(text);
  });
});

function lessonWith(field: TextField, text: string): string {
  const slide = { layout: field.layout, ...(field.slideWith(text) as object) };
  const slides = [{ layout: 'section', title: 'First' }, slide, { layout: 'section', title: 'Last' }];
  return JSON.stringify({ title: 'Lesson', sections: [{ title: 'Section', slides }] });
}

/** The same deck for students as Markdown, unless its text is refused. */
async function studentsDeck(field: TextField, text: string) {
  const [deck] = (await bench.decks(lessonWith(field, text))).value ?? [];
  return deck && bench.expand(deck, 'public').value;
}

/** Renders a deck of three slides, the second with a text in a field. Without slides, the codes say why. */
async function deckWith(field: TextField, text: string) {
  const { value: decks, diagnostics } = await bench.decks(lessonWith(field, text));
  const [deck] = decks ?? [];
  const audience = field.isForInstructor ? 'instructor' : 'public';
  const rendered = deck ? await bench.render(deck, audience) : { value: undefined, diagnostics: [] };
  const embeds = (deck && bench.expand(deck, audience).value?.embeds) ?? [];
  return {
    codes: [...diagnostics, ...rendered.diagnostics].map(({ code }) => code),
    slides: rendered.value?.slides.map(({ html }) => withoutShapes(canonical(html))),
    css: rendered.value?.css,
    formulas: embeds.filter(({ kind }) => kind === 'formula').map((formula) => formula.text.trim()),
  };
}

/** A chart fills the room that the texts beside it leave: its shapes may change with them, what it says of itself may not. */
const withoutShapes = (html: string): string =>
  // So does a listing with the length of its lines.
  html
    .replaceAll(/;?--columns:\d+/g, '')
    .replaceAll(/(<svg class="plot") viewBox="[^"]*"((?: [\w-]+="[^"]*")*>)[\s\S]*?<\/svg>/g, '$1$2</svg>');

/** A check of what a text makes of a field: all around it stays as it was, and the text says what it said. */
async function checkerOf(field: TextField) {
  const before = await deckWith(field, field.format === 'emoji' ? '🐙' : placeholder);
  const [first, slide = '', last] = expectValue({ value: before.slides, diagnostics: [] });
  const around = slide.split(slotOf(field.format));
  expect(around).toHaveLength(2);
  const [start = '', end = ''] = around;

  return async (text: string, literally = ''): Promise<void> => {
    fc.pre(!isBlank(text));
    const after = await deckWith(field, text);
    if (!after.slides) {
      for (const code of after.codes) expect(reasons).toContain(code);
      return;
    }
    expect(after.slides).toHaveLength(3);
    expect([after.slides[0], after.slides[2]]).toEqual([first, last]);
    const html = after.slides[1] ?? '';
    expect(html.slice(0, start.length)).toBe(start);
    expect(html.slice(-end.length)).toBe(end);
    const slot = html.slice(start.length, html.length - end.length);
    expectHarmless(slot);
    if (!/[$`~]/.test(text)) expect(after.css).toBe(before.css);
    if (field.format === 'emoji') expect(shownText(slot)).toBe(emojiOf(text));
    else if (field.format === 'formula') expect(formulasIn(slot)).toEqual(after.formulas);
    else if (literally !== '') expect(shownText(slot)).toBe(literally);
    else if (isMarkdown(field.format))
      expectMarkdown(slot, text, field.format, without(after.formulas, before.formulas));
    else expectLiteral(slot, text, field.format);
  };
}

/** The texts of a list without those that are beside the field in any case. */
function without(all: readonly string[], beside: readonly string[]): readonly string[] {
  const rest = [...beside];
  return all.filter((text) => {
    const at = rest.indexOf(text);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
}

/** Why a text may be refused, with a message to its author. */
const reasons = [
  'text/invalid-character',
  'text/html-as-text',
  'field/wrong-value',
  'link/unsupported',
  'link/unknown-slide',
  'image/missing-alt',
  'asset/missing',
  'asset/outside',
  'asset/unsupported-type',
  'file/unreadable',
  'formula/invalid',
  'code/unknown-language',
  'code/highlight-out-of-range',
  'diagram/unknown-kind',
  'emoji/unknown',
];

function isMarkdown(format: Format): format is 'inline' | 'markdown' {
  return format === 'inline' || format === 'markdown';
}

function slotOf(format: Format): string | RegExp {
  if (format === 'markdown') return `<p>${placeholder}</p>`;
  // Only the picture of the emoji that takes the place of another one, not those beside it.
  if (format === 'emoji') return /<img class="emoji" [^>]*data-emoji='🐙'[^>]*>/u;
  if (format === 'formula') return /(?<=<div class="box formula">)[\s\S]*?(?=<\/div>)/;
  return format === 'code' ? /(?<=<pre[^>]*><code[^>]*>)[\s\S]*(?=<\/code><\/pre>)/ : placeholder;
}

const escaped = (text: string): string => text.replaceAll(/[!-/:-@[-`{-~]/g, '\\$&');

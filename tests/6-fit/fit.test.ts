import { describe, expect, it } from 'vitest';
import { divisible, fit, fitSteps, stricter, textFloor } from '../../src/6-fit/index.ts';
import type { DeckSlide } from '../../src/model/deck.ts';
import type { SlideMeasure } from '../../src/model/ports.ts';
import { expectValue, workbench } from '../support/workbench.ts';

const bench = await workbench();

async function slideOf(slide: object): Promise<DeckSlide> {
  const lesson = { title: 'L', sections: [{ title: 'S', slides: [slide] }] };
  const [deck] = expectValue(await bench.decks(JSON.stringify(lesson)));
  return deck?.slides[0] as DeckSlide;
}
const items = (count: number): readonly string[] => Array.from({ length: count }, (_, at) => `Item ${at + 1}`);
const bullets = (count: number, more: object = {}): Promise<DeckSlide> =>
  slideOf({ layout: 'bullets', title: 'T', items: items(count), ...more });
const none = new Set<string>();

/** What the slides show of a field, as plain data. */
function shown(slides: readonly DeckSlide[], name: string): readonly unknown[] {
  const plain = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(plain);
    if (typeof value !== 'object' || value === null) return value;
    const { span: _, lineStarts: __, ...rest } = value as Record<string, unknown>;
    return Object.fromEntries(Object.entries(rest).map(([key, part]) => [key, plain(part)]));
  };
  return slides.map(({ fields }) => plain(fields[name]));
}
const parts = (slide: DeckSlide, count: number): readonly DeckSlide[] =>
  (divisible(slide, none)?.into(count) ?? []).map((part) => part.slide);

describe('the steps of fitting', () => {
  it('go no further than the limit', () => {
    expect(fitSteps('none')).toEqual([{ compact: false, scale: 1 }]);
    expect(fitSteps('tighten')).toEqual([...fitSteps('none'), { compact: true, scale: 1 }]);
    expect(fitSteps('scale').at(-1)).toEqual({ compact: true, scale: 0.56 });
    expect(fitSteps('split')).toEqual(fitSteps('scale'));
    expect([stricter('split', 'none'), stricter('tighten', 'scale')]).toEqual(['none', 'tighten']);
  });

  it('end at the floor of the theme, and never below 18 px', () => {
    expect([textFloor(new Map([['text-floor', '24px']])), textFloor(new Map([['text-floor', '9px']]))]).toEqual([
      24, 18,
    ]);
    expect(textFloor(new Map())).toBe(18);
  });
});

describe('fit', () => {
  const steps = fitSteps('split');
  const measure = (more: Partial<SlideMeasure>): SlideMeasure => ({
    tried: 0,
    faults: [],
    neededPx: 900,
    roomPx: 450,
    ...more,
  });

  it('leaves a slide as it is that shows all that is on it', async () => {
    const slide = await bullets(3);
    const verdict = fit(slide, 'split', steps, measure({ fits: 0 }), none);
    expect(verdict).toEqual({ kind: 'set', slide, isGood: true });
    expect(verdict.kind === 'set' && verdict.slide).toBe(slide);
  });

  it('sets a slide in the first step that fits', async () => {
    const verdict = fit(await bullets(3), 'split', steps, measure({ fits: 3, tried: 3 }), none);
    expect(verdict).toMatchObject({ kind: 'set', isGood: true, slide: { fit: { compact: true, scale: 0.92 } } });
  });

  it('splits what no step fits, into as many parts as it is too high, set no smaller than its width asks for', async () => {
    const verdict = fit(await bullets(30), 'split', steps, measure({ tried: 5, fitsAcross: 2, neededPx: 1300 }), none);
    expect(verdict).toMatchObject({ kind: 'split', count: 3, steps: steps.slice(0, 3) });
  });

  it.each([
    ['it may not', 'scale', {}],
    ['it would be as wide as before', 'split', { fitsAcross: undefined as never }],
  ] as const)('does not split a slide when %s', async (_, limit, more) => {
    const verdict = fit(
      await bullets(30),
      limit,
      steps,
      measure({ tried: 12, fitsAcross: 0, ...more }) as SlideMeasure,
      none,
    );
    expect(verdict).toMatchObject({ kind: 'set', isGood: false, slide: { fit: { scale: 0.56 } } });
  });

  it('does not split a slide that has one thing to say', async () => {
    const slide = await slideOf({ layout: 'statement', text: 'One.' });
    expect(divisible(slide, none)).toBeUndefined();
    expect(divisible(await bullets(1), none)).toBeUndefined();
  });
});

describe('a divided slide', () => {
  it('has all items, in order, under the same title', async () => {
    const slides = parts(await bullets(7), 2);
    expect(slides.map(({ part }) => part)).toEqual([
      { number: 1, of: 2, first: 0 },
      { number: 2, of: 2, first: 4 },
    ]);
    expect(JSON.stringify(shown(slides, 'items')).match(/Item \d/g)).toEqual(items(7));
    expect(shown(slides, 'title')[0]).toEqual(shown(slides, 'title')[1]);
  });

  it('has what leads to the items on the first part, and what concludes on the last', async () => {
    const [first, last] = parts(await slideOf({ layout: 'summary', items: items(6), next: 'More' }), 2);
    expect([first?.fields.next, last?.fields.next?.kind]).toEqual([undefined, 'inline']);
    const lead = parts(await bullets(6, { lead: 'Look' }), 2);
    expect(lead.map(({ fields }) => fields.lead?.kind)).toEqual(['inline', undefined]);
  });

  it('has fewer items where there is a conclusion as well', async () => {
    const next = 'And so there is far more to say about this than has room here. '.repeat(5);
    const slides = parts(await slideOf({ layout: 'summary', items: items(8), next }), 2);
    expect(slides.map(({ fields }) => (fields.items?.kind === 'list' ? fields.items.items.length : 0))).toEqual([6, 2]);
  });

  it('shows a list that was not divided once', async () => {
    const task = items(9).join('\n\n');
    const slides = parts(await slideOf({ layout: 'exercise', title: 'T', task, hints: ['One', 'Two'] }), 3);
    expect(slides.map(({ fields }) => fields.hints?.kind)).toEqual([undefined, undefined, 'list']);
  });

  it('shares out notes and minutes', async () => {
    const slides = parts(await bullets(9, { minutes: 1, notes: 'One.\n\nTwo.\n\nThree.\n\nFour.' }), 3);
    expect(slides.map(({ notes }) => notes.length)).toEqual([2, 1, 1]);
    expect(slides.map(({ minutes }) => minutes)).toEqual([0.33, 0.34, 0.33]);
  });

  it('has addresses of its own, the first part that of the slide', async () => {
    const slide = await bullets(9, { id: 'all' });
    const ids = divisible(slide, new Set(['all', 'all-2']))
      ?.into(3)
      .map((part) => part.slide.id);
    expect(ids).toEqual(['all', 'all-2-part', 'all-3']);
  });

  it('repeats the head of a table, and counts its marked rows anew', async () => {
    const rows = items(8).map((item, at) => [item, String(at)]);
    const slide = await slideOf({ layout: 'table', title: 'T', columns: ['A', 'B'], rows, highlight: [{ row: 6 }] });
    const slides = parts(slide, 2);
    expect(shown(slides, 'columns')[0]).toEqual(shown(slides, 'columns')[1]);
    const marked = shown(slides, 'highlight').map((field) => JSON.stringify(field).match(/"text":"(\d)"/)?.[1]);
    expect(marked).toEqual([undefined, '2']);
  });

  it('goes on with the numbers of code, and keeps marked lines together', async () => {
    const code = Array.from({ length: 12 }, (_, at) => `line ${at + 1}`).join('\n');
    const slide = await slideOf({
      layout: 'code',
      title: 'T',
      language: 'text',
      code,
      highlight: '5-8',
      'line-numbers': true,
    });
    const slides = parts(slide, 2);
    const text = (name: string) => shown(slides, name).map((field) => (field as { text: string }).text);
    expect(text('code').join('\n')).toBe(code);
    expect(text('line-numbers')).toEqual(['1', '9']);
    expect(text('highlight')).toEqual(['5,6,7,8', '']);
  });

  it('divides Markdown between items, rows, lines and paragraphs, a heading staying with its text', async () => {
    const body = `Intro:\n\n1. a\n2. b\n3. c\n\n### Head\n\nText.\n\n| A |\n|---|\n| x |\n| y |\n\n\`\`\`text\nl1\nl2\n\`\`\`\n`;
    const slide = await slideOf({ layout: 'content', title: 'T', body });
    const whole = divisible(slide, none);
    expect(whole?.most).toBe(8);
    const kinds = (whole?.into(8) ?? []).map((part) => {
      const field = part.slide.fields.body;
      return field?.kind === 'blocks' ? field.content.map(({ kind }) => kind).join(' ') : '';
    });
    expect(kinds).toEqual(['paragraph list', 'list', 'list', 'heading paragraph', 'table', 'table', 'code', 'code']);
    const starts = (whole?.into(8) ?? []).flatMap(
      (part) => JSON.stringify(part.slide.fields.body).match(/"start":(\d),"tight/)?.[1] ?? [],
    );
    expect(starts).toEqual(['1', '2', '3']);
  });

  it('keeps a diagram whole, and marked lines of code together, in Markdown as well', async () => {
    const diagram = '```mermaid\nflowchart LR\n  a --> b\n  b --> c\n```';
    const marked = `\`\`\`text {2-4}\n${items(6).join('\n')}\n\`\`\``;
    const slide = await slideOf({ layout: 'content', title: 'T', body: `One.\n\n${diagram}\n\n${marked}` });
    const whole = divisible(slide, none);
    const texts = (whole?.into(99) ?? []).map(({ slide: { fields } }) => {
      const field = fields.body;
      return field?.kind === 'blocks' ? field.content.map((block) => (block.kind === 'code' ? block.text : '')) : [];
    });
    expect(texts).toEqual([
      [''],
      ['flowchart LR\n  a --> b\n  b --> c'],
      ['Item 1'],
      ['Item 2\nItem 3\nItem 4'],
      ['Item 5'],
      ['Item 6'],
    ]);
    const listing = { layout: 'code', title: 'T', language: 'mermaid', code: 'flowchart LR\n  a --> b' };
    expect(divisible(await slideOf(listing), none)).toBeUndefined();
  });
});

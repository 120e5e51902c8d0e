import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { canonical, folded, shownText } from '../support/slide-html.ts';
import { expectValue, picture, workbench } from '../support/workbench.ts';
import { danger, tries } from './danger.ts';
import { expectHarmless, expectMarkdown, isBlank } from './slot.ts';

/** A layout that shows more of what is around a slide than the built-in ones do, with two braces and with three. */
const around = {
  'templates/slides/around.hbs': '{{lesson.title}}\n\n## {{{lesson.subtitle}}}\n\n- {{course.subtitle}}\n',
  'templates/slides/around.schema.yaml':
    'title: Around\ndescription: Around.\ntype: object\nproperties: {}\nexamples: [{}]\n',
};
const bench = await workbench({ 'figures/picture.svg': picture, ...around });
const placeholder = 'Placeholder';

/** Texts around the slides, with how to put a text there. Each can be seen on some slide of the deck. */
const frames: Readonly<
  Record<
    string,
    (text: string) => {
      readonly course?: object;
      readonly lesson?: object;
      readonly section?: object;
      readonly next?: object;
    }
  >
> = {
  'title of the course': (text) => ({ course: { title: text } }),
  'subtitle of the course': (text) => ({ course: { subtitle: text } }),
  'title of the lesson': (text) => ({ lesson: { title: text } }),
  'subtitle of the lesson': (text) => ({ lesson: { subtitle: text } }),
  'name of a person': (text) => ({ course: { people: [{ name: text }] } }),
  'footer of the course': (text) => ({ course: { footer: text } }),
  'title of the section': (text) => ({ section: { title: text } }),
  'title of the next section': (text) => ({ next: { title: text } }),
  'objectives of the lesson': (text) => ({ lesson: { objectives: ['Words', text] } }),
};

/** A deck with slides that show what is around them, and one with notes. */
async function deckWith(frame: { course?: object; lesson?: object; section?: object; next?: object }, notes?: string) {
  const course = JSON.stringify({ title: 'Course', subtitle: 'Words', footer: 'Footer', ...frame.course });
  const slides = [
    { layout: 'title', title: 'First' },
    { layout: 'objectives', title: 'Objectives' },
    { layout: 'section', title: 'Last', ...(notes === undefined ? {} : { notes }) },
    { layout: 'summary', items: ['Words'] },
    { layout: 'around' },
    ...(frame.next ? [{ layout: 'agenda' }] : []),
  ];
  const section = { title: 'Section', icon: '🦊', slides, ...frame.section };
  const lesson = JSON.stringify({
    title: 'Lesson',
    subtitle: 'Words',
    objectives: ['Words'],
    sections: [section, { slides: [{ layout: 'around' }], title: 'Next', ...frame.next }],
    ...frame.lesson,
  });
  const { value: decks, diagnostics } = await bench.decks(lesson, course);
  return { deck: decks?.[0], codes: diagnostics.map(({ code }) => code) };
}

async function slidesOf(frame: Parameters<typeof deckWith>[0]): Promise<readonly string[] | undefined> {
  const { deck } = await deckWith(frame);
  const rendered = deck && (await bench.render(deck));
  return rendered?.value?.slides.map(({ html }) => canonical(html));
}

describe.each(Object.entries(frames))('the %s', (name, frame) => {
  it('stays where it is, whatever it says', async () => {
    const before = expectValue({ value: await slidesOf(frame(placeholder)), diagnostics: [] });
    expect(before.join('')).toContain(placeholder);
    await fc.assert(
      fc.asyncProperty(danger, async (text) => {
        fc.pre(!isBlank(text));
        const after = await slidesOf(frame(text));
        if (!after) return;
        expect(after).toHaveLength(before.length);
        before.forEach((html, at) => {
          const [start = '', ...rest] = html.split(placeholder);
          const end = rest.join(placeholder);
          const shown = after[at] ?? '';
          if (rest.length === 0) {
            expect(shown).toBe(html);
            return;
          }
          expect(rest).toHaveLength(1);
          expect(shown.slice(0, start.length)).toBe(start);
          expect(shown.slice(-end.length)).toBe(end);
          const slot = shown.slice(start.length, shown.length - end.length);
          expectHarmless(slot);
          if (name.startsWith('name')) expect(shownText(slot)).toBe(folded(text));
          else expectMarkdown(slot, text, 'inline');
        });
      }),
      tries(60),
    );
  });
});

describe('the front matter', () => {
  it('is read as it was meant, whatever titles and footer say', async () => {
    await fc.assert(
      fc.asyncProperty(danger, danger, async (title, footer) => {
        fc.pre(!isBlank(title) && !isBlank(footer));
        const { deck } = await deckWith({ course: { footer }, section: { title } });
        const expanded = deck && bench.expand(deck).value;
        if (!expanded) return;
        const [, front = ''] = /^---\n([\s\S]*?)\n---\n/.exec(expanded.markdown) ?? [];
        const settings = parse(front);
        expect(Object.keys(settings)).toEqual([
          'marp',
          'title',
          'lang',
          'theme',
          'size',
          'math',
          'paginate',
          'header',
          'footer',
        ]);
        expect(settings).toMatchObject({ title: expanded.deck.title, theme: 'lecture', size: '16:9', paginate: true });
      }),
      tries(60),
    );
  });
});

describe('notes', () => {
  it('are for the instructor alone', async () => {
    const { deck: without } = await deckWith({});
    const public_ = without && expectValue(await bench.render(without));
    const expanded = without && expectValue(bench.expand(without));
    await fc.assert(
      fc.asyncProperty(danger, async (notes) => {
        fc.pre(!isBlank(notes));
        const { deck } = await deckWith({}, notes);
        if (!deck) return;
        const students = bench.expand(deck).value;
        expect(students?.markdown).toBe(expanded?.markdown);
        expect([students?.notes, students?.embeds]).toEqual([expanded?.notes, expanded?.embeds]);
        const rendered = expectValue(await bench.render(deck));
        expect([rendered.slides, rendered.css]).toEqual([public_?.slides, public_?.css]);
      }),
      tries(120),
    );
  });

  it('change nothing on the slides, and say what they say', async () => {
    const { deck: without } = await deckWith({});
    const before = without && expectValue(await bench.render(without, 'instructor'));
    await fc.assert(
      fc.asyncProperty(danger, async (notes) => {
        fc.pre(!isBlank(notes));
        const { deck } = await deckWith({}, notes);
        const rendered = deck && (await bench.render(deck, 'instructor')).value;
        if (!rendered) return;
        expect(rendered.slides.map(({ html }) => html)).toEqual(before?.slides.map(({ html }) => html));
        const [first, second, third, ...others] = rendered.slides.map((slide) => slide.notes);
        expect([first, second, ...others]).toEqual(['', '', '', '']);
        expectHarmless(third ?? '');
        expectMarkdown(third ?? '', notes, 'markdown');
      }),
      tries(120),
    );
  });
});

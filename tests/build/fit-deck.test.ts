import { describe, expect, it } from 'vitest';
import type { DeckTools } from '../../src/build/build-deck.ts';
import { fitDeck } from '../../src/build/fit-deck.ts';
import { packageFonts } from '../../src/io/fonts.ts';
import type { Browser, Measured, MeasureJob, SlideMeasure } from '../../src/model/ports.ts';
import { expectValue, workbench } from '../support/workbench.ts';

const bench = await workbench();

/** A browser that answers each job to measure with the next of these. */
function answering(...answers: readonly ((job: MeasureJob) => Measured)[]) {
  const jobs: MeasureJob[] = [];
  const browser: Pick<Browser, 'measure'> = {
    async measure(job) {
      const answer = answers[jobs.length];
      jobs.push(job);
      if (!answer) throw new Error(`${jobs.length} documents were measured.`);
      return answer(job);
    },
  };
  // What fitting a deck needs of its tools.
  const tools = { ...bench, fonts: packageFonts([process.cwd()]), browser } as unknown as DeckTools;
  return { tools, jobs };
}

const fitting: SlideMeasure = { fits: 0, fitsAcross: 0, tried: 0, faults: [], neededPx: 100, roomPx: 500 };
const tooHigh: SlideMeasure = { fitsAcross: 0, tried: 3, faults: [], neededPx: 900, roomPx: 500 };
const all =
  (measure: SlideMeasure) =>
  ({ steps }: MeasureJob): Measured => ({ kind: 'measured', slides: steps.map(() => measure), coarse: [] });

async function deckOf(...slides: readonly object[]) {
  const lesson = { title: 'L', sections: [{ title: 'S', slides }] };
  const [deck] = expectValue(await bench.decks(JSON.stringify(lesson)));
  if (!deck) throw new Error('There is no deck.');
  return deck;
}
const items = Array.from({ length: 9 }, (_, at) => `Item ${at}`);

describe('a deck', () => {
  it('is measured once when it fits, and each slide once when both audiences see it alike', async () => {
    const deck = await deckOf(
      { layout: 'statement', text: 'For all.' },
      { layout: 'statement', text: 'For the instructor.', audience: 'instructor' },
    );
    const { tools, jobs } = answering(all(fitting), all(fitting));
    const memory = new Map();
    const open = expectValue(await fitDeck(deck, 'public', 'split', memory, tools));
    const whole = expectValue(await fitDeck(deck, 'instructor', 'split', memory, tools));
    expect([open, whole].map(({ rendered }) => rendered.slides.length)).toEqual([1, 2]);
    expect(jobs.map(({ html }) => html.match(/For [a-z ]+\./g))).toEqual([['For all.'], ['For the instructor.']]);
  });

  it('tells that its parts were not measured when the browser fails over them', async () => {
    const deck = await deckOf({ layout: 'bullets', title: 'T', items });
    const { tools } = answering(all(tooHigh), () => ({ kind: 'failed', reason: 'The page crashed.' }));
    const { value } = await fitDeck(deck, 'public', 'split', new Map(), tools);
    expect(value?.unmeasured).toEqual({ kind: 'failed', reason: 'The page crashed.' });
  });

  const fault = { kind: 'overflow', rightPx: 0, bottomPx: 400 } as const;
  const bad: SlideMeasure = { ...tooHigh, faults: [fault] };
  const rounds = (answer: (job: MeasureJob) => Measured) => answering(all(bad), ...items.map(() => answer));

  it('keeps a slide in one piece when splitting helps none of its parts', async () => {
    const deck = await deckOf({ layout: 'bullets', title: 'T', items });
    const { value, diagnostics } = await fitDeck(deck, 'public', 'split', new Map(), rounds(all(bad)).tools);
    expect(value?.rendered.slides).toHaveLength(1);
    expect(diagnostics.map(({ code }) => code)).toEqual(['fit/overflow']);
  });

  it('is split into no more parts than help', async () => {
    const deck = await deckOf({ layout: 'bullets', title: 'T', items });
    const lastIsBad = ({ steps }: MeasureJob): Measured => {
      const slides = steps.map((_, at) => (at === steps.length - 1 ? bad : fitting));
      return { kind: 'measured', slides, coarse: [] };
    };
    const { value, diagnostics } = await fitDeck(deck, 'public', 'split', new Map(), rounds(lastIsBad).tools);
    expect(value?.rendered.slides.map(({ title }) => title)).toEqual(['T (1/2)', 'T (2/2)']);
    expect(diagnostics.map(({ code }) => code)).toEqual(['fit/overflow']);
  });
});

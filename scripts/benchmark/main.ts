import { expand } from '../../src/4-expand/index.ts';
import { render } from '../../src/5-render/index.ts';
import { fitSteps, textFloor } from '../../src/6-fit/index.ts';
import { exportPdf, measurePage } from '../../src/7-export/index.ts';
import type { DeckTools } from '../../src/build/build-deck.ts';
import { loadProject } from '../../src/build/load-project.ts';
import { createContext } from '../../src/cli/context.ts';
import { createTools } from '../../src/cli/tools.ts';
import type { Outcome } from '../../src/diagnostics/outcome.ts';
import type { Deck } from '../../src/model/deck.ts';
import type { PrintJob } from '../../src/model/ports.ts';

const stages = ['expand', 'render', 'measure', 'print'] as const;
/** Milliseconds by stage. */
type Times = Readonly<Record<(typeof stages)[number], number>>;

/**
 * Prints for every deck of `content/` how long it takes to expand, to render, to measure and to print it: medians of so many
 * runs, in milliseconds, one deck at a time, after a first run that does not count. The last two are the browser's part alone.
 */
export async function benchmark(root: string, runs: number): Promise<void> {
  const context = await createContext({ root });
  const tools = await createTools(context, { jobs: 1 });
  try {
    const { courses } = await loadProject(context.readers);
    const decks = courses.flatMap(({ lessons }) => lessons.flatMap((lesson) => lesson.decks ?? []));
    const width = Math.max(...decks.map(({ id }) => id.length));
    console.log(line('', stages, width));
    const medians: Times[] = [];
    for (const deck of decks) {
      const times: Times[] = [];
      await timesOf(deck, tools);
      for (let run = 0; run < runs; run += 1) times.push(await timesOf(deck, tools));
      const typical = ofEach((stage) => median(times.map((each) => each[stage])));
      medians.push(typical);
      console.log(line(deck.id, asText(typical), width));
    }
    const sums = ofEach((stage) => medians.reduce((sum, each) => sum + each[stage], 0));
    console.log(line(`all ${decks.length} decks`, asText(sums), width));
  } finally {
    await tools.browser.close();
  }
}

async function timesOf(deck: Deck, tools: DeckTools): Promise<Times> {
  const times: Record<keyof Times, number> = { expand: 0, render: 0, measure: 0, print: 0 };
  const timed = async <T>(stage: keyof Times, work: () => T | Promise<T>): Promise<T> => {
    const start = performance.now();
    const value = await work();
    times[stage] = performance.now() - start;
    return value;
  };
  const expanded = expectValue(await timed('expand', () => expand(deck, 'public', tools.templates)));
  const rendered = expectValue(await timed('render', () => render(expanded, tools.engine, tools.emoji)));
  const page = expectValue(await measurePage(rendered, tools.fonts));
  const steps = rendered.slides.map((_, at) => fitSteps(deck.slides[expanded.slides[at] ?? 0]?.fitLimit ?? 'split'));
  const job = { ...page, steps, floorPx: textFloor(deck.theme.tokens) };
  const measured = await timed('measure', () => tools.browser.measure(job));
  if (measured.kind !== 'measured') throw new Error(`${deck.id}: ${JSON.stringify(measured)}`);
  const browser = {
    ...tools.browser,
    print: (toPrint: PrintJob) => timed('print', () => tools.browser.print(toPrint)),
  };
  expectValue(await exportPdf(rendered, { ...tools, browser }));
  return times;
}

/** The value of an outcome. Throws what was found when there is none. */
function expectValue<T>({ value, diagnostics }: Outcome<T>): T {
  if (value === undefined) throw new Error(JSON.stringify(diagnostics, undefined, 2));
  return value;
}

const ofEach = (timeOf: (stage: keyof Times) => number): Times =>
  Object.fromEntries(stages.map((stage) => [stage, timeOf(stage)])) as Times;

const asText = (times: Times): readonly string[] => stages.map((stage) => times[stage].toFixed(1));

const line = (name: string, cells: readonly string[], width: number): string =>
  [name.padEnd(width), ...cells.map((cell) => cell.padStart(9))].join('');

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

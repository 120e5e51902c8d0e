import { resolve } from 'node:path';
import type { BuiltDeck } from '../../build/build-deck.ts';
import { type BuildResult, build } from '../../build.ts';
import { recordOf } from '../../diagnostics/format.ts';
import { diskStore, noStore } from '../../io/disk-store.ts';
import type { OutputFormat } from '../../model/artifact.ts';
import type { FitLimit } from '../../model/deck.ts';
import type { Store } from '../../model/store.ts';
import type { Context } from '../context.ts';
import { isGood, printDiagnostics } from '../report.ts';
import { createTools } from '../tools.ts';

interface CheckOptions {
  readonly fit: FitLimit;
  readonly formats: ReadonlySet<OutputFormat>;
  readonly jobs: number;
  readonly strict?: boolean;
  readonly json?: boolean;
  readonly browser?: string;
}

/** `lectern build`: writes the decks. Returns whether all is well. */
export async function buildCommand(
  context: Context,
  targets: readonly string[],
  options: CheckOptions & { readonly out: string },
): Promise<boolean> {
  const folder = resolve(context.root, options.out);
  const result = await runBuild(context, targets, options, diskStore(folder));
  const good = isGood(result.diagnostics, options.strict);
  if (options.json) printJson(context, result, good);
  else {
    printDiagnostics(context, result.diagnostics);
    printSummary(context, result, `in ${options.out}/`);
    const { length } = result.removed;
    if (length > 0)
      context.terminal.say(`${length} file${length === 1 ? '' : 's'} removed that this build does not make`);
    if (good && result.artifacts.some(({ path }) => path === 'public/index.html')) {
      context.terminal.say(`Open ${context.terminal.strong(`${options.out}/public/index.html`)}`);
    }
  }
  return good;
}

/** `lectern check`: the same, but nothing is written. */
export async function checkCommand(
  context: Context,
  targets: readonly string[],
  options: CheckOptions,
): Promise<boolean> {
  const result = await runBuild(context, targets, options, noStore());
  const good = isGood(result.diagnostics, options.strict);
  if (options.json) printJson(context, { ...result, artifacts: [] }, good);
  else {
    printDiagnostics(context, result.diagnostics);
    printSummary(context, result, 'checked, nothing written');
  }
  return good;
}

async function runBuild(
  context: Context,
  targets: readonly string[],
  options: CheckOptions,
  store: Store,
): Promise<BuildResult> {
  const { terminal } = context;
  const tools = await createTools(context, options);
  try {
    return await build(
      {
        targets,
        fit: options.fit,
        formats: options.formats,
        jobs: options.jobs,
        onDeck: (deck, done, total) => terminal.progress(`${done}/${total}  ${deck.deck.id}`),
      },
      { ...tools, readers: context.readers, store, now: () => performance.now() },
    );
  } finally {
    await tools.browser.close();
  }
}

function printSummary({ terminal }: Context, { decks, images, timings }: BuildResult, where: string): void {
  const isFaulty = ({ diagnostics }: BuiltDeck): boolean => diagnostics.some(({ severity }) => severity === 'error');
  const good = decks.filter((deck) => !isFaulty(deck));
  for (const deck of good) terminal.say(`  ${terminal.good('✓')} ${deck.deck.id}  ${deck.slides} slides`);
  const { scaled, savedBytes } = images;
  if (scaled > 0) terminal.say(`images: ${scaled} scaled down, ${megabytes(savedBytes)} saved`);
  const slides = good.reduce((sum, deck) => sum + deck.slides, 0);
  const seconds = (timings.total / 1000).toFixed(1);
  if (decks.some(({ isMeasured }) => !isMeasured)) {
    terminal.say(
      'Not measured: without a browser nobody sees whether slides cut off their content. Run `lectern doctor --fix`.',
    );
  }
  const fitted = fittingSummary(good);
  if (fitted !== '') terminal.say(`made to fit: ${fitted}`);
  terminal.say(`${good.length} deck${good.length === 1 ? '' : 's'}, ${slides} slides ${where}, ${seconds} s`);
}

/** How many slides were changed, and how; empty when none were. */
function fittingSummary(decks: readonly BuiltDeck[]): string {
  const slides = decks.flatMap(({ fitted }) => fitted);
  const smallest = Math.min(...slides.map(({ scale }) => scale));
  const counts = [
    [slides.filter(({ compact, scale }) => compact && scale === 1).length, 'tightened'],
    [slides.filter(({ scale }) => scale < 1).length, `scaled, down to ${Math.round(smallest * 100)} %`],
    [slides.filter(({ part }) => part?.number === 1).length, 'split'],
  ] as const;
  return counts.flatMap(([count, how]) => (count > 0 ? [`${count} ${how}`] : [])).join('; ');
}

const megabytes = (bytes: number): string =>
  bytes < 100_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;

function printJson({ terminal, readers }: Context, result: BuildResult, ok: boolean): void {
  const { diagnostics, decks, artifacts, images, removed, timings } = result;
  const document = {
    ok,
    diagnostics: diagnostics.map((diagnostic) => recordOf(diagnostic, readers.sources.texts)),
    decks: decks.map(({ deck, slides, isMeasured, fitted, diagnostics: found }) => ({
      id: deck.id,
      path: deck.path,
      slides,
      ok: !found.some(({ severity }) => severity === 'error'),
      measured: isMeasured,
      fitted,
      cached: false,
    })),
    artifacts,
    images,
    removed,
    timings: Object.fromEntries(Object.entries(timings).map(([name, value]) => [name, Math.round(value)])),
  };
  terminal.out(JSON.stringify(document, null, 2));
}

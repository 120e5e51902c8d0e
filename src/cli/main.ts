import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { killAllBrowsersSync } from '../io/browser/process.ts';
import { formats, type OutputFormat } from '../model/artifact.ts';
import { fitLimits } from '../model/deck.ts';
import { createContext, UsageError } from './context.ts';

/** Exit codes: done, the content has errors, wrong usage, a bug of ours. Source: sysexits.h for 70. */
const exit = { done: 0, content: 1, usage: 2, bug: 70 } as const;

interface CommonOptions {
  readonly root?: string;
}

/** Runs a command with what all commands need, and sets the exit code: 0 when it returns true, 1 otherwise. */
async function run<Options extends CommonOptions>(
  options: Options,
  command: (context: Awaited<ReturnType<typeof createContext>>, options: Options) => Promise<boolean>,
): Promise<void> {
  const context = await createContext(options);
  process.exitCode = (await command(context, options)) ? exit.done : exit.content;
}

const rootOption = () => new Option('--root <dir>', 'the project: the folder that holds content/').default('.');
const jsonOption = () => new Option('--json', 'print one JSON document on standard output');
const browserOption = () => new Option('--browser <path>', 'the browser to print with');
const jobsOption = () => new Option('--jobs <number>', 'decks printed at a time').argParser(wholeNumber).default(2);
const listOption = (flags: string, meaning: string) =>
  new Option(flags, meaning).argParser((name, names: readonly string[] = []) => [...names, name]);
const formatsOption = () =>
  new Option('--formats <list>', `what to make, of ${formats.join(', ')}`)
    .argParser(formatList)
    .default(new Set(formats), 'md,html,pdf');
const fitOption = () =>
  new Option('--fit <limit>', 'how far slides may be changed to make them fit').choices(fitLimits).default('split');
const targets = 'course, course/lesson or course/lesson/section; everything when left out';

function createProgram(version: string): Command {
  const program = new Command('lectern')
    .description('Compiles a course into slide decks: YAML → Marp Markdown → HTML and PDF.')
    .version(version)
    .showHelpAfterError('(`lectern --help` shows all commands)')
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(text) });

  const add = (name: string, summary: string, example: string): Command =>
    program.command(name).description(summary).addHelpText('after', `\nExample:\n  ${example}`).exitOverride();

  add('build [targets...]', `Writes the decks. Targets: ${targets}.`, 'lectern build db101/joins --formats html,pdf')
    .option('-o, --out <dir>', 'the folder to write to, below the project', 'output')
    .addOption(formatsOption())
    .addOption(fitOption())
    .addOption(jobsOption())
    .option('--no-cache', 'build everything anew')
    .option('--strict', 'warnings are errors')
    .addOption(jsonOption())
    .addOption(browserOption())
    .addOption(rootOption())
    .action(async (names: string[], options) =>
      run(options, async (context) => (await import('./commands/build.ts')).buildCommand(context, names, options)),
    );
  add(
    'check [targets...]',
    `Does all that build does, but writes nothing. Targets: ${targets}.`,
    'lectern check --strict',
  )
    .addOption(formatsOption())
    .addOption(fitOption())
    .addOption(jobsOption())
    .option('--strict', 'warnings are errors')
    .addOption(jsonOption())
    .addOption(browserOption())
    .addOption(rootOption())
    .action(async (names: string[], options) =>
      run(options, async (context) => (await import('./commands/build.ts')).checkCommand(context, names, options)),
    );
  add('init <dir>', 'Starts a course project that builds at once.', 'lectern init my-course').action(
    async (dir: string) => run({}, async (context) => (await import('./commands/init.ts')).initCommand(context, dir)),
  );
  add(
    'list',
    'Shows courses, lessons, sections, layouts and themes: where each comes from and what it hides.',
    'lectern list --themes',
  )
    .option('--themes', 'show tokens, sizes and variants of each theme')
    .addOption(jsonOption())
    .addOption(rootOption())
    .action(async (options) =>
      run(options, async (context) => (await import('./commands/list.ts')).listCommand(context, options)),
    );
  add(
    'gallery',
    'Shows every layout in every theme and size, as decks, PDFs and contact sheets, to choose and write themes by.',
    'lectern gallery --theme journal --size 16:9',
  )
    .addOption(listOption('--theme <name>', 'a theme to show, several times for several; all unless given'))
    .addOption(listOption('--size <size>', 'a slide size to show, several times for several; all unless given'))
    .option('-o, --out <dir>', 'the folder to write to, below the project', 'output/gallery')
    .addOption(jobsOption())
    .addOption(jsonOption())
    .addOption(browserOption())
    .addOption(rootOption())
    .action(async (options) =>
      run(options, async (context) => (await import('./commands/gallery.ts')).galleryCommand(context, options)),
    );
  add(
    'schema',
    'Writes the JSON Schemas by which editors complete and check course files.',
    'lectern schema --out schemas',
  )
    .option('-o, --out <dir>', 'the folder to write to, below the project', 'schemas')
    .addOption(rootOption())
    .action(async (options) =>
      run(options, async (context) => (await import('./commands/schema.ts')).schemaCommand(context, options)),
    );
  add(
    'doctor',
    'Says what is there, what is missing and what to do: browser, fonts, Node, write access.',
    'lectern doctor --fix',
  )
    .option('--fix', 'get what is missing')
    .option('-o, --out <dir>', 'the folder that builds write to, below the project', 'output')
    .addOption(jsonOption())
    .addOption(browserOption())
    .addOption(rootOption())
    .action(async (options) =>
      run(options, async (context) => (await import('./commands/doctor.ts')).doctorCommand(context, options)),
    );
  return program;
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > 16)
    throw new InvalidArgumentError('It is a whole number from 1 to 16.');
  return number;
}

function formatList(text: string): ReadonlySet<OutputFormat> {
  const names = text.split(',').map((name) => name.trim());
  const wrong = names.find((name) => !(formats as readonly string[]).includes(name));
  if (wrong !== undefined) throw new InvalidArgumentError(`"${wrong}" is none of ${formats.join(', ')}.`);
  return new Set(names as OutputFormat[]);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    killAllBrowsersSync();
    // As a shell reports a program that a signal has ended.
    process.exit(128 + { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 }[signal]);
  });
}

// Who reads the output may have seen enough, as `head` has: then nobody is left to write to.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  killAllBrowsersSync();
  process.exit(process.exitCode ?? exit.done);
});

try {
  const { version } = await createContext({});
  await createProgram(version).parseAsync();
} catch (error) {
  killAllBrowsersSync();
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? exit.done : exit.usage;
  } else if (error instanceof UsageError) {
    process.stderr.write(`error: ${error.message}\n`);
    process.exitCode = exit.usage;
  } else {
    const report = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(`This is a bug in Lectern, please report it:\n${report}\n`);
    process.exitCode = exit.bug;
  }
}

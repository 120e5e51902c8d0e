import { ThemeFiles, variantsIn } from '../../3-resolve/index.ts';
import { type LoadedProject, loadProject } from '../../build/load-project.ts';
import type { Definition } from '../../model/library.ts';
import { type Context, displayPath } from '../context.ts';
import { printDiagnostics } from '../report.ts';
import type { Terminal } from '../terminal.ts';

interface Listing {
  readonly courses: readonly {
    readonly id: string;
    readonly lessons: readonly {
      readonly name: string;
      readonly sections: readonly { readonly id: string; readonly slides: number }[];
    }[];
  }[];
  readonly layouts: readonly ListedDefinition[];
  readonly themes: readonly (ListedDefinition & {
    readonly tokens: readonly {
      readonly name: string;
      readonly type: string;
      readonly value: string;
      readonly description: string;
    }[];
    /** Such as `16:9`. */
    readonly sizes: readonly string[];
    /** What `class` on a slide may name. */
    readonly variants: readonly string[];
  })[];
}

interface ListedDefinition {
  readonly name: string;
  readonly origin: string;
  readonly file: string;
  readonly hides: readonly string[];
  readonly description: string;
  /** The course that it belongs to, when only that course can use it. */
  readonly course: string | null;
}

/** `lectern list`: what is there, where it comes from, what it hides. Returns whether all of it can be read. */
export async function listCommand(
  context: Context,
  options: { readonly themes?: boolean; readonly json?: boolean },
): Promise<boolean> {
  const project = await loadProject(context.readers);
  const listing = { courses: listCourses(project), ...(await listDefinitions(context, project)) };
  const diagnostics = [
    ...project.courses.flatMap((course) => [
      ...course.diagnostics,
      ...course.lessons.flatMap((lesson) => lesson.diagnostics),
    ]),
  ];
  if (options.json) context.terminal.out(JSON.stringify(listing, null, 2));
  else {
    print(context, listing, options.themes === true);
    printDiagnostics(context, diagnostics);
  }
  return !diagnostics.some(({ severity }) => severity === 'error');
}

function listCourses(project: LoadedProject): Listing['courses'] {
  return project.courses.map(({ id, lessons }) => ({
    id,
    lessons: lessons.map(({ name, decks }) => ({
      name,
      sections: (decks ?? []).map((deck) => ({ id: deck.id, slides: deck.slides.length })),
    })),
  }));
}

async function listDefinitions({ readers }: Context, project: LoadedProject) {
  const layouts: ListedDefinition[] = [];
  const themes: Listing['themes'][number][] = [];
  const folders: (string | undefined)[] = [undefined, ...project.courses.map(({ id }) => `content/${id}`)];
  for (const folder of folders) {
    const { library } = await readers.library.read(folder);
    const { contracts } = readers.definitions.contracts(library);
    // A course repeats what the project has: only what is its own is new.
    const own = ({ origin }: Definition): boolean => (folder === undefined ? true : origin === 'course');
    const course = folder?.split('/')[1] ?? null;
    for (const definition of [...library.slides.values()].filter(own)) {
      layouts.push({ ...listed(definition, course), description: contracts.get(definition.name)?.description ?? '' });
    }
    for (const definition of [...library.themes.values()].filter(own)) {
      // With all that it extends: that is what a course gets.
      const place = { file: definition.source.path, start: 0, end: 0 };
      const file = new ThemeFiles(library.themes).read(definition.name, place).value;
      themes.push({
        ...listed(definition, course),
        tokens: [...(file?.tokens.values() ?? [])],
        sizes: [...(file?.sizes.keys() ?? [])],
        variants: file ? variantsIn(file.css, library.slides) : [],
      });
    }
  }
  return { layouts, themes };
}

function listed({ name, origin, source, hides }: Definition, course: string | null): ListedDefinition {
  return { name, origin, file: displayPath(source.path), hides, description: '', course };
}

function print({ terminal }: Context, { courses, layouts, themes }: Listing, withTokens: boolean): void {
  terminal.out(terminal.strong('Courses'));
  if (courses.length === 0) terminal.out('  none');
  for (const { id, lessons } of courses) {
    terminal.out(`  ${id}`);
    for (const { name, sections } of lessons) {
      terminal.out(`    ${id}/${name}`);
      for (const section of sections)
        terminal.out(`      ${section.id}  ${terminal.paint.faint(`${section.slides} slides`)}`);
    }
  }
  terminal.out(terminal.strong('Layouts'));
  for (const layout of layouts) terminal.out(row(layout, layout.description));
  terminal.out(terminal.strong('Themes'));
  for (const theme of themes) {
    terminal.out(row(theme, withTokens ? '' : `${theme.tokens.length} tokens`));
    if (withTokens) for (const line of tokenLines(theme, terminal)) terminal.out(line);
  }

  function row({ name, origin, hides, course }: ListedDefinition, more: string): string {
    const where =
      [origin, ...(course === null ? [] : [course])].join(' ') +
      (hides.length > 0 ? `, hides ${hides.join(' and ')}` : '');
    return `  ${name.padEnd(14)} ${terminal.paint.faint(`${where.padEnd(10)} ${more}`)}`;
  }
}

/** A theme in full: every line fits a terminal of 80 columns. */
function tokenLines({ sizes, variants, tokens }: Listing['themes'][number], { paint }: Terminal): readonly string[] {
  const list = (name: string, items: readonly string[]): string =>
    `    ${paint.faint(name)} ${items.length === 0 ? 'none' : items.join(', ')}`;
  return [
    list('sizes:   ', sizes),
    list('variants:', variants),
    ...tokens.flatMap(({ name, type, value, description }) => [
      `    ${`${name}: ${value}`.padEnd(40)} ${paint.faint(type)}`.trimEnd(),
      ...wrapped(description.replaceAll(/\s+/g, ' '), 72).map((line) => `      ${paint.faint(line)}`),
    ]),
    '',
  ];
}

/** A text in lines of at most this many characters, broken between words. */
function wrapped(text: string, width: number): readonly string[] {
  return text === ''
    ? []
    : (text.match(new RegExp(`.{1,${width}}(?:\\s|$)|\\S+`, 'g')) ?? []).map((line) => line.trim());
}

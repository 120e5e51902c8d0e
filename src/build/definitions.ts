import { parse } from '../1-parse/index.ts';
import { courseSchema, lessonSchema, readContract, slideSchema, validateContract } from '../2-validate/index.ts';
import type { CourseDefinitions } from '../3-resolve/index.ts';
import { resolveLabels } from '../3-resolve/index.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { andThen, done, failed, type Outcome } from '../diagnostics/outcome.ts';
import { diagnose, hasErrors } from '../diagnostics/report.ts';
import type { Contract } from '../model/contract.ts';
import type { Course } from '../model/course.ts';
import { lookupTags } from '../model/language.ts';
import type { Definition, Labels, Layout, Library } from '../model/library.ts';
import { checkDeckTemplate, checkLayout } from './check-layout.ts';
import type { CourseThemes } from './course-themes.ts';

export interface Contracts {
  readonly contracts: ReadonlyMap<string, Contract>;
  /** Layouts that exist but cannot be used; their faults are among the diagnostics. */
  readonly broken: ReadonlySet<string>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Contracts are read once, however many courses use them. */
export class DefinitionReader {
  readonly #contracts = new Map<string, Outcome<Contract>>();

  /** Reads the contracts of all layouts, and names those that cannot be used. Errors: contract/*, yaml/*. */
  contracts(library: Library): Contracts {
    const contracts = new Map<string, Contract>();
    const broken = new Set<string>();
    const diagnostics: Diagnostic[] = [];
    for (const [name, definition] of library.contracts) {
      const { value, diagnostics: faults } = this.#contract(name, definition);
      diagnostics.push(...faults);
      if (value) contracts.set(name, value);
      else broken.add(name);
    }
    for (const [name, { source }] of library.slides) {
      if (library.contracts.has(name)) continue;
      const message = `The layout "${name}" has a template, but no contract that says what its fields are.`;
      diagnostics.push(
        diagnose('contract/missing', source.path, message, `Add ${name}.schema.yaml beside the template.`),
      );
      broken.add(name);
    }
    return { contracts, broken, diagnostics };
  }

  #contract(name: string, { source, origin }: Definition): Outcome<Contract> {
    const key = JSON.stringify([source.path, source.text]);
    const known = this.#contracts.get(key);
    if (known) return known;
    // Those that come with Lectern are valid, as a test sees to; to check them again would take most of a small build.
    const validate = origin === 'built-in' ? readContract : validateContract;
    const contract = andThen(parse(source), (tree) => validate(name, source, tree));
    this.#contracts.set(key, contract);
    return contract;
  }
}

/**
 * Settles what all lessons of a course share: theme, labels, layouts.
 * Errors: theme/*, labels/*, template/not-found, asset/*.
 */
export async function courseDefinitions(
  course: Course,
  library: Library,
  layouts: ReadonlyMap<string, Layout>,
  themes: CourseThemes,
): Promise<Outcome<CourseDefinitions>> {
  const diagnostics: Diagnostic[] = [];
  const collect = <T>({ value, diagnostics: found }: Outcome<T>): T | undefined => {
    diagnostics.push(...found);
    return value;
  };
  const theme = collect(await themes.ofCourse());
  const labels = collect(readLabels(course, library));
  const partials = new Map([...library.partials].map(([name, { source }]) => [name, source]));
  if (!library.deck)
    diagnostics.push(diagnose('template/not-found', 'templates/deck.hbs', 'The template of decks is missing.'));
  else diagnostics.push(...checkDeckTemplate(library.deck.source, partials));
  if (hasErrors(diagnostics) || !theme || !labels || !library.deck) return failed(diagnostics);
  const deckTemplate = library.deck.source;
  return done(
    { theme, courseTheme: theme, labels, layouts, deckTemplate, partials, courseSchema, lessonSchema, slideSchema },
    diagnostics,
  );
}

/** The layouts whose template agrees with its contract, and the faults of the others. Errors: template/*. */
export function usableLayouts(library: Library, contracts: ReadonlyMap<string, Contract>) {
  const partials = new Map([...library.partials].map(([name, { source }]) => [name, source]));
  const layouts = new Map<string, Layout>();
  const diagnostics: Diagnostic[] = [];
  const broken = new Set<string>();
  for (const [name, contract] of contracts) {
    const template = library.slides.get(name);
    if (!template) continue;
    const layout = { name, template, contract };
    const faults = checkLayout(layout, partials);
    diagnostics.push(...faults);
    if (hasErrors(faults)) broken.add(name);
    else layouts.set(name, layout);
  }
  return { layouts, broken, diagnostics };
}

/** The words in the course's language; English ones, with a warning, where there are none. */
function readLabels(course: Course, library: Library): Outcome<Labels> {
  const tags = lookupTags(course.language);
  const found = tags.map((tag) => library.labels.get(tag)).find((labels) => labels !== undefined);
  const definition = found ?? library.labels.get('en');
  if (!definition) {
    return failed([diagnose('template/not-found', 'templates/labels/en.yaml', 'The English labels are missing.')]);
  }
  const english = library.englishLabels && parse(library.englishLabels).value;
  const required = english?.kind === 'map' ? english.entries.map(({ key }) => key) : [];
  const labels = andThen(parse(definition.source), (tree) => resolveLabels(tree, required));
  if (found || !labels.value) return labels;
  const span = course.node.entries.find(({ key }) => key === 'lang')?.value.span;
  const message = `Lectern's own words, such as "Objectives", stay English: there are none for the language "${course.language}".`;
  const hint = `Copy templates/labels/en.yaml to templates/labels/${tags.at(-1)}.yaml in your project and translate it.`;
  return done(labels.value, [...labels.diagnostics, diagnose('labels/unknown-language', span, message, hint)]);
}

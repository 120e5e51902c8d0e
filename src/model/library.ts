import type { Contract } from './contract.ts';
import type { Source } from './source.ts';

/** Where a definition was found. A course hides the project, the project hides what comes with Lectern. */
export type Origin = 'course' | 'project' | 'built-in';

/** A file found by name. */
export interface Definition {
  readonly name: string;
  readonly origin: Origin;
  readonly source: Source;
  /** The same name further down the ladder, first the nearest. */
  readonly hides: readonly Origin[];
}

/** All themes and templates that a course can use by name, as files. */
export interface Library {
  readonly deck: Definition | undefined;
  readonly slides: ReadonlyMap<string, Definition>;
  readonly contracts: ReadonlyMap<string, Definition>;
  readonly partials: ReadonlyMap<string, Definition>;
  readonly themes: ReadonlyMap<string, Definition>;
  readonly labels: ReadonlyMap<string, Definition>;
  /** The English labels that come with Lectern, also where a project has its own: they say which labels there are. */
  readonly englishLabels: Source | undefined;
}

/** A layout: its template with the contract that goes with it. */
export interface Layout {
  readonly name: string;
  readonly template: Definition;
  readonly contract: Contract;
}

/** Words that Lectern itself puts on slides and buttons, by key, in the language of the course. */
export type Labels = Readonly<Record<string, string>>;

import type { MapNode, ScalarNode } from './tree.ts';

/** A course as written in `course.yaml`, its shape checked; names are not yet looked up. */
export interface Course {
  /** The folder's name, such as `generative-ai`. */
  readonly id: string;
  /** The folder, such as `content/generative-ai`. */
  readonly folder: string;
  readonly node: MapNode;
  readonly title: ScalarNode;
  readonly language: string;
  readonly people: readonly Person[];
  readonly keywords: readonly string[];
  readonly theme: ThemeChoice;
  /** File names of the lessons, in course order, when the course lists them. */
  readonly lessons?: readonly ScalarNode[];
}

export interface Person {
  readonly name: string;
  readonly role?: string;
  readonly email?: string;
  readonly url?: string;
}

/** What a course, or a lesson over it, says about the theme. */
export interface ThemeChoice {
  /** The name of a theme. */
  readonly base?: ScalarNode;
  readonly tokens?: MapNode;
  readonly logo?: ScalarNode;
  /** A name after `@size` in the theme, such as `16:9`. */
  readonly size?: ScalarNode;
  /** A style sheet in the course folder. */
  readonly css?: ScalarNode;
}

/** A lesson as written, its shape checked: every slide holds what the contract of its layout asks for. */
export interface Lesson {
  /** The file, such as `content/db101/02-joins.yaml`. */
  readonly file: string;
  readonly node: MapNode;
  readonly title: ScalarNode;
  /** What it changes of the course's theme. */
  readonly theme?: ThemeChoice;
  /** Never empty. */
  readonly sections: readonly Section[];
}

export interface Section {
  readonly node: MapNode;
  readonly title: ScalarNode;
  readonly id?: ScalarNode;
  /** Never empty. */
  readonly slides: readonly Slide[];
}

/** One slide as written. Its fields stay in the tree, where their positions are. */
export interface Slide {
  readonly layout: string;
  readonly node: MapNode;
}

/** The id of a slide that has none of its own; `index` counts the slides of its section from 0. */
export const automaticId = (index: number): string => `s${index + 1}`;

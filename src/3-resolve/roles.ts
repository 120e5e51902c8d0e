import type { Span } from '../model/source.ts';
import { type Color, colorOf } from './colors.ts';
import { parseCss, type Rule } from './css.ts';

/** A custom property as a rule of a theme sets it on slides: on all of them, or on those with certain classes. */
export interface Role {
  readonly name: string;
  readonly value: string;
  /** Classes that a slide needs for it, sorted; empty for all slides. */
  readonly classes: readonly string[];
  /** Classes with which a slide has it not. */
  readonly except: readonly string[];
  /** The comment before the declaration, on the line above. */
  readonly description: string;
  /** Where the style sheet of a course sets it, if that does. */
  readonly place?: Span;
}

/**
 * Reads the roles out of the style sheet of a theme, in its order. A rule counts when it is for slides by class alone
 * (`section`, `section.invert`, `section:is(.a, .b):not(.c)`): whether others apply depends on what is on a slide.
 */
export function rolesIn(css: string): readonly Role[] {
  const roles: Role[] = [];
  parseCss({ path: '', text: css }, 'theme/invalid').value?.walkRules((rule) => {
    const kinds = rule.selectors.flatMap(slidesOf);
    if (kinds.length > 0) roles.push(...rolesOf(rule, kinds));
  });
  return roles;
}

function rolesOf(rule: Rule, kinds: readonly Pick<Role, 'classes' | 'except'>[]): readonly Role[] {
  return rule.nodes.flatMap((node, at) => {
    if (node.type !== 'decl' || !node.prop.startsWith('--')) return [];
    const above = rule.nodes[at - 1];
    const isNext = above?.type === 'comment' && above.source?.end?.line === (node.source?.start?.line ?? 0) - 1;
    const role = { name: node.prop.slice(2), value: node.value, description: isNext ? above.text : '' };
    return kinds.map((kind) => ({ ...role, ...kind }));
  });
}

/** The slides that a selector is for, by their classes; none when more than classes decides. */
function slidesOf(selector: string): readonly Pick<Role, 'classes' | 'except'>[] {
  const [, rest] = /^section(?![\w-])(.*)$/s.exec(selector) ?? [];
  if (rest === undefined) return [];
  const except = [...rest.matchAll(/:not\(([^()]*)/g)].flatMap(([, list = '']) => namesIn(list));
  const without = rest.replaceAll(/:not\((?:[^()]|\([^()]*\))*\)/g, '');
  const [, choice] = /:is\(((?:\s*\.[\w-]+\s*,?)+)\)/.exec(without) ?? [];
  const always = without.replace(/:is\((?:\s*\.[\w-]+\s*,?)+\)/, '');
  if (!/^(\.[\w-]+)*$/.test(always)) return [];
  const choices = choice === undefined ? [[]] : namesIn(choice).map((name) => [name]);
  return choices.map((some) => ({ classes: [...namesIn(always), ...some].sort(), except }));
}

const namesIn = (text: string): readonly string[] => [...text.matchAll(/\.([\w-]+)/g)].map(([, name = '']) => name);

/** The custom properties of a slide with certain classes. */
export class SlideColors {
  readonly #values: ReadonlyMap<string, string>;
  readonly #colors = new Map<string, Color | undefined>();
  readonly #places: ReadonlyMap<string, Span | undefined>;

  /** `values` are the tokens; `classes` are those of the slide. */
  constructor(values: ReadonlyMap<string, string>, roles: readonly Role[], classes: readonly string[]) {
    const applying = roles.filter(
      (role) =>
        role.classes.every((name) => classes.includes(name)) && !role.except.some((name) => classes.includes(name)),
    );
    // A rule with more classes is stronger; of equal ones the later.
    applying.sort((a, b) => a.classes.length - b.classes.length);
    this.#values = new Map([...values, ...applying.map(({ name, value }) => [name, value] as const)]);
    this.#places = new Map(applying.map(({ name, place }) => [name, place]));
  }

  /** The colour of a property; undefined when it is none. */
  colorOf(name: string): Color | undefined {
    if (this.#colors.has(name)) return this.#colors.get(name);
    const value = this.#expanded(name, []);
    const color = value === undefined ? undefined : colorOf(value);
    this.#colors.set(name, color);
    return color;
  }

  /** The properties that one is made of, itself included, the nearest first. */
  sourcesOf(name: string): readonly string[] {
    const found = new Set<string>();
    const visit = (next: string): void => {
      if (found.has(next)) return;
      found.add(next);
      for (const [, inner = ''] of (this.#values.get(next) ?? '').matchAll(/var\(\s*--([\w-]+)/g)) visit(inner);
    };
    visit(name);
    return [...found];
  }

  /** Where the style sheet of a course sets a property on these slides, if it does. */
  placeOf(name: string): Span | undefined {
    return this.#places.get(name);
  }

  #expanded(name: string, above: readonly string[]): string | undefined {
    if (above.includes(name)) return undefined;
    return this.#values
      .get(name)
      ?.replaceAll(/var\(\s*--([\w-]+)\s*\)/g, (_, inner: string) => this.#expanded(inner, [...above, name]) ?? 'none');
  }
}

import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { done, failed, type Outcome } from '../../diagnostics/outcome.ts';
import { diagnose, hasErrors } from '../../diagnostics/report.ts';
import type { Source, Span } from '../../model/source.ts';
import type { AssetLoader } from '../assets.ts';
import { type Declaration, parseCss, type Root, type Rule } from '../css.ts';
import type { Token } from '../theme-file.ts';
import { checkDeclaration } from './declarations.ts';
import type { StyleFault } from './faults.ts';
import { atRules } from './lists.ts';
import { type ScopedSelector, scopeSelectors } from './selectors.ts';

/** The style sheet of a course, made safe: its rules reach slides and nothing else, and fetch nothing. */
export interface OwnStyles {
  /** Every selector begins with `section`; no rule begins with `@`. */
  readonly css: string;
  /** Custom properties that it sets, without their dashes. */
  readonly properties: readonly Named[];
  /** Families that it names. */
  readonly families: readonly Named[];
  /** Custom properties that it takes a family from, without their dashes. */
  readonly fontTokens: readonly Named[];
}

interface Named {
  readonly name: string;
  readonly span: Span;
}

/**
 * Reads the style sheet of a course or lesson. What comes out is written anew from parts that have been looked at: nothing
 * of the file is passed on as it is.
 * Errors: theme/css-invalid, theme/css-refused, asset/*.
 */
export async function readStyles(source: Source, assets: AssetLoader): Promise<Outcome<OwnStyles>> {
  const parsed = parseCss(source, 'theme/css-invalid');
  if (!parsed.value) return failed(parsed.diagnostics);
  const reading = new StyleReading(source, assets);
  await reading.read(parsed.value);
  return hasErrors(reading.diagnostics) ? failed(reading.diagnostics) : done(reading.styles, reading.diagnostics);
}

/** What can be said of a style sheet only where the theme is known. Errors: theme/css-refused. */
export function checkStylesWithTheme(
  { properties, fontTokens }: OwnStyles,
  tokens: ReadonlyMap<string, Token>,
): readonly Diagnostic[] {
  const clobbered = properties
    .filter(({ name }) => tokens.has(name))
    .map(({ name, span }) => {
      const message = `"--${name}" is a token of the theme: set here, nothing would check it.`;
      return diagnose('theme/css-refused', span, message, `Set it under theme.tokens: "${name}: …".`);
    });
  const fonts = [...tokens.values()].filter(({ type }) => type === 'font').map(({ name }) => `var(--${name})`);
  const unknown = fontTokens
    .filter(({ name }) => tokens.get(name)?.type !== 'font')
    .map(({ name, span }) => {
      const message = `"--${name}" is no token of the theme that holds a font family.`;
      return diagnose('theme/css-refused', span, message, `Write ${fonts.join(', ')}, or the name of a family.`);
    });
  return [...clobbered, ...unknown];
}

class StyleReading {
  readonly diagnostics: Diagnostic[] = [];
  readonly #source: Source;
  readonly #assets: AssetLoader;
  readonly #rules: string[] = [];
  readonly #properties: Named[] = [];
  readonly #families: Named[] = [];
  readonly #fontTokens: Named[] = [];

  constructor(source: Source, assets: AssetLoader) {
    this.#source = source;
    this.#assets = assets;
  }

  get styles(): OwnStyles {
    return {
      css: this.#rules.join(''),
      properties: this.#properties,
      families: this.#families,
      fontTokens: this.#fontTokens,
    };
  }

  async read(root: Root): Promise<void> {
    for (const node of root.nodes) {
      if (node.type === 'comment') continue;
      const start = node.source?.start?.offset ?? 0;
      if (node.type === 'rule') await this.#rule(node, start);
      else if (node.type === 'atrule') this.#refuseAtRule(node.name, start);
      else
        this.#refuse(start, {
          at: 0,
          length: String(node).length,
          message: 'This stands outside of any rule.',
          hint: 'Write it like "section { … }".',
        });
    }
  }

  async #rule(rule: Rule, start: number): Promise<void> {
    const selectors = scopeSelectors(rule.selector);
    if ('message' in selectors) this.#refuse(start, rule.raws.selector ? { ...selectors, at: 0 } : selectors);
    const written: string[] = [];
    for (const node of rule.nodes) {
      const at = node.source?.start?.offset ?? start;
      if (node.type === 'comment') continue;
      if (node.type === 'atrule') this.#refuseAtRule(node.name, at);
      else if (node.type === 'rule') {
        const hint = 'Write the selector out in full, in a rule of its own.';
        this.#refuse(at, {
          at: 0,
          length: node.selector.length,
          message: 'A rule cannot stand inside of another.',
          hint,
        });
      } else {
        const line = await this.#declaration(node, 'message' in selectors ? [] : selectors, at);
        if (line !== undefined) written.push(`  ${line}\n`);
      }
    }
    if ('message' in selectors || written.length === 0) return;
    this.#rules.push(`${selectors.map(({ text }) => text).join(', ')} {\n${written.join('')}}\n`);
  }

  async #declaration(
    node: Declaration,
    selectors: readonly ScopedSelector[],
    start: number,
  ): Promise<string | undefined> {
    const checked = checkDeclaration(node.prop, node.value.trim(), selectors);
    // A comment in the value makes its parts stand elsewhere than they seem to.
    const blanks = node.value.length - node.value.trimStart().length;
    const valueAt = node.raws.value ? start : start + node.prop.length + (node.raws.between ?? ':').length + blanks;
    const spanOf = (at: number, length: number): Span => this.#span(node.raws.value ? start : valueAt + at, length);
    if ('message' in checked) {
      const { inValue, ...fault } = checked;
      this.#refuse(inValue ? valueAt : start, inValue && node.raws.value ? { ...fault, at: 0 } : fault);
      return undefined;
    }
    if (node.prop.startsWith('--'))
      this.#properties.push({ name: node.prop.slice(2), span: this.#span(start, node.prop.length) });
    for (const { name, at, length } of checked.families) this.#families.push({ name, span: spanOf(at, length) });
    for (const { name, at, length } of checked.fontTokens) this.#fontTokens.push({ name, span: spanOf(at, length) });
    let value = '';
    let at = 0;
    for (const address of checked.addresses) {
      const url = await this.#load(address.text, spanOf(address.start, address.end - address.start));
      value += `${checked.value.slice(at, address.start)}url("${url ?? ''}")`;
      at = address.end;
    }
    return `${node.prop}: ${value}${checked.value.slice(at)}${node.important ? ' !important' : ''};`;
  }

  /** The address of a picture, with the picture in it. */
  async #load(path: string, span: Span): Promise<string | undefined> {
    if (/^data:image\/(png|jpeg|gif|webp|avif);base64,[a-z0-9+/=]*$/i.test(path)) return path;
    if (/^data:/i.test(path)) {
      const hint = 'Put the picture into the course folder, and write its path there.';
      this.#refuse(span.start, {
        at: 0,
        length: span.end - span.start,
        message: 'Only pictures of pixels can stand in an address itself, in base64.',
        hint,
      });
      return undefined;
    }
    const { value: asset, diagnostics } = await this.#assets.load(path, span);
    this.diagnostics.push(...diagnostics);
    if (!asset) return undefined;
    if (asset.kind === 'drawing' && asset.drawing.text.trim() !== '') {
      const hint = 'Turn its text into paths, or show it with a layout such as "figure".';
      this.#refuse(span.start, {
        at: 0,
        length: span.end - span.start,
        message: `"${path}" has text in it, which a background would show in a font of the machine.`,
        hint,
      });
    }
    return `data:${asset.mediaType};base64,${Buffer.from(asset.bytes).toString('base64')}`;
  }

  #refuseAtRule(name: string, start: number): void {
    const hint = atRules[name.toLowerCase()] ?? 'Write plain rules: "section.code pre { … }".';
    this.#refuse(start, {
      at: 0,
      length: name.length + 1,
      message: `"@${name}" cannot be used in the style sheet of a course.`,
      hint,
    });
  }

  #refuse(start: number, { at, length, message, hint }: StyleFault): void {
    this.diagnostics.push(diagnose('theme/css-refused', this.#span(start + at, length), message, hint));
  }

  /** Never beyond the end of its line: a message shows one line. */
  #span(start: number, length: number): Span {
    const { text, path } = this.#source;
    const from = Math.min(start, text.length);
    const line = text.slice(from, from + Math.max(1, length)).split(/[\r\n]/)[0] ?? '';
    return { file: path, start: from, end: from + line.length };
  }
}

import type { Marp } from '@marp-team/marp-core';
import { fitClass, fitScales } from '../model/deck.ts';
import type { EmbedFault, Engine, EngineInput, EngineNeeds, EngineOutput } from '../model/ports.ts';
import type { Embed } from '../model/rendered.ts';
import type { SlideSize, Theme } from '../model/theme.ts';
import { drawFences, drawnChart, type FenceToken } from './chart-fences.ts';
import { columnsOf } from './code-columns.ts';
import { checkDiagram } from './diagram.ts';
import { loadMermaid, tidyDiagram } from './diagram-drawing.ts';
import { readDescription } from './diagram-source.ts';
import { checkFormula } from './formula.ts';
import { layOutFormula } from './formula-layout.ts';
import { htmlAllowList } from './html-allow-list.ts';
import { keepLines, markLines } from './line-marks.ts';
import { lineNumberStyle } from './line-numbers.ts';

/** Marp Core as an {@link Engine}. Marp and its plugins are loaded when a deck first needs them. */
export function marpEngine(): Engine {
  const renderers = new Map<string, Promise<MarpRenderer>>();
  const faults = new Map<string, Promise<EmbedFault | undefined>>();

  /** One Marp for each set of plugins: a plugin changes the style sheet also of decks that do not need it. */
  const rendererFor = (needs: EngineNeeds): Promise<MarpRenderer> => {
    const key = JSON.stringify([needs.formulas, needs.code, needs.charts, needs.diagrams]);
    const known = renderers.get(key) ?? MarpRenderer.create(needs);
    renderers.set(key, known);
    return known;
  };

  return {
    check(embed, size) {
      const key = JSON.stringify([
        embed.kind,
        embed.language,
        embed.display,
        embed.kind === 'code' ? '' : embed.text,
        size.name,
      ]);
      const known = faults.get(key) ?? checkEmbed(embed, size, rendererFor);
      faults.set(key, known);
      return known;
    },
    async render(input) {
      return (await rendererFor(input.needs)).render(input);
    },
  };
}

async function checkEmbed(
  embed: Embed,
  size: SlideSize,
  rendererFor: (needs: EngineNeeds) => Promise<MarpRenderer>,
): Promise<EmbedFault | undefined> {
  switch (embed.kind) {
    case 'formula':
      return checkFormula(embed.text, embed.display);
    case 'chart':
      // Made of checked data, not written by an author.
      return undefined;
    case 'diagram':
      return checkDiagram(embed.text, size);
    case 'code':
      if (embed.language === '') return undefined;
      return (await rendererFor({ formulas: false, code: true, charts: false, diagrams: false })).checkLanguage(
        embed.language,
      );
  }
}

/** Slides that are set smaller say so by a class, which stands in the Markdown as well. */
const fitRules = fitScales.map((scale) => `section.${fitClass(scale)} { --fit: ${scale}; }`).join('\n');

class MarpRenderer {
  readonly #marp: InstanceType<ReturnType<typeof slideRenderer>>;
  readonly #needs: EngineNeeds;
  readonly #styles = new Map<string, string>();
  #theme: { readonly of: Theme; readonly parsed: ReturnType<Marp['themeSet']['add']> } | undefined;
  #images: ReadonlyMap<string, string> = new Map();
  #headings: { heading: string; line: number }[] = [];
  #diagrams = 0;

  private constructor(MarpClass: typeof Marp, needs: EngineNeeds) {
    this.#needs = needs;
    this.#marp = new (slideRenderer(MarpClass))({
      // Plain sections: printing them is a quarter cheaper than Marpit's SVG frames, and the player scales them itself.
      inlineSVG: false,
      cssContainerQuery: false,
      container: { tag: 'div', class: 'marpit' },
      slideContainer: { tag: 'div', class: 'slide' },
      script: false,
      slug: false,
      anchor: false,
      emoji: { unicode: false, shortcode: false },
      math: 'katex',
      html: htmlAllowList((url) => this.#images.get(decode(url))),
      markdown: { linkify: false },
    });
    const { markdown } = this.#marp;
    // A style element would reach the style sheet whatever the list of accepted HTML says.
    markdown.block.ruler.disable('marpit_style_parse');
    const isLink = markdown.validateLink.bind(markdown);
    markdown.validateLink = (url: string) => isLink(url) || this.#images.has(decode(url));
    const normalize = markdown.normalizeLink.bind(markdown);
    markdown.normalizeLink = (url: string) => this.#images.get(decode(url)) ?? normalize(url);
    markdown.core.ruler.push('lectern_slides', (state: { tokens: SlideToken[] }) => {
      this.#headings = readHeadings(state.tokens);
      markLines(state.tokens);
    });
  }

  static async create(needs: EngineNeeds): Promise<MarpRenderer> {
    const { Marp } = await import('@marp-team/marp-core');
    const renderer = new MarpRenderer(Marp, needs);
    const marp = renderer.#marp;
    if (needs.code) {
      marp.use((await import('@marp-team/marp-core/plugins/shiki')).default());
      marp.shikiTransformers.push(lineNumbers, columns);
    }
    if (needs.formulas) {
      const { katexMarpCorePlugin } = await import('@marp-team/marp-core/plugins/katex');
      marp.use(katexMarpCorePlugin({ fontPath: false, options: { strict: 'ignore', trust: false } }));
      const { rules } = marp.markdown.renderer;
      for (const name of ['marp_math_inline', 'marp_math_block']) {
        const draw = rules[name];
        rules[name] = (...given: unknown[]) => layOutFormula(draw(...given));
      }
    }
    if (needs.charts) {
      const { drawChart } = await import('./charts/draw.ts');
      marp.markdown.core.ruler.push('lectern_charts', (state: { tokens: FenceToken[] }) => {
        if (renderer.#theme) drawFences(state.tokens, renderer.#theme.of, drawChart);
      });
      marp.markdown.renderer.rules[drawnChart] = (tokens: FenceToken[], at: number) => `${tokens[at]?.content ?? ''}\n`;
    }
    if (needs.diagrams) {
      marp.use((await import('@marp-team/marp-core/plugins/mermaid')).default());
      const { rules } = marp.markdown.renderer;
      const draw = await loadMermaid();
      rules.marp_mermaid = (tokens: FenceToken[], at: number, ...rest: unknown[]) => {
        renderer.#diagrams += 1;
        const { diagram, name } = readDescription(tokens[at]?.content ?? '');
        try {
          return `<p>${tidyDiagram(draw(diagram), renderer.#diagrams, name)}</p>\n`;
        } catch {
          // Slides have been checked; what is left are texts around them, which show it as the code that it is.
          return rules.fence(tokens, at, ...rest);
        }
      };
    }
    keepLines(marp.markdown.renderer.rules);
    return renderer;
  }

  async checkLanguage(language: string): Promise<EmbedFault | undefined> {
    if (this.#marp.highlighter('x', language, '') !== '') return undefined;
    const { unknownLanguage } = await import('./languages.ts');
    return unknownLanguage(language);
  }

  render({ markdown, theme, images }: EngineInput): EngineOutput {
    this.#images = images;
    this.#diagrams = 0;
    this.#use(theme);
    const sections = this.#marp.renderSlides(markdown);
    const headings = this.#headings;
    return {
      slides: sections.map((html, at) => ({ html: html.trim(), heading: '', line: 0, ...headings[at] })),
      css: this.#style(theme),
    };
  }

  /**
   * Marp Core 5.0.2 puts a theme with the size of the deck in the place of the theme, and takes it back only after its own
   * `render`: without this, a style sheet would depend on the decks before.
   */
  #use(theme: Theme): void {
    const { themeSet } = this.#marp;
    const parsed = this.#theme?.of.css === theme.css ? this.#theme.parsed : themeSet.add(`${theme.css}\n${fitRules}`);
    this.#theme = { of: theme, parsed };
    themeSet.addTheme(parsed);
  }

  /**
   * Packing a theme takes far longer than rendering a deck, so it is done once for each theme and size. Marp adds the
   * rules for formulas when it meets one: it is shown one, so that the sheet does not depend on the deck.
   */
  #style(theme: Theme): string {
    const { name, css, size } = theme;
    const key = JSON.stringify([size.name, css]);
    const known = this.#styles.get(key);
    if (known !== undefined) return known;
    this.#use(theme);
    const sample = `---\ntheme: ${name}\nsize: "${size.name}"\n---\n\n${this.#needs.formulas ? '$x$' : ''}`;
    const sheet = this.#marp.render(sample).css;
    this.#styles.set(key, sheet);
    return sheet;
  }
}

const lineNumbers: Marp['shikiTransformers'][number] = {
  name: 'lectern:line-numbers',
  code(element) {
    const style = lineNumberStyle(this.options.meta?.__raw ?? '', this.lines.length);
    if (style === undefined) return;
    element.properties.style = style;
    this.addClassToHast(element, 'numbered');
  },
};

/** Says how long the longest line of a listing is, so that a style sheet can choose a size in which it fits. */
const columns: Marp['shikiTransformers'][number] = {
  name: 'lectern:columns',
  pre(element) {
    const { style } = element.properties;
    element.properties.style = `${typeof style === 'string' ? `${style};` : ''}--columns:${columnsOf(this.source)}`;
  },
};

/** Opens the step of Marp that renders slides without a style sheet. */
function slideRenderer(MarpClass: typeof Marp) {
  return class extends MarpClass {
    renderSlides(markdown: string): readonly string[] {
      return this.renderMarkdown(markdown, { htmlAsArray: true }) as unknown as string[];
    }
  };
}

interface SlideToken {
  readonly type: string;
  readonly nesting: number;
  readonly hidden: boolean;
  readonly map: readonly [number, number] | null;
  readonly children: readonly SlideToken[] | null;
  readonly content: string;
  attrs: [string, string][] | null;
}

/** Directives that a template may set and that Marpit writes as a style. All else there repeats texts of the author. */
const styleDirectives = /^(color|background(-color|-image|-position|-repeat|-size)?)$/;

/** Reads the first heading of each slide, and strips slides of attributes that repeat what is on them. */
function readHeadings(tokens: readonly SlideToken[]): { heading: string; line: number }[] {
  const found: { heading: string; line: number }[] = [];
  tokens.forEach((token, at) => {
    if (token.type === 'marpit_slide_open') {
      found.push({ heading: '', line: token.map?.[0] ?? 0 });
      token.attrs = cleanAttributes(token.attrs ?? []);
    }
    const last = found.at(-1);
    if (token.type === 'heading_open' && last?.heading === '') {
      last.heading = (tokens[at + 1]?.children ?? []).map(textOf).join('').replaceAll(/\s+/g, ' ').trim();
    }
  });
  return found;
}

function cleanAttributes(attributes: readonly [string, string][]): [string, string][] {
  return attributes.flatMap(([name, value]): [string, string][] => {
    if (/^data-(?!marpit|size)/.test(name)) return [];
    if (name !== 'style') return [[name, value]];
    const kept = value.split(';').filter((rule) => styleDirectives.test(rule.split(':')[0]?.trim() ?? ''));
    return kept.length === 0 ? [] : [[name, `${kept.join(';')};`]];
  });
}

const textOf = (token: SlideToken): string =>
  /^(text|code_inline|marp_math_inline)$/.test(token.type) ? token.content : /break$/.test(token.type) ? ' ' : '';

function decode(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}

import type { Asset, Drawing } from '../model/deck.ts';
import type { Theme } from '../model/theme.ts';
import { escapeAttribute } from './escape-attribute.ts';

/** The addresses of images by their path in the course: data URLs, so that nothing has to be fetched. */
export function imageAddresses(assets: ReadonlyMap<string, Asset>): ReadonlyMap<string, string> {
  return new Map([...assets].map(([path, asset]) => [path, dataUrl(asset)]));
}

function dataUrl({ mediaType, bytes }: Asset): string {
  return `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}`;
}

/**
 * Puts the drawings of a deck into its HTML, in the place of images that show them: as parts of the page they have the
 * colours and fonts of the theme. Drawings in the background of a slide stay images.
 */
export class Figures {
  readonly #drawings: ReadonlyMap<string, Drawing>;
  readonly #name: string;
  readonly #style: string;
  #uses = 0;

  /**
   * `name` is the beginning of all ids, and no other figures of the page have it. With a theme, figures bring its colours
   * along, for places that do not have them.
   */
  constructor(assets: ReadonlyMap<string, Asset>, name: string, theme?: Theme) {
    const drawings = [...assets.values()].filter((asset) => asset.kind === 'drawing');
    this.#drawings = new Map(drawings.map((asset) => [dataUrl(asset), asset.drawing]));
    this.#name = name;
    this.#style = theme ? ownColors(theme) : '';
  }

  /** The HTML, as Marp wrote it, with drawings in place of their images. */
  place(html: string): string {
    if (this.#drawings.size === 0) return html;
    return html.replaceAll(/<img\b[^>]*>/g, (tag) => {
      const attributes = new Map(
        [...tag.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
      );
      const drawing = this.#drawings.get(attributes.get('src') ?? '');
      return drawing ? this.#figure(drawing, attributes) : tag;
    });
  }

  /** The values of `attributes` are HTML already. */
  #figure(drawing: Drawing, attributes: ReadonlyMap<string, string>): string {
    this.#uses += 1;
    const prefix = `figure-${this.#name}${this.#uses}-`;
    const { widthPx, heightPx, isThemed } = drawing;
    const classes = ['figure', ...(isThemed ? ['themed'] : []), ...(attributes.get('class')?.split(' ') ?? [])];
    // A template may give an image a width, as an attribute or, in the words of Marp, as a style.
    const width = /^\d+$/.test(attributes.get('width') ?? '') ? attributes.get('width') : rounded(widthPx);
    const size = `--width:${width}px;--ratio:${rounded(widthPx / heightPx)};${attributes.get('style') ?? ''}`;
    const style = `${size}${isThemed ? this.#style : ''}`;
    const own = ['lang', 'dir', 'aria-hidden'].flatMap((name) => {
      const value = attributes.get(name);
      return value === undefined ? [] : [` ${name}="${value}"`];
    });
    const title = attributes.get('title') ?? '';
    const root = drawing.attributes.join(prefix);
    return [
      `<svg class="${classes.join(' ')}" role="img"${own.join('')} ${withStyle(root, style)}>`,
      `<title>${attributes.get('alt') ?? ''}</title>`,
      title === '' ? '' : `<desc>${title}</desc>`,
      drawing.content.join(prefix),
      '</svg>',
    ].join('');
  }
}

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;

/** Attributes with a style before the one that is there. */
function withStyle(attributes: string, style: string): string {
  const [, before, own, after] = /^([\s\S]*?)\sstyle="([^"]*)"([\s\S]*)$/.exec(attributes) ?? [];
  return own === undefined ? `${attributes} style="${style}"` : `${before} style="${style}${own}"${after}`;
}

/** The colours and fonts of a theme on its own paper, as the value of an attribute. */
function ownColors({ tokens }: Theme): string {
  const declarations = [...tokens].filter(([name]) => name !== 'logo').map(([name, value]) => `--${name}:${value};`);
  return escapeAttribute(`${declarations.join('')}color:var(--text);background:var(--background);`);
}

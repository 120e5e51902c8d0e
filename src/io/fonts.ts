import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { FontFamily, FontFile, Fonts } from '../model/ports.ts';

/** Latin first: it is the one that nearly every text needs. */
const order = ['latin', 'latin-ext', 'greek', 'cyrillic', 'vietnamese'];

/**
 * Fonts from `@fontsource` packages, the project's own first, then those that come with Lectern.
 * `roots` are folders from which packages are looked up.
 */
export function packageFonts(roots: readonly string[]): Fonts {
  const families = new Map<string, Promise<FontFamily | undefined>>();
  const formulaGlyphs = new Map<string, Promise<ReadonlySet<number>>>();
  const formulaFont = async (fileName: string): Promise<Buffer> => {
    const katex = resolvePackage('katex', roots);
    if (katex === undefined) throw new Error('The package katex is not installed.');
    return readFile(join(katex, 'fonts', fileName));
  };
  return {
    family(name) {
      const known = families.get(name) ?? readFamily(name, roots);
      families.set(name, known);
      return known;
    },
    formulaFont,
    async formulaFontHas(fileName, codePoint) {
      const glyphs = formulaGlyphs.get(fileName) ?? formulaFont(fileName).then(readGlyphs);
      formulaGlyphs.set(fileName, glyphs);
      return (await glyphs).has(codePoint);
    },
  };
}

async function readFamily(name: string, roots: readonly string[]): Promise<FontFamily | undefined> {
  const id = name.toLowerCase().replaceAll(/\s+/g, '-');
  const metadata = resolvePackage(`@fontsource/${id}/metadata.json`, roots);
  if (metadata === undefined) return undefined;
  const folder = metadata;
  const { category, weights, styles } = JSON.parse(await readFile(join(folder, 'metadata.json'), 'utf8')) as {
    category: string;
    weights: number[];
    styles: ('normal' | 'italic')[];
  };
  const ranges = JSON.parse(await readFile(join(folder, 'unicode.json'), 'utf8')) as Record<string, string>;
  const subsets = Object.keys(ranges);
  // A family in one piece says the range that browsers would load it for; it has whatever characters it has.
  const rangeOf = (subset: string): string => (subsets.length === 1 ? 'U+0000-10FFFF' : (ranges[subset] ?? ''));
  const rank = (subset: string): number => (order.includes(subset) ? order.indexOf(subset) : order.length);
  subsets.sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  const files = subsets.flatMap((subset) =>
    weights.flatMap((weight) =>
      styles.map((style) => {
        // Slices without a name are numbered: `[12]` in the list, `12` in the name of the file.
        const slice = subset.replaceAll(/[[\]]/g, '');
        const path = join(folder, 'files', `${id}-${slice}-${weight}-${style}.woff2`);
        return new PackageFontFile(name, weight, style, rangeOf(subset), path);
      }),
    ),
  );
  return { isSerif: category === 'serif', files };
}

class PackageFontFile implements FontFile {
  readonly family: string;
  readonly weight: number;
  readonly style: 'normal' | 'italic';
  readonly unicodeRange: string;
  readonly #path: string;
  readonly #ranges: readonly (readonly [number, number])[];
  #content: Promise<Buffer> | undefined;
  #glyphs: ReadonlySet<number> | undefined;

  constructor(family: string, weight: number, style: 'normal' | 'italic', unicodeRange: string, path: string) {
    this.family = family;
    this.weight = weight;
    this.style = style;
    this.unicodeRange = unicodeRange;
    this.#path = path;
    this.#ranges = unicodeRange.split(',').map((range) => {
      const [start = '0', end = start] = range.replace(/^U\+/i, '').split('-');
      return [Number.parseInt(start, 16), Number.parseInt(end, 16)] as const;
    });
  }

  async has(codePoint: number): Promise<boolean> {
    if (!this.#ranges.some(([start, end]) => codePoint >= start && codePoint <= end)) return false;
    this.#glyphs ??= await readGlyphs(await this.#read());
    return this.#glyphs.has(codePoint);
  }

  async bytes(text?: string): Promise<Uint8Array> {
    const content = await this.#read();
    if (text === undefined) return content;
    const { default: subset } = await import('subset-font');
    // Browsers refuse a font in which nothing is drawn, as where a text needs a space of it alone.
    return subset(content, `${text}+`, { targetFormat: 'woff2' });
  }

  #read(): Promise<Buffer> {
    this.#content ??= readFile(this.#path);
    return this.#content;
  }
}

async function readGlyphs(content: Buffer): Promise<ReadonlySet<number>> {
  const fontkit = await import('fontkit');
  const font = fontkit.create(content);
  return new Set('characterSet' in font ? font.characterSet : []);
}

/** The folder of a package, or of a file in it. */
function resolvePackage(request: string, roots: readonly string[]): string | undefined {
  for (const root of roots) {
    try {
      return dirname(createRequire(join(root, 'package.json')).resolve(request));
    } catch {
      // Not installed below this root: the next one may have it.
    }
  }
  return undefined;
}

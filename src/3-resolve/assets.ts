import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { done, failed, type Outcome } from '../diagnostics/outcome.ts';
import { diagnose } from '../diagnostics/report.ts';
import { nearest } from '../diagnostics/suggest.ts';
import type { Asset } from '../model/deck.ts';
import type { Files } from '../model/ports.ts';
import type { Span } from '../model/source.ts';

/** Image types that browsers show and PDFs hold, with the bytes that such files begin with. */
const imageTypes: readonly {
  readonly extensions: readonly string[];
  readonly mediaType: string;
  readonly matches: (bytes: Uint8Array) => boolean;
}[] = [
  { extensions: ['svg'], mediaType: 'image/svg+xml', matches: (bytes) => /<svg[\s>]/.test(latin(bytes, 0, 4096)) },
  { extensions: ['png'], mediaType: 'image/png', matches: (bytes) => latin(bytes, 1, 4) === 'PNG' },
  { extensions: ['jpg', 'jpeg'], mediaType: 'image/jpeg', matches: (bytes) => bytes[0] === 0xff && bytes[1] === 0xd8 },
  { extensions: ['gif'], mediaType: 'image/gif', matches: (bytes) => latin(bytes, 0, 4) === 'GIF8' },
  { extensions: ['webp'], mediaType: 'image/webp', matches: (bytes) => latin(bytes, 8, 12) === 'WEBP' },
  { extensions: ['avif'], mediaType: 'image/avif', matches: (bytes) => latin(bytes, 4, 11) === 'ftypavi' },
];
const extensions = imageTypes.flatMap((type) => type.extensions);

/** Loads the images of one course, each once. */
export class AssetLoader {
  readonly #files: Files;
  readonly #folder: string;
  readonly #loads = new Map<string, Promise<Asset | Fault>>();

  constructor(files: Files, courseFolder: string) {
    this.#files = files;
    this.#folder = courseFolder;
  }

  /**
   * Loads an image by its path in the course folder. `span` is where it is named.
   * Errors: asset/missing, asset/outside, asset/unsupported-type, file/unreadable; warning: asset/svg-text.
   */
  async load(path: string, span: Span): Promise<Outcome<Asset>> {
    const loading = this.#loads.get(path) ?? this.#loadNow(path);
    this.#loads.set(path, loading);
    const result = await loading;
    if ('bytes' in result) return done(result, svgText(result, span));
    return failed([diagnose(result.code, span, result.message, result.hint)]);
  }

  async #loadNow(path: string): Promise<Asset | Fault> {
    const outside: Fault = {
      code: 'asset/outside',
      message: `"${path}" is outside of the course folder.`,
      hint: 'Copy the file into the course folder: a course has to be complete in itself.',
    };
    if (/^(https?:)?\/\//i.test(path)) {
      const hint = 'Download it into the course folder, and write its path there.';
      return { ...outside, message: `"${path}" is on the web: a deck shows only what it holds.`, hint };
    }
    if (/^([a-z][a-z0-9+.-]*:|\/|\\)/i.test(path)) return outside;
    if (path.includes('\\')) {
      const message = `There is no file "${path}" in the course folder: paths are written with "/".`;
      return { code: 'asset/missing', message, hint: `Write "${path.replaceAll('\\', '/')}".` };
    }
    const extension = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
    const type = imageTypes.find((candidate) => candidate.extensions.includes(extension));
    const read = await this.#files.read(`${this.#folder}/${path}`, this.#folder);
    switch (read.kind) {
      case 'outside':
        return path.split('/').includes('..')
          ? outside
          : { ...outside, message: `"${path}" is a link that leads out of the course folder.` };
      case 'missing':
        return {
          code: 'asset/missing',
          message: `There is no file "${path}" in the course folder.`,
          hint: await this.#nearby(path),
        };
      case 'unreadable':
        return {
          code: 'file/unreadable',
          message: `"${path}" cannot be read: ${read.reason}.`,
          hint: 'Check that it is a file, and that you may read it.',
        };
      case 'file':
        if (type?.matches(read.bytes)) return { path, mediaType: type.mediaType, bytes: read.bytes };
        return {
          code: 'asset/unsupported-type',
          message: type
            ? `"${path}" is not what its name says: it does not begin like a file of the type ${extension}.`
            : `"${path}" is of a type that cannot be shown on a slide.`,
          hint: `Images are ${extensions.join(', ')}.`,
        };
    }
  }

  async #nearby(path: string): Promise<string> {
    const cut = path.lastIndexOf('/');
    const folder = cut < 0 ? '' : path.slice(0, cut + 1);
    const names = await this.#files.list(`${this.#folder}/${folder}`.replace(/\/$/, ''));
    const near = nearest(path.slice(cut + 1), names);
    return near === undefined ? `Paths start at "${this.#folder}/".` : `Did you mean "${folder}${near}"?`;
  }
}

/** A drawing is shown as an image, which the fonts of the page do not reach: its text is set in those of the machine. */
function svgText({ path, mediaType, bytes }: Asset, span: Span): Diagnostic[] {
  if (mediaType !== 'image/svg+xml') return [];
  const text = new TextDecoder().decode(bytes);
  if (!/<text[\s>]/.test(text) || text.includes('@font-face')) return [];
  const message = `"${path}" has text in it, which each machine shows in a font of its own.`;
  return [diagnose('asset/svg-text', span, message, 'Turn its text into paths in your drawing program.')];
}

interface Fault {
  readonly code: 'asset/missing' | 'asset/outside' | 'asset/unsupported-type' | 'file/unreadable';
  readonly message: string;
  readonly hint: string;
}

function latin(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(start, end));
}

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { done, failed, type Outcome } from '../diagnostics/outcome.ts';
import { diagnose } from '../diagnostics/report.ts';
import type { Asset } from '../model/deck.ts';
import type { Files } from '../model/ports.ts';
import type { Span } from '../model/source.ts';
import { CourseFolder, type FileFault } from './course-folder.ts';

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
  readonly #folder: CourseFolder;
  readonly #loads = new Map<string, Promise<Asset | FileFault>>();

  constructor(files: Files, courseFolder: string) {
    this.#folder = new CourseFolder(files, courseFolder);
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

  async #loadNow(path: string): Promise<Asset | FileFault> {
    const extension = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
    const type = imageTypes.find((candidate) => candidate.extensions.includes(extension));
    const read = await this.#folder.read(path);
    if ('code' in read) return read;
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

/** A drawing is shown as an image, which the fonts of the page do not reach: its text is set in those of the machine. */
function svgText({ path, mediaType, bytes }: Asset, span: Span): Diagnostic[] {
  if (mediaType !== 'image/svg+xml') return [];
  const text = new TextDecoder().decode(bytes);
  if (!/<text[\s>]/.test(text) || text.includes('@font-face')) return [];
  const message = `"${path}" has text in it, which each machine shows in a font of its own.`;
  return [diagnose('asset/svg-text', span, message, 'Turn its text into paths in your drawing program.')];
}

function latin(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(start, end));
}

import { done, failed, type Outcome } from '../diagnostics/outcome.ts';
import { diagnose, hasErrors } from '../diagnostics/report.ts';
import type { Asset } from '../model/deck.ts';
import type { Files, Images } from '../model/ports.ts';
import type { Span } from '../model/source.ts';
import { CourseFolder } from './course-folder.ts';
import { readDrawing } from './drawing.ts';
import { type AssetFault, damaged, drawingFaults, unreadableDrawing } from './image-faults.ts';

/** Image types that browsers show and PDFs hold, with the bytes that such files begin with. */
const imageTypes: readonly {
  readonly extensions: readonly string[];
  readonly mediaType: string;
  readonly matches: (bytes: Uint8Array) => boolean;
}[] = [
  { extensions: ['svg'], mediaType: 'image/svg+xml', matches: looksLikeSvg },
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
  readonly #images: Images;
  readonly #loads = new Map<string, Promise<Loaded>>();

  constructor(files: Files, images: Images, courseFolder: string) {
    this.#folder = new CourseFolder(files, courseFolder);
    this.#images = images;
  }

  /**
   * Loads an image by its path in the course folder. `span` is where it is named.
   * Errors: asset/missing, asset/outside, asset/unsupported-type, asset/damaged, asset/svg-invalid, asset/svg-lost,
   * asset/svg-emoji, file/unreadable; warning: asset/svg-inert.
   */
  async load(path: string, span: Span): Promise<Outcome<Asset>> {
    const loading = this.#loads.get(path) ?? this.#loadNow(path);
    this.#loads.set(path, loading);
    const { asset, faults } = await loading;
    const found = faults.map(({ code, message, hint }) => diagnose(code, span, message, hint));
    return asset && !hasErrors(found) ? done(asset, found) : failed(found);
  }

  async #loadNow(path: string): Promise<Loaded> {
    const file = await this.#read(path);
    if ('code' in file) return { faults: [file] };
    if (file.mediaType !== 'image/svg+xml') {
      const read = await this.#images.prepare(file.bytes, file.mediaType);
      if (read.kind === 'damaged') return { faults: [damaged(path, read.reason)] };
      const { bytes, widthPx, heightPx, savedBytes } = read;
      return { asset: { ...file, kind: 'picture', bytes, widthPx, heightPx, savedBytes }, faults: [] };
    }
    const read = await readDrawing(file.bytes);
    if (read.kind === 'unreadable') return { faults: [unreadableDrawing(path, read.fault)] };
    const { drawing, findings } = read;
    return { asset: { ...file, kind: 'drawing', drawing }, faults: drawingFaults(path, findings) };
  }

  async #read(path: string): Promise<Pick<Asset, 'path' | 'mediaType' | 'bytes'> | AssetFault> {
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

/** What came of a file: the image, unless something is wrong with all of it. */
interface Loaded {
  readonly asset?: Asset;
  readonly faults: readonly AssetFault[];
}

/** Illustrator begins with pages of declarations; in UTF-16 every other byte is zero. */
function looksLikeSvg(bytes: Uint8Array): boolean {
  const start = latin(bytes, 0, 65_536).replaceAll('\0', '');
  return /<(?:[\w-]+:)?svg[\s>/]/.test(start);
}

function latin(bytes: Uint8Array, start: number, end: number): string {
  return Array.from(bytes.subarray(start, end), (byte) => String.fromCharCode(byte)).join('');
}

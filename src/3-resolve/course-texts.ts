import { failed, type Outcome } from '../diagnostics/outcome.ts';
import { diagnose } from '../diagnostics/report.ts';
import type { Files } from '../model/ports.ts';
import type { Source, Span } from '../model/source.ts';
import { CourseFolder, type FileFault } from './course-folder.ts';

/** More bytes than any file has that people write; a slide shows some lines of it. */
const byteLimit = 4_000_000;

/** Reads text files of one course whose content goes onto slides, each once. */
export class CourseTexts {
  readonly #folder: CourseFolder;
  readonly #decode: (path: string, bytes: Uint8Array) => Outcome<Source>;
  readonly #loads = new Map<string, Promise<Outcome<Source> | FileFault>>();

  /** `decode` reads bytes as text; its errors are passed on. */
  constructor(files: Files, courseFolder: string, decode: (path: string, bytes: Uint8Array) => Outcome<Source>) {
    this.#folder = new CourseFolder(files, courseFolder);
    this.#decode = decode;
  }

  /**
   * Reads a file by its path in the course folder. `span` is where it is named.
   * Errors: asset/missing, asset/outside, asset/unsupported-type, file/unreadable; file/invalid-utf8 in the file itself.
   */
  async load(path: string, span: Span): Promise<Outcome<Source>> {
    const loading = this.#loads.get(path) ?? this.#loadNow(path);
    this.#loads.set(path, loading);
    const result = await loading;
    return 'code' in result ? failed([diagnose(result.code, span, result.message, result.hint)]) : result;
  }

  async #loadNow(path: string): Promise<Outcome<Source> | FileFault> {
    const read = await this.#folder.read(path);
    if ('code' in read) return read;
    const { bytes } = read;
    const code = 'asset/unsupported-type';
    if (bytes.length > byteLimit) {
      const megabytes = (bytes.length / 1_000_000).toFixed(1);
      const message = `"${path}" has ${megabytes} MB: it is far larger than what a slide can show of it.`;
      return {
        code,
        message,
        hint: `Take what is shown into a file of its own, of at most ${byteLimit / 1_000_000} MB.`,
      };
    }
    if (isBinary(bytes)) {
      return { code, message: `"${path}" is not a text file.`, hint: 'Name a file that an editor shows as text.' };
    }
    return this.#decode(this.#folder.nameOf(path), bytes);
  }
}

/** Text has no zeros in it. In UTF-16 it has, which shows in its first two bytes: the decoder says that better. */
function isBinary(bytes: Uint8Array): boolean {
  const isUtf16 = [0x00, 0xfe, 0xff].some((mark) => bytes.subarray(0, 2).includes(mark));
  return !isUtf16 && bytes.includes(0);
}

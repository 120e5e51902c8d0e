import { failed, type Outcome } from '../diagnostics/outcome.ts';
import { diagnose } from '../diagnostics/report.ts';
import type { Files } from '../model/ports.ts';
import type { Source } from '../model/source.ts';

type Decode = (path: string, bytes: Uint8Array) => Outcome<Source>;

/** Reads text files, each once, and keeps their text for the code frames of messages. */
export class SourceReader {
  /** Text of every file read, by path; lenient where a file is not UTF-8. */
  readonly texts = new Map<string, string>();
  readonly #reads = new Map<string, Promise<Outcome<Source>>>();
  readonly #files: Files;
  readonly #decode: Decode;

  constructor(files: Files, decode: Decode) {
    this.#files = files;
    this.#decode = decode;
  }

  /** Errors: file/missing, file/unreadable, file/invalid-utf8. */
  read(path: string): Promise<Outcome<Source>> {
    const known = this.#reads.get(path);
    if (known) return known;
    const reading = this.#readNow(path);
    this.#reads.set(path, reading);
    return reading;
  }

  /** Reads bytes that come from elsewhere as the text of a file, and keeps it too. Errors: file/invalid-utf8. */
  decode(path: string, bytes: Uint8Array): Outcome<Source> {
    this.texts.set(path, new TextDecoder().decode(bytes));
    return this.#decode(path, bytes);
  }

  async #readNow(path: string): Promise<Outcome<Source>> {
    const read = await this.#files.read(path);
    switch (read.kind) {
      case 'file':
        return this.decode(path, read.bytes);
      case 'missing':
        return failed([diagnose('file/missing', path, 'This file does not exist.')]);
      case 'outside':
        return failed([diagnose('file/missing', path, 'This file is outside of the project.')]);
      case 'unreadable':
        return failed([
          diagnose(
            'file/unreadable',
            path,
            `This file cannot be read: ${read.reason}.`,
            'Check that it is a file, and that you may read it.',
          ),
        ]);
    }
  }
}

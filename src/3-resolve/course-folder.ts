import { nearest } from '../diagnostics/suggest.ts';
import type { Files } from '../model/ports.ts';

/** Why a file cannot be used that a course names. */
export interface FileFault {
  readonly code: 'asset/missing' | 'asset/outside' | 'asset/unsupported-type' | 'file/unreadable';
  readonly message: string;
  readonly hint: string;
}

/** The folder of a course: nothing outside of it can be read. */
export class CourseFolder {
  readonly #files: Files;
  readonly #folder: string;

  constructor(files: Files, folder: string) {
    this.#files = files;
    this.#folder = folder;
  }

  /** How messages name a file of the course: by its path in the project. */
  nameOf(path: string): string {
    return `${this.#folder}/${path.replace(/^(\.\/+)+/, '')}`;
  }

  /** Reads a file by its path in the folder. Errors: asset/missing, asset/outside, file/unreadable. */
  async read(path: string): Promise<{ readonly bytes: Uint8Array } | FileFault> {
    const outside: FileFault = {
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
        return read;
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

import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { decode } from '../../src/1-parse/index.ts';
import { Templates } from '../../src/4-expand/index.ts';
import { marpEngine } from '../../src/5-render/index.ts';
import { DefinitionReader } from '../../src/build/definitions.ts';
import { LibraryReader } from '../../src/build/library-reader.ts';
import { SourceReader } from '../../src/build/source-reader.ts';
import { build } from '../../src/build.ts';
import type { Context } from '../../src/cli/context.ts';
import { printDiagnostics } from '../../src/cli/report.ts';
import { plainPaint } from '../../src/diagnostics/format.ts';
import { createBrowser } from '../../src/io/browser/browser.ts';
import { diskFiles } from '../../src/io/disk-files.ts';
import { noStore } from '../../src/io/disk-store.ts';
import { twemojiSet } from '../../src/io/emoji.ts';
import { packageFonts } from '../../src/io/fonts.ts';
import { sharpImages } from '../../src/io/images.ts';
import type { OutputFormat } from '../../src/model/artifact.ts';
import type { Browser, Coarse, CutOff, Files, Pictured, Printed } from '../../src/model/ports.ts';
import type { Store } from '../../src/model/store.ts';
import { repository } from '../support/project.ts';

/** What `case.json` may say of the circumstances under which a mistake shows. */
interface Circumstances {
  /** Markdown alone unless given. */
  readonly formats?: readonly OutputFormat[];
  readonly targets?: readonly string[];
  /** What comes of printing; `none` when there is no browser. No browser is used unless given. */
  readonly browser?: 'none' | Exclude<Printed, { kind: 'printed' }> | PrintedWith;
  /** Why the output folder takes nothing. */
  readonly fullDisk?: string;
  /** Files that are saved in another encoding than the one that git keeps them in. */
  readonly encodings?: Readonly<Record<string, BufferEncoding>>;
  /** Symbolic links, which git does not keep on every system: path → what it leads to, from its folder. */
  readonly links?: Readonly<Record<string, string>>;
}

/** What a printed deck showed: slides that cut off, images that are too small. */
interface PrintedWith {
  readonly kind: 'printed';
  readonly cutOff: readonly CutOff[];
  readonly coarse?: readonly Coarse[];
}

export const folder = join(import.meta.dirname, 'errors');

/** All cases, as `area/what-is-wrong`. */
export function caseNames(): readonly string[] {
  return readdirSync(folder).flatMap((area) => readdirSync(join(folder, area)).map((name) => `${area}/${name}`));
}

/** The code that a case is about: several cases of one code end in a number. */
export const codeOf = (name: string): string => name.replace(/-\d+$/, '');

// What takes long to load and does not depend on a project is shared by all cases.
const engine = marpEngine();
const emoji = twemojiSet(repository);
const definitions = new DefinitionReader();

/** Builds the project of a case and gives what its author reads. */
export async function messagesOf(name: string): Promise<string> {
  const given = join(folder, name, 'case.json');
  const circumstances: Circumstances = existsSync(given) ? JSON.parse(readFileSync(given, 'utf8')) : {};
  const project = linked(join(folder, name), circumstances.links ?? {});
  try {
    return await buildMessages(project.root, circumstances);
  } finally {
    project.remove();
  }
}

async function buildMessages(root: string, circumstances: Circumstances): Promise<string> {
  const files = encoded(diskFiles(root, repository), circumstances.encodings ?? {});
  const sources = new SourceReader(files, decode);
  const readers = {
    files,
    images: sharpImages(),
    sources,
    library: new LibraryReader(files, sources),
    definitions,
  };
  const request = {
    targets: circumstances.targets ?? [],
    formats: new Set(circumstances.formats ?? (['md'] as const)),
    jobs: 1,
  };
  const { diagnostics } = await build(request, {
    readers,
    engine,
    emoji,
    templates: new Templates(),
    fonts: packageFonts([root, repository]),
    browser: browserFor(circumstances.browser),
    player: { script: '', style: '' },
    date: new Date(0),
    store: circumstances.fullDisk === undefined ? noStore() : fullDisk(circumstances.fullDisk),
    now: () => 0,
  });
  const lines: string[] = [];
  const terminal: Context['terminal'] = {
    paint: plainPaint,
    width: 100,
    strong: (text) => text,
    good: (text) => text,
    out: (line) => lines.push(line),
    say: (line) => lines.push(line),
    progress: () => undefined,
  };
  printDiagnostics({ root, packageRoot: repository, version: '', env: {}, terminal, readers }, diagnostics);
  return `${lines.join('\n')}\n`;
}

function browserFor(outcome: Circumstances['browser']): Browser {
  if (outcome === undefined || outcome === 'none') {
    const reason = 'There is no browser to print with.';
    return createBrowser(async () => ({ kind: 'none', reason, tried: [] }), { env: {} });
  }
  const print = async (): Promise<Printed> =>
    outcome.kind === 'printed' ? { coarse: [], ...outcome, pdf: await onePagePdf() } : outcome;
  const picture = async (): Promise<Pictured> =>
    outcome.kind === 'printed' ? { kind: 'pictured', png: new Uint8Array() } : outcome;
  return { warmUp: () => undefined, print, picture, close: async () => undefined };
}

/** What is printed when nobody looks at it: cases that print have a single slide. */
async function onePagePdf(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.addPage();
  return document.save();
}

function fullDisk(reason: string): Store {
  return { ...noStore(), write: async () => reason };
}

/** The files with some of them saved in another encoding. */
function encoded(files: Files, encodings: Readonly<Record<string, BufferEncoding>>): Files {
  return {
    ...files,
    async read(path, within) {
      const read = await files.read(path, within);
      const encoding = encodings[path];
      if (read.kind !== 'file' || encoding === undefined) return read;
      const mark = encoding === 'utf16le' ? '\ufeff' : '';
      return { kind: 'file', bytes: Buffer.from(mark + new TextDecoder().decode(read.bytes), encoding) };
    },
  };
}

/** The project where it is, or a copy of it with links. */
function linked(root: string, links: Readonly<Record<string, string>>): { root: string; remove(): void } {
  if (Object.keys(links).length === 0) return { root, remove: () => undefined };
  const copy = mkdtempSync(join(tmpdir(), 'lectern-golden-'));
  cpSync(root, copy, { recursive: true });
  for (const [path, target] of Object.entries(links)) {
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    symlinkSync(target, join(copy, path));
  }
  return { root: copy, remove: () => rmSync(copy, { recursive: true, force: true }) };
}

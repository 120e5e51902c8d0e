import { manifestEntry, manifestFile, readManifest } from '../7-export/index.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { diagnose } from '../diagnostics/report.ts';
import type { Artifact, ManifestEntry } from '../model/artifact.ts';
import type { Store } from '../model/store.ts';

const manifestPath = 'manifest.json';

/** The output folder during a build: what was there, what is written, what stays. */
export class Output {
  readonly #store: Store;
  readonly #earlier: ReadonlyMap<string, ManifestEntry>;
  readonly #written = new Map<string, ManifestEntry>();
  readonly #faults: Diagnostic[] = [];
  #kept = new Map<string, ManifestEntry>();

  private constructor(store: Store, earlier: readonly ManifestEntry[]) {
    this.#store = store;
    this.#earlier = new Map(earlier.map((entry) => [entry.path, entry]));
  }

  static async open(store: Store): Promise<Output> {
    return new Output(store, readManifest(await store.read(manifestPath)));
  }

  /** Writes an artifact at once. A fault is reported by {@link finish}. */
  async write(artifact: Artifact): Promise<void> {
    const fault = await this.#store.write(artifact.path, artifact.bytes);
    if (fault === undefined) this.#written.set(artifact.path, manifestEntry(artifact));
    else this.#faults.push(notWritable(artifact.path, fault));
  }

  /** Says which artifacts of earlier builds stay. */
  keepOnly(stays: (entry: ManifestEntry) => boolean): void {
    this.#kept = new Map([...this.#earlier].filter(([path, entry]) => !this.#written.has(path) && stays(entry)));
  }

  isWritten(path: string): boolean {
    return this.#written.has(path);
  }

  /** Whether a file is there after this build. */
  has(path: string): boolean {
    return this.#written.has(path) || this.#kept.has(path);
  }

  /** The number of slides of a file that is there after this build. */
  slides(path: string): number | undefined {
    return (this.#written.get(path) ?? this.#kept.get(path))?.slides ?? undefined;
  }

  /** What this build has written, sorted by path. */
  get written(): readonly ManifestEntry[] {
    return [...this.#written.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  /** Artifacts of earlier builds that nothing makes now, sorted by path. */
  get removed(): readonly string[] {
    return [...this.#earlier.keys()].filter((path) => !this.has(path)).sort();
  }

  /** Removes stale artifacts and writes the manifest. Errors: output/not-writable. */
  async finish(): Promise<readonly Diagnostic[]> {
    for (const path of this.removed) await this.#store.remove(path);
    const entries = [...this.#kept.values(), ...this.#written.values()];
    // A build that found nothing to write leaves no trace.
    if (entries.length > 0 || this.#earlier.size > 0) {
      const fault = await this.#store.write(manifestPath, manifestFile(entries));
      if (fault !== undefined) this.#faults.push(notWritable(manifestPath, fault));
    }
    return this.#faults;
  }
}

function notWritable(path: string, reason: string): Diagnostic {
  return diagnose(
    'output/not-writable',
    undefined,
    `"${path}" cannot be written: ${reason}.`,
    'Check the folder that --out names, and its permissions.',
  );
}

import { createHash } from 'node:crypto';
import type { Artifact, ManifestEntry } from '../model/artifact.ts';

const format = 'lectern-manifest-1';

export function manifestEntry({ path, bytes, deck, source }: Artifact): ManifestEntry {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { path, bytes: bytes.length, sha256, deck: deck?.id ?? null, slides: deck?.slides ?? null, source };
}

/** The text of `manifest.json`: all artifacts, sorted by path. */
export function manifestFile(entries: Iterable<ManifestEntry>): Uint8Array {
  const artifacts = [...entries].sort((a, b) => (a.path < b.path ? -1 : 1));
  return new TextEncoder().encode(`${JSON.stringify({ format, artifacts }, null, 2)}\n`);
}

/** The entries of a manifest that an earlier build wrote; none when it is not there or not ours. */
export function readManifest(bytes: Uint8Array | undefined): readonly ManifestEntry[] {
  if (!bytes) return [];
  try {
    const manifest: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (typeof manifest !== 'object' || manifest === null || !('format' in manifest) || manifest.format !== format)
      return [];
    // Written by this very program, as the format says.
    return (manifest as unknown as { artifacts: ManifestEntry[] }).artifacts;
  } catch {
    return [];
  }
}

/** The formats in which a deck can be had. */
export const formats = ['md', 'html', 'pdf'] as const;
export type OutputFormat = (typeof formats)[number];

/** A file that a build makes. */
export interface Artifact {
  /** Relative to the output folder, with forward slashes. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** The deck that it shows; absent for pages about courses. */
  readonly deck?: { readonly id: string; readonly slides: number };
  /** The file that it is made from, relative to the project. */
  readonly source: string;
}

/** An artifact as the manifest lists it. */
export interface ManifestEntry {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly deck: string | null;
  readonly slides: number | null;
  readonly source: string;
}

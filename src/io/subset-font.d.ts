declare module 'subset-font' {
  /** A font with only the glyphs that `text` needs. Source: the package's README. */
  export default function subsetFont(
    font: Buffer,
    text: string,
    options?: { readonly targetFormat?: 'sfnt' | 'woff' | 'woff2' },
  ): Promise<Buffer>;
}

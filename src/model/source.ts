/** A text file as read. `path` is relative to the project, with forward slashes, and names the file in messages. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

/** A range in a source: half-open, 0-based, in UTF-16 code units. `file` is the `path` of its {@link Source}. */
export interface Span {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

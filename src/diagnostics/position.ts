/**
 * Finds lines and columns in one text. Lines and columns are 1-based, columns in UTF-16 code units. Lines end with LF,
 * CR LF, or CR alone, as in tables from an old Macintosh.
 */
export class Positions {
  readonly #starts: number[] = [0];
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
    for (const { 0: lineBreak, index } of text.matchAll(/\r\n?|\n/g)) this.#starts.push(index + lineBreak.length);
  }

  get lineCount(): number {
    return this.#starts.length;
  }

  at(offset: number): { readonly line: number; readonly column: number } {
    const inside = Math.min(Math.max(offset, 0), this.#text.length);
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= inside) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: inside - (this.#starts[low] ?? 0) + 1 };
  }

  /** The text of a line without its line break; empty outside of the text. */
  line(number: number): string {
    const start = this.#starts[number - 1];
    if (start === undefined) return '';
    const end = this.#starts[number] ?? this.#text.length + 1;
    return this.#text.slice(start, end - 1).replace(/\r$/, '');
  }
}

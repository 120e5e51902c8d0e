/** Something in a style sheet that cannot be. `at` counts characters from the start of the text that was looked at. */
export interface StyleFault {
  readonly at: number;
  readonly length: number;
  readonly message: string;
  readonly hint: string;
}

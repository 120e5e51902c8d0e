/** The letter of an item in a list, counted from 0: `A` to `Z`. Lists that are lettered have no more items than that. */
export function letterAt(index: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + index);
}

/** The letter of an item in a list, counted from 0: `A` to `Z`, then `AA`. */
export function letterAt(index: number): string {
  const before = index < 26 ? '' : letterAt(Math.floor(index / 26) - 1);
  return before + String.fromCharCode('A'.charCodeAt(0) + (index % 26));
}

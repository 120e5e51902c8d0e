/** A number as people write it: with a sign, groups of digits, a comma or a point, a unit of per cent. */
const number = /^[-+−±~<>≤≥]?\s?\d(?:[\d.,'\u00a0\u2009\u202f ]*\d)?(?:[eE][-+−]?\d+)?\s?[%‰]?$/u;

/**
 * Whether a column holds numbers, so that it reads best when aligned at the right. Empty cells and dashes, which stand for
 * no value, do not count; a column of nothing else holds none.
 */
export function isColumnOfNumbers(texts: readonly string[]): boolean {
  const values = texts.filter((text) => !/^[-–—]?$/.test(text));
  return values.length > 0 && values.every((text) => number.test(text));
}

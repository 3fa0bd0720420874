import { Big } from 'big.js';

/** The exact sum of decimal strings, in its shortest form. */
export function sumOf(values: readonly string[]): string {
  return values.reduce((sum, value) => sum.plus(value), new Big(0)).toFixed();
}

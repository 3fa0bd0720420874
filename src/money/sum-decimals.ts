import type { Big } from 'big.js';
import { POWERS_OF_TEN, ZERO, coefficientOf, decimalsOf, ofUnits } from './decimal.ts';

/**
 * The exact sum. Amounts are added as whole numbers of their smallest decimal place as long as these are safe
 * integers, which is several times faster; what is too large for that is added as decimals.
 */
export function sumDecimals(values: Iterable<Big>): Big {
  let large = ZERO;
  let units = 0;
  let decimals = 0;
  for (const value of values) {
    const places = Math.max(decimals, decimalsOf(value));
    const held = units * (POWERS_OF_TEN[places - decimals] ?? NaN);
    const term = unitsOf(value, places);
    if (Number.isSafeInteger(held) && Number.isSafeInteger(held + term)) {
      units = held + term;
      decimals = places;
    } else {
      large = large.plus(ofUnits(units, decimals)).plus(value);
      units = 0;
    }
  }
  const small = ofUnits(units, decimals);
  return large === ZERO ? small : large.plus(small);
}

/** A decimal in units of this decimal place; not a safe integer where that is too large for one. */
function unitsOf(value: Big, places: number): number {
  const coefficient = coefficientOf(value);
  if (coefficient === null) return NaN;
  const shift = places - (value.c.length - 1 - value.e);
  return value.s * coefficient * (POWERS_OF_TEN[shift] ?? NaN);
}

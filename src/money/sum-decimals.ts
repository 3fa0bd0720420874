import { POWERS_OF_TEN, ZERO, decimalsOf, ofUnits, unitsAt } from './decimal.ts';
import type { Decimal } from './decimal.ts';

/**
 * The exact sum. Amounts are added as whole numbers of their smallest decimal place as long as these are safe
 * integers, which makes no decimal for every step; what is too large for that is added as decimals.
 */
export function sumDecimals(values: Iterable<Decimal>): Decimal {
  let large = ZERO;
  let units = 0;
  let decimals = 0;
  for (const value of values) {
    const places = Math.max(decimals, decimalsOf(value));
    const held = units * (POWERS_OF_TEN[places - decimals] ?? NaN);
    const sum = held + unitsAt(value, places);
    if (Number.isSafeInteger(held) && Number.isSafeInteger(sum)) {
      units = sum;
      decimals = places;
    } else {
      large = large.plus(ofUnits(units, decimals)).plus(value);
      units = 0;
    }
  }
  return large.plus(ofUnits(units, decimals));
}

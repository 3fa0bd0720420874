import BigJs from 'big.js';
import type { Big } from 'big.js';

/** Decimal places that a quotient keeps before it is rounded by name: more than any double can tell apart. */
const QUOTIENT_DECIMALS = 60;

const Decimal = BigJs();
Decimal.strict = true;
Decimal.DP = QUOTIENT_DECIMALS;
Decimal.NE = -1e6;
Decimal.PE = 1e6;

/** The decimal 0. */
export const ZERO: Big = new Decimal('0');

/**
 * The exact decimal of a JSON number, by its shortest decimal form, or of a decimal string. All decimals of the
 * project come from here: the arithmetic is strict (no floating point slips in) and `toString` never uses exponents.
 */
export function decimal(value: number | string): Big {
  if (value === 0) return ZERO;
  return unsignedZero(new Decimal(typeof value === 'number' ? String(value) : value));
}

/** Whether a decimal is 0. */
export function isZeroDecimal(value: Big): boolean {
  return value.c[0] === 0;
}

/** The same decimal; minus zero becomes zero, because no invoice knows a negative nothing. */
export function unsignedZero(value: Big): Big {
  return value.s < 0 && value.c[0] === 0 ? ZERO : value;
}

import BigJs from 'big.js';
import type { Big } from 'big.js';

/** Decimal places that a quotient keeps before it is rounded by name: more than any double can tell apart. */
export const QUOTIENT_DECIMALS = 60;

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
  if (typeof value === 'string') return unsignedZero(new Decimal(value));
  const size = Math.abs(value);
  // Written without an exponent (ECMA-262, section 6.1.6.1.20), so that the digits can be taken as they stand.
  const isPlain = size >= 1e-6 && size < 1e21;
  return isPlain ? ofDigits(String(size), value < 0) : new Decimal(String(value));
}

/** Whether a decimal is 0. */
export function isZeroDecimal(value: Big): boolean {
  return value.c[0] === 0;
}

/** Whether two decimals have the same digits: they have no zeros at the end, so that this is equality. */
export function isSameDecimal(a: Big, b: Big): boolean {
  if (a.s !== b.s || a.e !== b.e || a.c.length !== b.c.length) return false;
  for (let index = 0; index < a.c.length; index++) {
    if (a.c[index] !== b.c[index]) return false;
  }
  return true;
}

/** The same decimal; minus zero becomes zero, because no invoice knows a negative nothing. */
export function unsignedZero(value: Big): Big {
  return value.s < 0 && value.c[0] === 0 ? ZERO : value;
}

/** How many decimals a decimal is written with. */
export function decimalsOf({ c, e }: Big): number {
  return Math.max(0, c.length - 1 - e);
}

/** The digits of a decimal without its point and its sign, as the one whole number that they are; null where a double would lose some. */
export function coefficientOf({ c }: Big): number | null {
  if (c.length > MOST_DIGITS) return null;
  let coefficient = 0;
  for (const digit of c) coefficient = coefficient * 10 + digit;
  return coefficient;
}

/** Numbers of so many digits are whole and exact as doubles. */
const MOST_DIGITS = 15;

/** 1, 10, 100, as far as the project needs them exact. */
export const POWERS_OF_TEN: readonly number[] = Array.from(
  { length: MOST_DIGITS + 1 },
  (_, zeros) => Number(`1e${zeros}`),
);

/** This many units of ten to the power of minus `decimals`; exact for safe integers. */
export function ofUnits(units: number, decimals: number): Big {
  if (units === 0) return ZERO;
  const value = ofDigits(String(Math.abs(units)), units < 0);
  value.e -= decimals;
  return value;
}

/** A decimal to copy that has no digits to copy. */
const NOTHING_YET: Big = new Decimal('0');
NOTHING_YET.c = [];

const POINT = '.'.charCodeAt(0);
const NOUGHT = '0'.charCodeAt(0);

/** The decimal of digits, not all of them 0, with or without a point among them. */
function ofDigits(text: string, isNegative: boolean): Big {
  const found = text.indexOf('.');
  const point = found < 0 ? text.length : found;
  let first = 0;
  let last = text.length - 1;
  while (isNoughtOrPoint(text.charCodeAt(first))) first++;
  while (isNoughtOrPoint(text.charCodeAt(last))) last--;
  // Made as long as it will be, because an invoice has a hundred thousand of them, and lists that grow leave room.
  const digits = new Array<number>(last - first + (first < point && point < last ? 0 : 1));
  let at = 0;
  for (let index = first; index <= last; index++) {
    if (index !== point) digits[at++] = text.charCodeAt(index) - NOUGHT;
  }
  const value = new Decimal(NOTHING_YET);
  value.s = isNegative ? -1 : 1;
  value.e = first < point ? point - first - 1 : point - first;
  value.c = digits;
  return value;
}

function isNoughtOrPoint(code: number): boolean {
  return code === NOUGHT || code === POINT;
}

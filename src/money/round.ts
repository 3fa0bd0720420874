import type { Big } from 'big.js';
import { divide } from './divide.ts';
import { QUOTIENT_DECIMALS, decimal, decimalsOf, isZeroDecimal, unsignedZero } from './decimal.ts';
import { money } from './money.ts';
import type { Currency, Money } from './money.ts';

/** How an amount between two printable ones becomes one of them. */
export type RoundingMode = 'half-up' | 'half-even';

const ROUNDINGS: Readonly<Record<RoundingMode, (value: Big, digits: number) => Big>> = {
  'half-up': roundHalfUp,
  'half-even': roundHalfEven,
};

/**
 * "If the application of the conversion rate gives a result which is exactly half-way, the sum shall be rounded up"
 * (Council Regulation (EC) No 1103/97, article 5), read on the absolute value: 0.125 is 0.13 and −0.125 is −0.13,
 * so that a credit note mirrors its invoice.
 */
function roundHalfUp(value: Big, digits: number): Big {
  return unsignedZero(value.round(digits, 1));
}

/** A tie goes to the even neighbour (ISO 80000-1:2009, B.3, rule A; bankers' rounding): 0.125 is 0.12, 0.135 is 0.14. */
function roundHalfEven(value: Big, digits: number): Big {
  return unsignedZero(value.round(digits, 2));
}

/** The printable amount: rounded once, by a named mode, to the digits of its currency or to these. */
export function roundMoney(
  value: Money,
  mode: RoundingMode,
  digits = value.currency.digits,
): Money {
  if (decimalsOf(value.amount) <= digits) return value;
  return money(ROUNDINGS[mode](value.amount, digits), value.currency);
}

/** The most that rounding to a currency's digits can move an amount: half a cent. */
export function halfUnit({ digits }: Currency): Big {
  return decimal(`5e-${digits + 1}`);
}

/**
 * What one unit cost on average, half-up to so many significant digits but never fewer decimals than the currency
 * has; null where nothing was consumed.
 */
export function effectiveUnitPrice(price: Money, units: Big, significant = 6): Money | null {
  if (isZeroDecimal(units)) return null;
  const { amount, currency } = price;
  const decimals = Math.max(currency.digits, significant - 1 - magnitude(amount, units));
  return money(divide(amount, units, Math.min(decimals, QUOTIENT_DECIMALS)), currency);
}

/** The exponent of a quotient's first digit, as in scientific notation. */
function magnitude(value: Big, by: Big): number {
  if (isZeroDecimal(value)) return 0;
  const difference = value.e - by.e;
  return startsBelow(value.c, by.c) ? difference - 1 : difference;
}

/** Whether 0.digits is less than 0.others. */
function startsBelow(digits: readonly number[], others: readonly number[]): boolean {
  const at = others.findIndex((digit, index) => digit !== (digits[index] ?? 0));
  return at >= 0 && (digits[at] ?? 0) < (others[at] ?? 0);
}

import { QUOTIENT_DECIMALS, decimal, decimalsOf, isZeroDecimal } from './decimal.ts';
import type { Decimal } from './decimal.ts';
import { significantDigits } from './digits.ts';
import { divide } from './divide.ts';
import type { Currency, Money } from './money.ts';

/**
 * How an amount between two printable ones becomes one of them.
 *
 * `half-up`: "If the application of the conversion rate gives a result which is exactly half-way, the sum shall be rounded up"
 * (Council Regulation (EC) No 1103/97, article 5), read on the absolute value: 0.125 is 0.13 and −0.125 is −0.13,
 * so that a credit note mirrors its invoice.
 *
 * `half-even`: a tie goes to the even neighbour (ISO 80000-1:2009, B.3, rule A; bankers' rounding): 0.125 is 0.12, 0.135 is 0.14.
 */
export type RoundingMode = 'half-up' | 'half-even';

/** The printable amount: rounded once, by a named mode, to the digits of its currency or to these. */
export function roundMoney(
  value: Money,
  mode: RoundingMode,
  digits = value.currency.digits,
): Money {
  if (decimalsOf(value.amount) <= digits) return value;
  // Not made by `money`: the engine takes all objects made in one place to live as long as those of an invoice do.
  return { amount: value.amount.round(digits, mode), currency: value.currency };
}

/** The most that rounding to a currency's digits can move an amount: half a cent. */
export function halfUnit({ digits }: Currency): Decimal {
  return decimal(`5e-${digits + 1}`);
}

/**
 * What one unit cost on average, half-up to so many significant digits but never fewer decimals than the currency
 * has; null where nothing was consumed.
 */
export function effectiveUnitPrice(price: Money, units: Decimal, significant = 6): Money | null {
  if (isZeroDecimal(units)) return null;
  const { amount, currency } = price;
  const decimals = Math.max(currency.digits, significant - 1 - magnitude(amount, units));
  return { amount: divide(amount, units, Math.min(decimals, QUOTIENT_DECIMALS)), currency };
}

/** The exponent of a quotient's first digit, as in scientific notation. */
function magnitude(value: Decimal, by: Decimal): number {
  if (isZeroDecimal(value)) return 0;
  const [digits, others] = [significantDigits(value), significantDigits(by)];
  const difference = digits.length - value.places - (others.length - by.places);
  return digits < others ? difference - 1 : difference;
}

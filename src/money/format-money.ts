import { decimal } from './decimal.ts';
import type { Decimal } from './decimal.ts';
import { digitsOf } from './digits.ts';
import type { Digits } from './digits.ts';
import { isNegative } from './money.ts';
import type { Money } from './money.ts';
import type { NumberFormats } from './number-formats.ts';

const NO_BREAK_SPACE = '\u00a0';

/**
 * A number in the customer's locale with all of its decimals, and at least so many. Formatting never rounds: an amount
 * is rounded by name first (`roundMoney`). The digits are exact, because they are the decimal's own.
 */
export function formatAmount(value: Decimal, formats: NumberFormats, minimumDigits = 0): string {
  return formats.plain(minimumDigits).write(value);
}

/** An amount without its currency, as in a column that names it: `1,234.50`. */
export function formatNumber(
  value: Money,
  formats: NumberFormats,
  digits = value.currency.digits,
  known?: Digits,
): string {
  return formats.plain(digits).write(value.amount, known);
}

/** An amount with its currency: `€1,234.50`, `CA$5.00`, `KWD 1.250`, `3,600.00 HCU`. */
export function formatMoney(
  value: Money,
  formats: NumberFormats,
  digits = value.currency.digits,
): string {
  const { amount, currency } = value;
  switch (currency.kind) {
    case 'iso':
      return formats.currency(currency, digits).write(amount);
    case 'credit':
      return `${formatAmount(amount, formats, digits)}${NO_BREAK_SPACE}${currency.code}`;
  }
}

/** A quantity with every significant digit: `1,250,000`, `12.5`, `0.0000125`. */
export function formatQuantity(value: Decimal, formats: NumberFormats): string {
  return formatAmount(value, formats);
}

/** How many there are of something: `1,250`. */
export function formatCount(count: number, formats: NumberFormats): string {
  return formatAmount(decimal(count), formats);
}

/** A unit price without its currency, with every significant digit and at least the currency's own. */
export function formatUnitPrice(value: Money, formats: NumberFormats): string {
  return formatNumber(value, formats);
}

/** The amount as a plain decimal with at least so many decimals, for data and not for reading: `-1234.50`. */
export function plainAmount(
  value: Money,
  digits = value.currency.digits,
  known = digitsOf(value.amount, digits),
): string {
  const { whole, fraction } = known;
  const size = fraction === '' ? whole : `${whole}.${fraction}`;
  return isNegative(value) ? `-${size}` : size;
}

/** The amount and its currency for messages: `776.393152 EUR`. */
export function nameMoney(value: Money): string {
  return `${value.amount.toString()} ${value.currency.code}`;
}

import type { Big } from 'big.js';
import type { Money } from './money.ts';
import type { NumberFormats } from './number-formats.ts';

const MINUS = '\u2212';
const NO_BREAK_SPACE = '\u00a0';

/**
 * A number in the customer's locale with all of its decimals, and at least so many. Formatting never rounds: an amount
 * is rounded by name first (`roundMoney`). The digits are exact, because Intl takes the decimal as a string.
 */
export function formatAmount(value: Big, formats: NumberFormats, minimumDigits = 0): string {
  return write(value, formats.plain(minimumDigits));
}

/** An amount without its currency, as in a column that names it: `1,234.50`. */
export function formatNumber(
  value: Money,
  formats: NumberFormats,
  digits = value.currency.digits,
): string {
  return formatAmount(value.amount, formats, digits);
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
      return write(amount, formats.currency(currency, digits));
    case 'credit':
      return `${formatAmount(amount, formats, digits)}${NO_BREAK_SPACE}${currency.code}`;
  }
}

/** A quantity with every significant digit: `1,250,000`, `12.5`, `0.0000125`. */
export function formatQuantity(value: Big, formats: NumberFormats): string {
  return formatAmount(value, formats);
}

/** A unit price without its currency, with every significant digit and at least the currency's own. */
export function formatUnitPrice(value: Money, formats: NumberFormats): string {
  return formatNumber(value, formats);
}

/** The amount as a plain decimal with at least so many decimals, for data and not for reading: `-1234.50`. */
export function plainAmount(value: Money, digits = value.currency.digits): string {
  const text = value.amount.toString();
  const [whole = '', decimals = ''] = text.split('.');
  return decimals.length >= digits ? text : `${whole}.${decimals.padEnd(digits, '0')}`;
}

/** The amount and its currency for messages: `776.393152 EUR`. */
export function nameMoney(value: Money): string {
  return `${value.amount.toString()} ${value.currency.code}`;
}

function write(value: Big, format: Intl.NumberFormat): string {
  return format.format(value.toString() as Intl.StringNumericLiteral).replace('-', MINUS);
}

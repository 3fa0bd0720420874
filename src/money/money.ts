import { sameCurrency } from './currency.ts';
import { ZERO, decimal, isZeroDecimal } from './decimal.ts';
import type { Decimal } from './decimal.ts';
import { sumDecimals } from './sum-decimals.ts';

/** What an amount is counted in: an ISO 4217 currency or a custom credit unit. */
export type Currency =
  | { readonly kind: 'iso'; readonly code: string; readonly digits: number }
  | { readonly kind: 'credit'; readonly code: string; readonly digits: number };

/** An exact decimal amount in one currency. Arithmetic only within a currency. */
export interface Money {
  readonly amount: Decimal;
  readonly currency: Currency;
}

/** Money of a JSON number (by its shortest decimal form), a decimal string or a decimal. */
export function money(amount: number | string | Decimal, currency: Currency): Money {
  return { amount: typeof amount === 'object' ? amount : decimal(amount), currency };
}

/** No money, in a currency. */
export function noMoney(currency: Currency): Money {
  return { amount: ZERO, currency };
}

/** a + b. */
export function add(a: Money, b: Money): Money {
  demandSameCurrency(a.currency, b.currency);
  return money(a.amount.plus(b.amount), a.currency);
}

/** a − b. */
export function subtract(a: Money, b: Money): Money {
  demandSameCurrency(a.currency, b.currency);
  return money(a.amount.minus(b.amount), a.currency);
}

/** The same amount with the other sign. */
export function negate(value: Money): Money {
  return money(value.amount.neg(), value.currency);
}

/** The sum of amounts in this currency; nothing adds up to zero. */
export function sum(values: readonly Money[], currency: Currency): Money {
  for (const value of values) demandSameCurrency(value.currency, currency);
  const [only] = values;
  if (only !== undefined && values.length === 1) return { amount: only.amount, currency };
  return { amount: sumDecimals(values.map(amountOf)), currency };
}

const amountOf = ({ amount }: Money): Decimal => amount;

/** Whether the amount is exactly zero. */
export function isZero(value: Money): boolean {
  return isZeroDecimal(value.amount);
}

/** Whether the amount is below zero. */
export function isNegative(value: Money): boolean {
  return value.amount.sign() < 0;
}

/** −1, 0 or 1, for a less than, equal to or greater than b. */
export function compare(a: Money, b: Money): -1 | 0 | 1 {
  demandSameCurrency(a.currency, b.currency);
  return a.amount.cmp(b.amount);
}

function demandSameCurrency(a: Currency, b: Currency): void {
  if (sameCurrency(a, b)) return;
  throw new TypeError(`${a.code} and ${b.code} cannot be added or compared`);
}

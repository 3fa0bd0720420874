import { ISO_4217_DIGITS } from './iso-4217.ts';
import type { Currency } from './money.ts';

/** The currency of an ISO 4217 code, in either case; null where there is no such currency. */
export function isoCurrency(code: string): Currency | null {
  const upper = code.toUpperCase();
  const digits = ISO_4217_DIGITS.get(upper);
  return digits === undefined ? null : { kind: 'iso', code: upper, digits };
}

/** A custom currency, counted in units with this many decimals. */
export function creditCurrency(code: string, digits: number): Currency {
  return { kind: 'credit', code, digits };
}

/** Whether two amounts can be added: a credit unit named like a currency is still another thing. */
export function sameCurrency(a: Currency, b: Currency): boolean {
  return a === b || (a.code === b.code && a.kind === b.kind);
}

import type { BankAccount, Seller } from '../config/settings.ts';
import { plainAmount } from '../money/format-money.ts';
import type { Money } from '../money/money.ts';

/** What is to be paid, to whom, and what for; the amount is as printed. */
export interface PaymentRequest {
  readonly amount: Money;
  readonly account: BankAccount;
  readonly seller: Seller;
  /** Number of the invoice. */
  readonly number: string;
}

/** The amount as codes want it, `1234.50`; null outside 0.01 to 999,999,999.99. */
export function codeAmount(value: Money): string | null {
  const { amount } = value;
  const isPayable = amount.gte('0.01') && amount.lte('999999999.99');
  return isPayable ? plainAmount(value, 2) : null;
}

/** Text on one line of so many characters at most. */
export function onOneLine(text: string, most: number): string {
  return Array.from(text.replaceAll(/\s+/g, ' ').trim()).slice(0, most).join('').trim();
}

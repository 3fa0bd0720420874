import type { Big } from 'big.js';

/** What an amount is counted in: an ISO 4217 currency or a custom credit unit. */
export type Currency =
  | { readonly kind: 'iso'; readonly code: string; readonly digits: number }
  | { readonly kind: 'credit'; readonly code: string; readonly digits: number };

/** An exact decimal amount in one currency. Arithmetic only within a currency. */
export interface Money {
  readonly amount: Big;
  readonly currency: Currency;
}

import type { Invoice } from './invoice.ts';

/** Price statuses after which no amount changes. */
const FINAL = new Set<string>(['price_locked', 'not_needed']);

/** Whether the amounts can no longer change. */
export function isFinal({ priceStatus }: Pick<Invoice, 'priceStatus'>): boolean {
  return FINAL.has(priceStatus);
}

import type { ArchiveReceipt } from '../../src/archive/receipt.ts';
import { object } from './new-object.ts';

/** A receipt for a small object, and what the accountant reads of it. */
export function receipt(
  key: string,
  text: string,
  given: Partial<ArchiveReceipt> = {},
): ArchiveReceipt {
  const { sha256, bytes } = object(key, text);
  return {
    invoiceUri: `invoice:${key}`,
    number: key.replace(/\.pdf$/, ''),
    revision: 1,
    period: '2026-10',
    customerId: 'acme',
    customerName: 'Acme',
    date: '2026-10-31',
    currency: 'EUR',
    net: '100.00',
    tax: '19.00',
    gross: '119.00',
    due: '119.00',
    key,
    size: bytes.length,
    sha256,
    retention: null,
    ...given,
  };
}

/** The receipts of a ledger, page by page in life, all at once here. */
export async function* each<T>(things: readonly T[]): AsyncIterable<T> {
  yield* things;
}

import type { Failure, Outcome } from '../../src/failure.ts';
import type { RawInvoice } from '../../src/fetch/raw-invoice.ts';
import { readInvoices } from '../../src/fetch/read-invoices.ts';

/** Enough of an invoice to be taken for one. */
export const INVOICE = { invoiceUri: 'payments/invoices/1' };

/** The UTF-8 bytes of a text. */
export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** What reading gives for a text. */
export function read(text: string): Outcome<readonly RawInvoice[]> {
  return readInvoices(bytesOf(text), 'in.json');
}

/** The invoices of a text that must have some. */
export function invoicesOf(text: string): readonly RawInvoice[] {
  const outcome = read(text);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.failures));
  return outcome.value;
}

/** The one failure of bytes that must have exactly one. */
export function failureOf(bytes: Uint8Array): Failure {
  const outcome = readInvoices(bytes, 'in.json');
  const [first, ...others] = outcome.ok ? [] : outcome.failures;
  if (first === undefined || others.length > 0) throw new Error('expected exactly one failure');
  return first;
}

import { readFileSync } from 'node:fs';
import type { Failure, Outcome } from '../../src/failure.ts';
import type { Invoice, OptionalAmounts } from '../../src/invoice/invoice.ts';
import { parseInvoice } from '../../src/invoice/parse-invoice.ts';
import { nameMoney } from '../../src/money/format-money.ts';

/** Untrusted JSON, open to any change that a test makes. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Json = any;

const SAMPLE = readFileSync('examples/amberflo-invoices.json', 'utf8');

/** A fresh copy of a sample invoice: October 2025 (open), September 2025 (locked). */
export function sample(month: 'october' | 'september'): Json {
  return (JSON.parse(SAMPLE) as Json[])[month === 'october' ? 0 : 1];
}

/** The September sample with a change. */
export function changed(change: (invoice: Json) => void): Json {
  const body = sample('september');
  change(body);
  return body;
}

/** What parsing gives for a body that is a file of its own. */
export function parse(body: unknown, path = '$'): Outcome<Invoice> {
  return parseInvoice({ body, origin: 'in.json', path });
}

/** The invoice of a body that must be one. */
export function invoiceOf(body: unknown): Invoice {
  const outcome = parse(body);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.failures, null, 1));
  return outcome.value;
}

/** Failures of a body that must have some. */
export function failuresOf(body: unknown, path = '$'): readonly Failure[] {
  const outcome = parse(body, path);
  if (outcome.ok) throw new Error('expected failures');
  return outcome.failures;
}

/** The three columns of an amount, `–` where there is none. */
export function amountTexts({ payment, base, credits }: OptionalAmounts): readonly string[] {
  return [payment, base, credits].map((money) => (money === null ? '–' : nameMoney(money)));
}

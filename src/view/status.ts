import { isNegative, isZero } from '../money/money.ts';
import type { Money } from '../money/money.ts';
import type { IdentifiedInvoice } from '../document/document.ts';
import { isFinal } from '../invoice/is-final.ts';
import type { Invoice } from '../invoice/invoice.ts';
import type { Messages } from './messages.ts';
import { say, sayCode, spell } from './say.ts';

/** Where an invoice stands for its reader. */
export type Standing =
  'draft' | 'paid' | 'nothing' | 'credit' | 'notNeeded' | 'due' | 'credited' | 'received';

/** Whether the amounts may still change. */
export function isDraft(invoice: Invoice): boolean {
  return !isFinal(invoice);
}

/** What the sentence in large type is about; `due` is the printed amount. */
export function standing({ invoice, document }: IdentifiedInvoice, due: Money): Standing {
  if (isDraft(invoice)) return 'draft';
  if (document.kind === 'receipt') return 'received';
  if (document.kind === 'credit-note') return 'credited';
  if (isNegative(due)) return 'credit';
  if (isZero(due)) return 'nothing';
  if (invoice.paymentStatus === 'settled') return 'paid';
  return isNeeded(invoice) ? 'due' : 'notNeeded';
}

/** Where the source saw nothing to collect because its own amount is zero, tax may still be due. */
function isNeeded({ priceStatus, paymentStatus, totals }: Invoice): boolean {
  const isOff = priceStatus === 'not_needed' || paymentStatus === 'not_needed';
  return !isOff || isZero(totals.due.payment);
}

/** Amberflo's status as its own portal words it; once prices are locked, the payment's status counts. */
export function sayStatus({ priceStatus, paymentStatus }: Invoice, messages: Messages): string {
  if (priceStatus !== 'price_locked') {
    return sayCode(messages, 'status', priceStatus) ?? spell(priceStatus);
  }
  if (UNSETTLED.has(paymentStatus)) return say(messages, 'status.due');
  return sayCode(messages, 'status', paymentStatus) ?? spell(paymentStatus);
}

const UNSETTLED = new Set<string>(['requires_action', 'pending', 'failed', 'unknown']);

import { isoDay, later } from '../calendar.ts';
import type { Day, EInvoice } from './e-invoice.ts';
import { addressOf } from './parties.ts';
import type { EInvoiceSource } from './source.ts';

/** BT-9: as many days after the invoice's date as the terms say; null for a credit note, which nobody pays. */
export function dueDay({ invoice, settings, view }: EInvoiceSource): Day | null {
  const { days } = settings.terms;
  if (days === null || view.draft) return null;
  return isoDay(later(invoice.end, days, 'day'));
}

/** BG-14, BT-72 and, where what is sold crosses a border within the union, BG-15. */
export function deliveryOf({
  invoice,
  tax,
  settings,
}: EInvoiceSource): Pick<EInvoice, 'delivered' | 'deliveredTo' | 'period'> {
  const start = isoDay(invoice.start);
  const last = isoDay(Math.max(invoice.start, invoice.end - 1));
  const crosses = tax.rows.some(({ category }) => category === 'K');
  return {
    delivered: last,
    deliveredTo: crosses ? addressOf(settings.customer.address) : null,
    period: { start, end: last },
  };
}

/** BT-3 and BG-3: an invoice, or the credit note for one. */
export function recordOf({
  document: { kind, original },
}: EInvoiceSource): Pick<EInvoice, 'kind' | 'preceding'> {
  return {
    kind: kind === 'credit-note' ? '381' : '380',
    preceding:
      original === null ? [] : [{ number: original.number, issued: original.date || null }],
  };
}

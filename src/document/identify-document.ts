import type { DocumentRecord } from '../config/settings-document.ts';
import type { Settings } from '../config/settings.ts';
import { failed, failure, success, type Failure, type Outcome } from '../failure.ts';
import type { Invoice } from '../invoice/invoice.ts';
import { isFinal } from '../invoice/is-final.ts';
import { isNegative, sum } from '../money/money.ts';
import type { IdentifiedInvoice } from './document.ts';
import { mirrorInvoice } from './mirror-invoice.ts';

const INVOICE: DocumentRecord = { kind: 'invoice', original: null, paid: null };

const NO_FACTS = { date: '', method: '', reference: '' };

/**
 * What the document of an invoice is: the command line decides, then the configuration's `documents`, else it is an
 * invoice. A credit note over negative amounts states them as positive ones (EN 16931, type code 381).
 */
export function identifyDocument(invoice: Invoice, settings: Settings): Outcome<IdentifiedInvoice> {
  const record = recordOf(invoice, settings);
  const final = isFinal(invoice);
  switch (record.kind) {
    case 'invoice':
      return success({ invoice, document: { ...record, final } });
    case 'credit-note':
      if (record.original === null) return failed([noOriginal(invoice)]);
      return success({
        invoice: isCredit(invoice) ? mirrorInvoice(invoice) : invoice,
        document: { ...record, paid: null, final },
      });
    case 'receipt':
      if (!isPaid(invoice, record)) return failed([notPaid(invoice)]);
      return success({
        invoice,
        document: { kind: 'receipt', original: null, paid: record.paid ?? NO_FACTS, final },
      });
  }
}

function recordOf({ uri }: Invoice, { documents, documentRecord }: Settings): DocumentRecord {
  const written = Object.hasOwn(documents, uri) ? documents[uri] : undefined;
  return { ...INVOICE, ...written, ...documentRecord };
}

/** Below zero before prepaid credit: the seller owes. */
function isCredit({ totals: { due, prepaid } }: Invoice): boolean {
  return isNegative(sum([due.payment, prepaid.payment], due.payment.currency));
}

function isPaid(invoice: Invoice, { paid }: DocumentRecord): boolean {
  return isFinal(invoice) && (invoice.paymentStatus === 'settled' || (paid?.date ?? '') !== '');
}

function noOriginal({ uri }: Invoice): Failure {
  return failure('document', uri, 'A credit note names the invoice that it corrects', {
    expected: 'number and date of the original',
    found: 'none',
    hint: 'Add documents.<invoiceUri>.original to the configuration, or use --original and --original-date.',
  });
}

function notPaid({ uri, priceStatus, paymentStatus }: Invoice): Failure {
  return failure('document', uri, 'There is no receipt for an invoice that is not paid', {
    expected: 'a final invoice that is settled, or the day of its payment',
    found: `${priceStatus}, ${paymentStatus}`,
    hint: 'Add documents.<invoiceUri>.paid to the configuration, or use --paid-on.',
  });
}

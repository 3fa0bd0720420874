import { failed, success, type Outcome } from '../failure.ts';
import { adjustmentsOf } from './adjustments.ts';
import { checkConsistency } from './check-consistency.ts';
import { written } from './decimals.ts';
import { deliveryOf, dueDay, recordOf } from './document-facts.ts';
import type { EInvoice } from './e-invoice.ts';
import { linesOf } from './lines.ts';
import { missingTerms } from './missing-terms.ts';
import { buyerOf, paymentOf, sellerOf } from './parties.ts';
import { PROFILES } from './profile.ts';
import type { EInvoiceSource, Profile } from './source.ts';
import { taxRowsOf } from './tax-rows.ts';
import { totalsOf } from './totals.ts';

/** The electronic invoice in business terms, or everything that is missing for one that is valid. */
export function buildEInvoice(source: EInvoiceSource, profile: Profile): Outcome<EInvoice> {
  const invoice = assemble(source, profile);
  const missing = missingTerms(invoice, source, profile);
  if (missing.length > 0) return failed(missing);
  const wrong = checkConsistency(invoice);
  return wrong.length > 0 ? failed(wrong) : success(invoice);
}

function assemble(source: EInvoiceSource, profile: Profile): EInvoice {
  const { settings, view, tax, invoice } = source;
  const { eInvoice, customer, terms } = settings;
  const lines = linesOf(source);
  const adjustments = adjustmentsOf(source);
  const outOfScope = tax.rows.some(({ category }) => category === 'O');
  const due = dueDay(source);
  const { accounting } = tax;
  return {
    guideline: PROFILES[profile].guideline,
    process: eInvoice.process || PROFILES[profile].process,
    number: view.number,
    issued: view.isoDate,
    ...recordOf(source),
    currency: invoice.columns.payment.code,
    accounting: accounting && {
      currency: accounting.currency.code,
      tax: written(accounting.tax),
    },
    due,
    buyerReference: eInvoice.buyerReference || null,
    purchaseOrder: customer.purchaseOrder || null,
    contract: eInvoice.contract || null,
    terms: terms.text || (due === null ? view.due.sentence || null : null),
    notes: eInvoice.notes.map(({ text, subject }) => ({ text, subject: subject || null })),
    seller: sellerOf(source, outOfScope),
    buyer: buyerOf(source, outOfScope),
    ...deliveryOf(source),
    payment: paymentOf(source),
    adjustments,
    totals: totalsOf(tax, lines, adjustments),
    taxes: taxRowsOf(source, profile),
    lines,
  };
}

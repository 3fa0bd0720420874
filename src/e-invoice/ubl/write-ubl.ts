import type { EInvoice, Note } from '../e-invoice.ts';
import { branch, each, leaf, xmlDocument, type Xml } from '../xml.ts';
import { writeAdjustment } from './adjustment.ts';
import { writeLine } from './line.ts';
import { writeAddress, writeParty } from './party.ts';
import { writeTaxes, writeTotals } from './totals.ts';

const COMMON = {
  'xmlns:cac': 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2',
  'xmlns:cbc': 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2',
};

/** What the two kinds of UBL documents call differently. */
const DOCUMENTS = {
  invoice: {
    root: 'Invoice',
    namespace: 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2',
    type: 'cbc:InvoiceTypeCode',
    line: { name: 'cac:InvoiceLine', quantity: 'cbc:InvoicedQuantity' },
  },
  creditNote: {
    root: 'CreditNote',
    namespace: 'urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2',
    type: 'cbc:CreditNoteTypeCode',
    line: { name: 'cac:CreditNoteLine', quantity: 'cbc:CreditedQuantity' },
  },
} as const;

/** The invoice as UBL 2.1 Invoice or CreditNote, the syntax of Peppol BIS Billing 3 (EN 16931-3-2). */
export function writeUbl(invoice: EInvoice): Uint8Array {
  const kind = DOCUMENTS[invoice.kind === '381' ? 'creditNote' : 'invoice'];
  const body =
    writeHead(invoice, kind.type) +
    writeReferences(invoice) +
    branch('cac:AccountingSupplierParty', writeParty(invoice.seller)) +
    branch('cac:AccountingCustomerParty', writeParty(invoice.buyer)) +
    writeDelivery(invoice) +
    writePayment(invoice) +
    branch('cac:PaymentTerms', leaf('cbc:Note', invoice.terms)) +
    each(invoice.adjustments, (one) => writeAdjustment(one, invoice.currency, one.tax)) +
    writeTaxes(invoice) +
    writeTotals(invoice) +
    each(invoice.lines, (line) => writeLine(line, invoice.currency, kind.line));
  return xmlDocument(kind.root, { xmlns: kind.namespace, ...COMMON }, body);
}

/** A credit note has no due date of its own; it stands with the payment. */
function writeHead(invoice: EInvoice, type: string): Xml {
  return [
    leaf('cbc:CustomizationID', invoice.guideline),
    leaf('cbc:ProfileID', invoice.process),
    leaf('cbc:ID', invoice.number),
    leaf('cbc:IssueDate', invoice.issued),
    invoice.kind === '381' ? '' : leaf('cbc:DueDate', invoice.due),
    leaf(type, invoice.kind),
    leaf('cbc:Note', noteText(invoice.notes)),
    leaf('cbc:DocumentCurrencyCode', invoice.currency),
    leaf('cbc:TaxCurrencyCode', invoice.accounting?.currency ?? null),
    leaf('cbc:BuyerReference', invoice.buyerReference),
  ].join('');
}

/** Peppol has room for one note (PEPPOL-EN16931-R002); its subject stands between number signs. */
function noteText(notes: readonly Note[]): string | null {
  const texts = notes.map(
    ({ text, subject }) => `${subject === null ? '' : `#${subject}#`}${text}`,
  );
  return texts.length === 0 ? null : texts.join('\n');
}

function writeReferences({ period, purchaseOrder, preceding, contract }: EInvoice): Xml {
  return [
    branch(
      'cac:InvoicePeriod',
      leaf('cbc:StartDate', period?.start ?? null),
      leaf('cbc:EndDate', period?.end ?? null),
    ),
    branch('cac:OrderReference', leaf('cbc:ID', purchaseOrder)),
    each(preceding, ({ number, issued }) =>
      branch(
        'cac:BillingReference',
        branch(
          'cac:InvoiceDocumentReference',
          leaf('cbc:ID', number),
          leaf('cbc:IssueDate', issued),
        ),
      ),
    ),
    branch('cac:ContractDocumentReference', leaf('cbc:ID', contract)),
  ].join('');
}

function writeDelivery({ delivered, deliveredTo }: EInvoice): Xml {
  return branch(
    'cac:Delivery',
    leaf('cbc:ActualDeliveryDate', delivered),
    branch(
      'cac:DeliveryLocation',
      deliveredTo === null ? '' : writeAddress('cac:Address', deliveredTo),
    ),
  );
}

function writePayment({ payment, kind, due }: EInvoice): Xml {
  if (payment === null) return '';
  const { account, bic } = payment;
  return branch(
    'cac:PaymentMeans',
    leaf('cbc:PaymentMeansCode', payment.code),
    kind === '381' ? leaf('cbc:PaymentDueDate', due) : '',
    leaf('cbc:PaymentID', payment.reference),
    account === null
      ? ''
      : branch(
          'cac:PayeeFinancialAccount',
          leaf('cbc:ID', account.value),
          leaf('cbc:Name', payment.holder),
          branch('cac:FinancialInstitutionBranch', leaf('cbc:ID', bic)),
        ),
  );
}

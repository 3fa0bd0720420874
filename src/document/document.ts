import type { DocumentKind, OriginalDocument, PaidFacts } from '../config/settings-document.ts';
import type { Invoice } from '../invoice/invoice.ts';

/** What a document is, and what it refers to. */
export interface DocumentFacts {
  readonly kind: DocumentKind;
  /** Its amounts can no longer change: it may be archived as final and mailed. Never true of a draft. */
  readonly final: boolean;
  /** The invoice that a credit note corrects; null in other documents. */
  readonly original: OriginalDocument | null;
  /** How the invoice was paid, where that is known; null in credit notes. */
  readonly paid: PaidFacts | null;
}

/** An invoice as its document states it: the amounts of a credit note are positive. */
export interface IdentifiedInvoice {
  readonly document: DocumentFacts;
  readonly invoice: Invoice;
}

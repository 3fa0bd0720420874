/** What a document is. */
export const DOCUMENT_KINDS = ['invoice', 'credit-note', 'receipt'] as const;

/** What a document is: an invoice, a credit note, or the receipt for a settled invoice. */
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** The document that a credit note corrects. */
export interface OriginalDocument {
  readonly number: string;
  /** `2025-09-30`; empty where it is not known. */
  readonly date: string;
}

/** How an invoice was paid; every part may be empty. */
export interface PaidFacts {
  /** `2025-10-12`. */
  readonly date: string;
  readonly method: string;
  readonly reference: string;
}

/** What is known of one document besides the invoice's own data. */
export interface DocumentRecord {
  readonly kind: DocumentKind;
  readonly original: OriginalDocument | null;
  readonly paid: PaidFacts | null;
}

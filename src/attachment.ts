/** What an attachment is to the document that it lies in (PDF/A-3, annex E). */
export type Relationship = 'Source' | 'Data' | 'Alternative' | 'Supplement' | 'Unspecified';

/** A file inside the PDF. */
export interface Attachment {
  readonly name: string;
  /** `text/xml`, `text/csv`. */
  readonly mime: string;
  readonly relationship: Relationship;
  readonly description: string;
  readonly bytes: Uint8Array;
  /** Said in the metadata of a hybrid invoice (Factur-X 1.07, section 6.2.2); null for any other file. */
  readonly hybrid: HybridInvoice | null;
}

/** What readers of hybrid invoices look for in the metadata: the XML's profile and its version. */
export interface HybridInvoice {
  readonly level: 'EN 16931' | 'XRECHNUNG';
  readonly version: string;
}

import type { Failure } from '../failure.ts';
import type { StatedFacts } from '../view/stated-facts.ts';

/** Where an invoice stands. Each is recorded, with its checksums, before the next step begins. */
export type InvoiceState = 'fetched' | 'rendered' | 'archived' | 'skipped' | 'failed';

/** Where the mail to one recipient stands. */
export type MailState =
  'planned' | 'sending' | 'sent' | 'uncertain' | 'bounced' | 'failed' | 'skipped';

/** What the document of an invoice says; kept for lists and reports, never computed from again. */
export interface DocumentFacts extends StatedFacts {
  readonly pages: number;
  readonly template: string;
  readonly templateVersion: string;
}

/** What names an invoice within its run. */
export interface InvoiceKey {
  readonly run: string;
  readonly invoice: string;
}

/** An invoice as the ledger has it. */
export interface InvoiceRow extends InvoiceKey {
  readonly uri: string;
  readonly revision: number;
  /** The invoice that this one corrects; null for a first revision. */
  readonly replaces: string | null;
  readonly customer: string;
  readonly state: InvoiceState;
  readonly reason: string | null;
  readonly failures: readonly Failure[];
  /** SHA-256 of the body as it came. */
  readonly body: string;
  /** SHA-256 of what the document is made of. */
  readonly content: string;
  readonly facts: DocumentFacts | null;
  /** SHA-256 of the PDF. */
  readonly sha256: string | null;
  readonly bytes: number | null;
  readonly archive_key: string | null;
  readonly attempts: number;
}

/** A mail to one recipient as the ledger has it. */
export interface MailRow extends InvoiceKey {
  readonly recipient: string;
  readonly state: MailState;
  readonly reason: string | null;
  readonly message_id: string | null;
  /** SHA-256 of the message. */
  readonly sha256: string | null;
  readonly attempts: number;
  /** How often a server may have taken the message without our knowing. */
  readonly uncertain: number;
  readonly response: string | null;
}

/** A customer whose invoices could not be fetched, or could. */
export interface CustomerRow {
  readonly customer: string;
  readonly state: 'planned' | 'fetched' | 'failed';
  readonly test: boolean;
  /** The customer as Amberflo gave it. */
  readonly facts: unknown;
  readonly failures: readonly Failure[];
}

import type { Retention } from './archive.ts';

/** What the ledger keeps of one archived invoice: enough to prove the file unchanged and to list it for an accountant. */
export interface ArchiveReceipt {
  readonly invoiceUri: string;
  readonly number: string;
  /** 1 for the first; a corrected invoice has 2 and more. */
  readonly revision: number;
  /** `2026-10`. */
  readonly period: string;
  readonly customerId: string;
  readonly customerName: string;
  /** ISO 8601 date of issue. */
  readonly date: string;
  readonly currency: string;
  /** Exact decimals in `currency`, empty where the invoice has none. */
  readonly net: string;
  readonly tax: string;
  readonly gross: string;
  readonly due: string;
  readonly key: string;
  readonly size: number;
  /** In lower-case hex. */
  readonly sha256: string;
  /** What was asked for when it was archived. */
  readonly retention: Retention | null;
}

/** Where receipts come from: the ledger, or a file of them. Called anew for each reading. */
export interface ReceiptSource {
  readReceipts(): AsyncIterable<ArchiveReceipt>;
}

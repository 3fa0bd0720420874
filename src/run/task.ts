import type { Failure } from '../failure.ts';
import type { DocumentFacts } from '../ledger/rows.ts';
import type { MailBody } from '../mail/mail.ts';
import type { Addressees } from './addressees.ts';
import type { Enclosure, KeptEnclosure } from './enclosures.ts';

/** One invoice to render, as it crosses to a rendering process. */
export interface RenderTask {
  /** The body as it came, compressed with gzip. */
  readonly gzip: Uint8Array;
  /** For messages. */
  readonly origin: string;
  readonly customer: string;
  /** The customer as Amberflo gave it; joins the configuration where that is silent. */
  readonly customerFacts: unknown;
  /** 1, unless it corrects an invoice that was archived. */
  readonly revision: number;
  /** Number of the invoice that this one corrects. */
  readonly replaces: string | null;
  /** The number of its series that the ledger gave it; `open` where it has none yet. */
  readonly sequence: number | 'open';
}

/** Why an invoice is left out, or its mail is not sent. Reports say these words. */
export const SKIP = {
  test: 'test customer',
  draft: 'prices may still change: not archived as final, not mailed',
  testMail: 'test customer of mail.testCustomers',
  zero: 'nothing is due, and mail.zeroAmounts is false',
  off: 'mail.send is false',
  noAddress: 'no e-mail address',
  suppressed: 'suppressed address',
  revision: 'corrected invoice: mailed only with --resend-revisions',
} as const;

/** What the mail says, and to whom. */
export interface KeptLetter extends Addressees {
  readonly body: MailBody;
  /** Files beside the PDF. */
  readonly enclosed: readonly KeptEnclosure[];
}

/** What became of a task. */
export type RenderAnswer =
  | {
      readonly kind: 'rendered';
      readonly pdf: Uint8Array;
      readonly sha256: string;
      readonly facts: DocumentFacts;
      /** The series that its number is of; null where the ledger has no part in it. */
      readonly series: string | null;
      readonly mail: Omit<KeptLetter, 'enclosed'>;
      readonly enclosures: readonly Enclosure[];
      readonly warnings: readonly Failure[];
    }
  | { readonly kind: 'skipped'; readonly reason: string }
  | { readonly kind: 'failed'; readonly failures: readonly Failure[] };

/** Renders invoices; rejects only when the renderer itself broke down. */
export interface Renderer {
  render(task: RenderTask): Promise<RenderAnswer>;
  close(): Promise<void>;
}

import { fileNameOf } from '../deliver/file-name.ts';
import type { InvoiceRow, MailRow } from '../ledger/rows.ts';
import type { Letter } from '../mail/letter.ts';
import type { KeptLetter } from './task.ts';

/** What the letter to one recipient is made of. */
export interface LetterParts {
  readonly invoice: InvoiceRow;
  readonly mail: MailRow;
  readonly letter: KeptLetter;
  readonly written: Date;
  readonly pdf: Uint8Array;
}

/** The letter to one recipient: all of it was kept when the invoice was archived, so it is the same each time. */
export function writeLetter({ invoice, mail, letter, written, pdf }: LetterParts): Letter {
  const { uri: invoiceUri, revision, run, facts } = invoice;
  const name = `${fileNameOf(facts?.number ?? invoice.invoice)}.pdf`;
  return {
    identity: { run, invoiceUri, revision, recipient: mail.recipient },
    body: letter.body,
    to: letter.to,
    settings: letter.letter,
    locale: letter.locale,
    date: written,
    attachments: [{ name, contentType: 'application/pdf', bytes: pdf }],
  };
}

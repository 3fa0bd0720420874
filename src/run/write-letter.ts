import { fileNameOf } from '../deliver/file-name.ts';
import type { InvoiceRow, MailRow } from '../ledger/rows.ts';
import type { Letter } from '../mail/letter.ts';
import type { KeptLetter } from './task.ts';

const PDF = { extension: 'pdf', contentType: 'application/pdf' } as const;

/** What the letter to one recipient is made of. */
export interface LetterParts {
  readonly invoice: InvoiceRow;
  readonly mail: MailRow;
  readonly letter: KeptLetter;
  readonly written: Date;
  /** The PDF, then what is enclosed with it. */
  readonly files: readonly Uint8Array[];
}

/** The letter to one recipient: all of it was kept when the invoice was archived, so it is the same each time. */
export function writeLetter({ invoice, mail, letter, written, files }: LetterParts): Letter {
  const { uri: invoiceUri, revision, run, facts } = invoice;
  const name = fileNameOf(facts?.number ?? invoice.invoice);
  const attach: ReadonlySet<string> = new Set(letter.letter.attach);
  const kinds = [PDF, ...letter.enclosed];
  const attachments = files.flatMap((bytes, index) => {
    const { extension, contentType } = kinds[index] ?? PDF;
    return attach.has(extension) ? [{ name: `${name}.${extension}`, contentType, bytes }] : [];
  });
  return {
    identity: { run, invoiceUri, revision, recipient: mail.recipient },
    body: letter.body,
    to: letter.to,
    settings: letter.letter,
    locale: letter.locale,
    date: written,
    attachments,
  };
}

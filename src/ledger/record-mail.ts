import type { Queryable } from './ledger.ts';
import type { InvoiceKey, InvoiceRow, MailRow, MailState } from './rows.ts';

/** A mail to plan: who gets it, or why nobody does. */
export interface PlannedMail {
  readonly recipient: string;
  /** Null: send it. */
  readonly skipped: string | null;
}

/** Plan the mails of an archived invoice; those planned before stay as they are. */
export async function planMails(
  transaction: Queryable,
  { run, invoice }: InvoiceKey,
  mails: readonly PlannedMail[],
): Promise<void> {
  for (const { recipient, skipped } of mails) {
    await transaction.query(
      `INSERT INTO platen.mail (run, invoice, recipient, state, reason)
       VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
      [run, invoice, recipient, skipped === null ? 'planned' : 'skipped', skipped],
    );
  }
}

/** Keep what the mail says and to whom, so that a second sending is the same. */
export async function keepLetter(
  transaction: Queryable,
  { run, invoice }: InvoiceKey,
  letter: object,
): Promise<void> {
  await transaction.query(
    `INSERT INTO platen.letter VALUES ($1, $2, $3::jsonb)
     ON CONFLICT (run, invoice) DO UPDATE SET letter = excluded.letter`,
    [run, invoice, JSON.stringify(letter)],
  );
}

/** All that is needed to send a mail. */
export interface MailInput {
  readonly mail: MailRow;
  readonly invoice: InvoiceRow;
  readonly letter: unknown;
  /** The moment that the message says it was written: when the invoice was archived. */
  readonly written: Date | null;
  readonly suppressed: string | null;
}

/** A mail with its invoice; null where there is none. */
export async function readMail(
  ledger: Queryable,
  { run, invoice, recipient }: InvoiceKey & { readonly recipient: string },
): Promise<MailInput | null> {
  const [found] = await ledger.query<MailInput>(
    `SELECT to_jsonb(m) AS mail, to_jsonb(i) AS invoice, l.letter, i.archived AS written,
       (SELECT s.reason FROM platen.suppression s WHERE s.address = lower(m.recipient)) AS suppressed
     FROM platen.mail m
     JOIN platen.invoice i ON i.run = m.run AND i.invoice = m.invoice
     LEFT JOIN platen.letter l ON l.run = m.run AND l.invoice = m.invoice
     WHERE m.run = $1 AND m.invoice = $2 AND m.recipient = $3`,
    [run, invoice, recipient],
  );
  return found ?? null;
}

/** What a mail becomes. */
export interface MailMove {
  readonly from: readonly MailState[];
  readonly to: MailState;
  readonly reason?: string | null;
  readonly response?: string | null;
  /** One more time, a server may have taken it. */
  readonly doubt?: boolean;
}

/** Move a mail on; false where it stands elsewhere by now, or another attempt has begun. */
export async function moveMail(ledger: Queryable, mail: MailRow, move: MailMove): Promise<boolean> {
  const { from, to, reason = null, response = null, doubt = false } = move;
  const rows = await ledger.query(
    `UPDATE platen.mail SET state = $6, reason = $7, response = coalesce($8, response),
       uncertain = uncertain + $9::integer, changed = now()
     WHERE run = $1 AND invoice = $2 AND recipient = $3 AND attempts = $4 AND state = ANY ($5::text[])
     RETURNING invoice`,
    [
      mail.run,
      mail.invoice,
      mail.recipient,
      mail.attempts,
      from,
      to,
      reason,
      response,
      doubt ? 1 : 0,
    ],
  );
  return rows.length === 1;
}

/** The moment before a server gets the message: whoever comes after a crash knows that it may have it. */
export async function beginSending(
  ledger: Queryable,
  mail: MailRow,
  message: { readonly messageId: string; readonly sha256: string },
): Promise<MailRow | null> {
  const doubt = mail.state === 'sending' || mail.state === 'uncertain' ? 1 : 0;
  const [row] = await ledger.query<MailRow>(
    `UPDATE platen.mail SET state = 'sending', reason = NULL, attempts = attempts + 1, message_id = $6,
       sha256 = $7, uncertain = uncertain + $8::integer, changed = now()
     WHERE run = $1 AND invoice = $2 AND recipient = $3 AND attempts = $4 AND state = $5 RETURNING *`,
    [
      ...[mail.run, mail.invoice, mail.recipient, mail.attempts, mail.state],
      ...[message.messageId, message.sha256, mail.state === 'sending' ? doubt : 0],
    ],
  );
  return row ?? null;
}

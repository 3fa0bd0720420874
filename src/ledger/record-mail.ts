import { eachOwn } from './gather.ts';
import type { Queryable } from './ledger.ts';
import type { InvoiceKey, InvoiceRow, MailRow, MailState } from './rows.ts';

/** A mail to plan: who gets it, or why nobody does. */
export interface PlannedMail {
  readonly recipient: string;
  /** Null: send it. */
  readonly skipped: string | null;
}

/** What the mails of an archived invoice say, and who gets them. */
export interface MailPlan extends InvoiceKey {
  readonly letter: object;
  readonly mails: readonly PlannedMail[];
}

/** Keep what mails say, so that a second sending is the same, and plan them; those planned before stay as they are. */
export async function planMails(transaction: Queryable, plans: readonly MailPlan[]): Promise<void> {
  const letters = plans.map(({ run, invoice, letter }) => ({ run, invoice, letter }));
  await transaction.query(
    `INSERT INTO platen.letter (run, invoice, letter)
     SELECT * FROM json_to_recordset($1::json) AS l(run text, invoice text, letter jsonb)
     ON CONFLICT (run, invoice) DO UPDATE SET letter = excluded.letter`,
    [JSON.stringify(letters)],
  );
  const mails = plans.flatMap(({ run, invoice, mails: all }) =>
    all.map(({ recipient, skipped: reason }) => ({ run, invoice, recipient, reason })),
  );
  await transaction.query(
    `INSERT INTO platen.mail (run, invoice, recipient, state, reason)
     SELECT run, invoice, recipient, CASE WHEN reason IS NULL THEN 'planned' ELSE 'skipped' END, reason
     FROM json_to_recordset($1::json) AS m(run text, invoice text, recipient text, reason text)
     ON CONFLICT DO NOTHING`,
    [JSON.stringify(mails)],
  );
}

/** What names a mail. */
export interface MailKey extends InvoiceKey {
  readonly recipient: string;
}

const keyOf = ({ run, invoice, recipient }: MailKey) => `${run} ${invoice} ${recipient}`;

/** All that is needed to send a mail. */
export interface MailInput {
  readonly mail: MailRow;
  readonly invoice: InvoiceRow;
  readonly letter: unknown;
  /** The moment that the message says it was written: when the invoice was archived. */
  readonly written: Date | null;
  readonly suppressed: string | null;
}

/** Mails with their invoices; null where there is none. */
export async function readMails(
  ledger: Queryable,
  keys: readonly MailKey[],
): Promise<readonly (MailInput | null)[]> {
  const rows = await ledger.query<MailInput>(
    `SELECT to_json(m) AS mail, to_json(i) AS invoice, l.letter, i.archived AS written,
       (SELECT s.reason FROM platen.suppression s WHERE s.address = lower(m.recipient)) AS suppressed
     FROM json_to_recordset($1::json) AS k(run text, invoice text, recipient text)
     JOIN platen.mail m ON m.run = k.run AND m.invoice = k.invoice AND m.recipient = k.recipient
     JOIN platen.invoice i ON i.run = m.run AND i.invoice = m.invoice
     LEFT JOIN platen.letter l ON l.run = m.run AND l.invoice = m.invoice`,
    [JSON.stringify(keys.map(({ run, invoice, recipient }) => ({ run, invoice, recipient })))],
  );
  return eachOwn(keys, rows, (one) => keyOf('mail' in one ? one.mail : one));
}

/** What a mail becomes. */
export interface MailMove {
  readonly mail: MailRow;
  readonly from: readonly MailState[];
  readonly to: MailState;
  readonly reason?: string | null;
  readonly response?: string | null;
  /** One more time, a server may have taken it. */
  readonly doubt?: boolean;
}

/** Move mails on; false where one stands elsewhere by now, or another attempt has begun. */
export async function moveMails(
  ledger: Queryable,
  moves: readonly MailMove[],
): Promise<readonly boolean[]> {
  const given = moves.map(({ mail, from, to, reason = null, response = null, doubt = false }) => {
    const { run, invoice, recipient, attempts } = mail;
    return { run, invoice, recipient, attempts, from, to, reason, response, doubt: doubt ? 1 : 0 };
  });
  const rows = await ledger.query<MailKey>(
    `UPDATE platen.mail m SET state = g."to", reason = g.reason, response = coalesce(g.response, m.response),
       uncertain = m.uncertain + g.doubt, changed = now()
     FROM json_to_recordset($1::json) AS g(run text, invoice text, recipient text, attempts integer,
       "from" text[], "to" text, reason text, response text, doubt integer)
     WHERE m.run = g.run AND m.invoice = g.invoice AND m.recipient = g.recipient
       AND m.attempts = g.attempts AND m.state = ANY (g."from")
     RETURNING m.run, m.invoice, m.recipient`,
    [JSON.stringify(given)],
  );
  return eachOwn(given, rows, keyOf).map((row) => row !== null);
}

/** A message that a server is about to get. */
export interface Sending {
  readonly mail: MailRow;
  readonly messageId: string;
  readonly sha256: string;
}

/** The moment before a server gets messages: whoever comes after a crash knows that it may have them. Null: not ours any more. */
export async function beginSending(
  ledger: Queryable,
  sendings: readonly Sending[],
): Promise<readonly (MailRow | null)[]> {
  const given = sendings.map(({ mail, messageId, sha256 }) => {
    const { run, invoice, recipient, attempts, state } = mail;
    const doubt = state === 'sending' ? 1 : 0;
    return { run, invoice, recipient, attempts, state, messageId, sha256, doubt };
  });
  const rows = await ledger.query<MailRow>(
    `UPDATE platen.mail m SET state = 'sending', reason = NULL, attempts = m.attempts + 1, message_id = g."messageId",
       sha256 = g.sha256, uncertain = m.uncertain + g.doubt, changed = now()
     FROM json_to_recordset($1::json) AS g(run text, invoice text, recipient text, attempts integer, state text,
       "messageId" text, sha256 text, doubt integer)
     WHERE m.run = g.run AND m.invoice = g.invoice AND m.recipient = g.recipient
       AND m.attempts = g.attempts AND m.state = g.state RETURNING m.*`,
    [JSON.stringify(given)],
  );
  return eachOwn<MailKey, MailRow>(given, rows, keyOf);
}

import type { Ledger, Queryable } from './ledger.ts';

/** What a report says of one mail. */
export interface BouncedMail {
  readonly key: string | null;
  readonly recipient: string;
  readonly kind: 'failed' | 'delayed' | 'complaint';
  readonly suppress: boolean;
  /** For people: status and the server's words. */
  readonly reason: string;
  /** ISO 8601; empty where the report has no time. */
  readonly at: string;
}

/** `unknown`: about no mail of this ledger, so nothing was changed. `seen`: it was recorded before, or changes nothing. */
export type BounceEffect = 'bounced' | 'suppressed' | 'seen' | 'unknown';

/**
 * Record a report. Anybody can send a report, so only one with the key of a mail to the same address counts; recording it
 * again changes nothing.
 */
export async function recordBounce(ledger: Ledger, bounce: BouncedMail): Promise<BounceEffect> {
  if (bounce.key === null || !/^[0-9a-f]{32}$/.test(bounce.key)) return 'unknown';
  return ledger.transaction(async (transaction) => {
    const mails = await transaction.query<{ recipient: string }>(
      `SELECT recipient FROM platen.mail WHERE starts_with(message_id, $1)
       AND ($2 = '' OR lower(recipient) = $2)`,
      [`<${bounce.key}@`, bounce.recipient],
    );
    const [mail] = mails;
    if (mail === undefined) return 'unknown';
    const bounced = bounce.kind === 'failed' && (await markBounced(transaction, bounce));
    const suppressed = bounce.suppress && (await suppress(transaction, mail.recipient, bounce));
    if (bounced) return 'bounced';
    return suppressed ? 'suppressed' : 'seen';
  });
}

async function markBounced(transaction: Queryable, { key, reason }: BouncedMail): Promise<boolean> {
  const rows = await transaction.query(
    `UPDATE platen.mail SET state = 'bounced', reason = $2, changed = now()
     WHERE starts_with(message_id, $1) AND state IN ('sent', 'sending', 'uncertain') RETURNING invoice`,
    [`<${key}@`, reason],
  );
  return rows.length > 0;
}

async function suppress(
  transaction: Queryable,
  address: string,
  { reason, at, kind }: BouncedMail,
): Promise<boolean> {
  const words = kind === 'complaint' ? `complaint: ${reason}` : reason;
  const rows = await transaction.query(
    `INSERT INTO platen.suppression (address, reason, since) VALUES ($1, $2, coalesce($3::timestamptz, now()))
     ON CONFLICT DO NOTHING RETURNING address`,
    [address.toLowerCase(), words, at === '' ? null : at],
  );
  return rows.length > 0;
}

import type { Queryable, Ledger } from './ledger.ts';
import { QUEUES } from './queues.ts';

/** What a start of a run takes up again. */
export interface Reopening {
  readonly run: string;
  readonly customers: readonly string[] | null;
  /** Reasons of skipped mails that hold no longer. */
  readonly mailReasons: readonly string[];
}

/**
 * Before a run goes on: what failed or was skipped is judged anew. What a dead process of the embedded ledger had in
 * hand is nobody's, so its queues are emptied and filled again from the ledger.
 */
export async function reopen(ledger: Ledger, reopening: Reopening): Promise<void> {
  if (ledger.engine === 'embedded') {
    for (const queue of Object.values(QUEUES)) await ledger.boss.deleteAllJobs(queue);
  }
  await reopenInvoices(ledger, reopening);
  await reopenMails(ledger, reopening);
}

async function reopenInvoices(ledger: Queryable, { run, customers }: Reopening): Promise<void> {
  await ledger.query(
    `UPDATE platen.invoice SET state = 'fetched', reason = NULL, failures = '[]', attempts = 0
     WHERE run = $1 AND state IN ('failed', 'skipped')
       AND ($2::text[] IS NULL OR customer = ANY ($2::text[]))`,
    [run, customers],
  );
}

async function reopenMails(
  ledger: Queryable,
  { run, customers, mailReasons }: Reopening,
): Promise<void> {
  await ledger.query(
    `UPDATE platen.mail m SET state = 'planned', reason = NULL FROM platen.invoice i
     WHERE i.run = m.run AND i.invoice = m.invoice AND m.run = $1 AND m.state = 'skipped'
       AND m.recipient <> '' AND m.reason = ANY ($3::text[])
       AND ($2::text[] IS NULL OR i.customer = ANY ($2::text[]))`,
    [run, customers, mailReasons],
  );
}

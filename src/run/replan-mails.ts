import type { Ledger } from '../ledger/ledger.ts';
import { keepLetter, planMails } from '../ledger/record-mail.ts';
import type { InvoiceKey } from '../ledger/rows.ts';
import type { Scope } from './jobs.ts';
import type { Parts } from './parts.ts';
import { mailsOf } from './render-job.ts';
import { SKIP, type KeptLetter } from './task.ts';

interface Unaddressed extends InvoiceKey {
  readonly customer: string;
  readonly revision: number;
  readonly facts: unknown;
  readonly letter: KeptLetter;
}

/** Invoices that had nobody to be mailed to, and now have: an address came, or mail was switched on. */
export async function replanMails({ ledger, addressees }: Parts, scope: Scope): Promise<void> {
  for (const row of await unaddressed(ledger, scope)) {
    const now = addressees(row.customer, row.facts);
    if (now === null || now.nobody !== null) continue;
    await ledger.transaction(async (transaction) => {
      const old = "DELETE FROM platen.mail WHERE run = $1 AND invoice = $2 AND state = 'skipped'";
      await transaction.query(old, [row.run, row.invoice]);
      await keepLetter(transaction, row, { ...row.letter, ...now });
      await planMails(transaction, row, mailsOf(now, row.revision > 1));
    });
  }
}

const REASONS: readonly string[] = [SKIP.noAddress, SKIP.testMail, SKIP.off];

function unaddressed(ledger: Ledger, { run, customers }: Scope): Promise<readonly Unaddressed[]> {
  return ledger.query<Unaddressed>(
    `SELECT DISTINCT ON (i.invoice) i.run, i.invoice, i.customer, i.revision, c.facts, l.letter FROM platen.mail m
     JOIN platen.invoice i ON i.run = m.run AND i.invoice = m.invoice
     JOIN platen.customer c ON c.run = i.run AND c.customer = i.customer
     JOIN platen.letter l ON l.run = i.run AND l.invoice = i.invoice
     WHERE m.run = $1 AND m.state = 'skipped' AND m.reason = ANY ($3::text[])
       AND ($2::text[] IS NULL OR i.customer = ANY ($2::text[]))`,
    [run, customers, REASONS],
  );
}

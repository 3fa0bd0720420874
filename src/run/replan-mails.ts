import type { Ledger } from '../ledger/ledger.ts';
import { planMails, type MailPlan } from '../ledger/record-mail.ts';
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
  for await (const rows of unaddressed(ledger, scope)) {
    const plans = rows.flatMap(({ run, invoice, customer, facts, revision, letter }) => {
      const now = addressees(customer, facts);
      if (now === null || now.nobody !== null) return [];
      const mails = mailsOf(now, revision > 1);
      return [{ run, invoice, letter: { ...letter, ...now }, mails }];
    });
    if (plans.length > 0) await replan(ledger, plans);
  }
}

async function replan(ledger: Ledger, plans: readonly MailPlan[]): Promise<void> {
  await ledger.transaction(async (transaction) => {
    await transaction.query(
      `DELETE FROM platen.mail m USING json_to_recordset($1::json) AS p(run text, invoice text)
       WHERE m.run = p.run AND m.invoice = p.invoice AND m.state = 'skipped'`,
      [JSON.stringify(plans.map(({ run, invoice }) => ({ run, invoice })))],
    );
    await planMails(transaction, plans);
  });
}

const REASONS: readonly string[] = [SKIP.noAddress, SKIP.testMail, SKIP.off];

/** Letters in memory at a time. */
const PAGE = 200;

async function* unaddressed(
  ledger: Ledger,
  { run, customers }: Scope,
): AsyncGenerator<readonly Unaddressed[]> {
  for (let last: string | undefined = ''; last !== undefined;) {
    const page: readonly Unaddressed[] = await ledger.query<Unaddressed>(
      `SELECT i.run, i.invoice, i.customer, i.revision, c.facts, l.letter FROM platen.invoice i
       JOIN platen.customer c ON c.run = i.run AND c.customer = i.customer
       JOIN platen.letter l ON l.run = i.run AND l.invoice = i.invoice
       WHERE i.run = $1 AND i.invoice > $4 AND EXISTS (SELECT FROM platen.mail m
           WHERE m.run = i.run AND m.invoice = i.invoice AND m.state = 'skipped' AND m.reason = ANY ($3::text[]))
         AND ($2::text[] IS NULL OR i.customer = ANY ($2::text[]))
       ORDER BY i.invoice LIMIT ${PAGE}`,
      [run, customers, REASONS, last],
    );
    yield page;
    last = page.length < PAGE ? undefined : page.at(-1)?.invoice;
  }
}

import type { Db, JobInsert } from 'pg-boss';
import type { Ledger, Queryable } from '../ledger/ledger.ts';
import { MAIL_RETRIES } from '../ledger/read-run.ts';
import type { MailKey } from '../ledger/record-mail.ts';
import { QUEUES } from '../ledger/queues.ts';
import type { InvoiceKey } from '../ledger/rows.ts';

/** Which steps a run takes after fetching. */
export interface Steps {
  readonly archive: boolean;
  readonly mail: boolean;
  /** Corrected invoices are mailed too. */
  readonly revisions: boolean;
}

/** A job of the render queue: one invoice, rendered and archived. */
export interface RenderJob extends InvoiceKey, Steps {}

/** A job of the mail queue: one mail. */
export type MailJob = MailKey;

/** Queue invoices; one that is queued already stays where it is. */
export async function queueRender(
  ledger: Ledger,
  jobs: readonly RenderJob[],
  db?: Db,
): Promise<void> {
  const rows = jobs.map((data) => ({ data, singletonKey: data.invoice }));
  await insert(ledger, QUEUES.render, rows, db);
}

/** How mails are queued. */
export interface MailQueueing {
  /** First wait before a mail that was put off is tried again. */
  readonly retrySeconds: number;
  /** Queue them within a transaction. */
  readonly db?: Db;
}

/** Queue mails; one that is queued already stays where it is. */
export async function queueMail(
  ledger: Ledger,
  jobs: readonly MailJob[],
  { retrySeconds, db }: MailQueueing,
): Promise<void> {
  const rows = jobs.map((data) => ({
    data,
    singletonKey: `${data.invoice} ${data.recipient}`,
    retryDelay: retrySeconds,
    retryDelayMax: 3600,
    retryLimit: MAIL_RETRIES,
  }));
  await insert(ledger, QUEUES.mail, rows, db);
}

async function insert(
  { boss }: Ledger,
  queue: string,
  rows: readonly JobInsert[],
  db?: Db,
): Promise<void> {
  if (rows.length > 0) await boss.insert(queue, [...rows], db === undefined ? {} : { db });
}

/** Keys in memory at a time. */
const PAGE = 1000;

/** Which invoices a run is about: all of it, or those of some customers. */
export interface Scope {
  readonly run: string;
  readonly customers: readonly string[] | null;
}

/** Invoices that are not yet where the steps take them, page by page. */
export async function* unrendered(
  ledger: Queryable,
  { run, customers }: Scope,
  archive: boolean,
): AsyncGenerator<readonly InvoiceKey[]> {
  const states = archive ? ['fetched', 'rendered'] : ['fetched'];
  for (let last: string | undefined = ''; last !== undefined;) {
    const page: readonly InvoiceKey[] = await ledger.query<InvoiceKey>(
      `SELECT run, invoice FROM platen.invoice WHERE run = $1 AND state = ANY ($2::text[])
         AND ($3::text[] IS NULL OR customer = ANY ($3::text[])) AND invoice > $4
       ORDER BY invoice LIMIT ${PAGE}`,
      [run, states, customers, last],
    );
    yield page;
    last = page.length < PAGE ? undefined : page.at(-1)?.invoice;
  }
}

/** Mails that are still to be sent, page by page; those in doubt only where the rule is to send them again. */
export async function* unsent(
  ledger: Queryable,
  { run, customers }: Scope,
  uncertain: 'resend' | 'hold',
): AsyncGenerator<readonly MailJob[]> {
  for (let last: MailJob | undefined = { run, invoice: '', recipient: '' }; last !== undefined;) {
    const page: readonly MailJob[] = await ledger.query<MailJob>(
      `SELECT m.run, m.invoice, m.recipient FROM platen.mail m
       JOIN platen.invoice i ON i.run = m.run AND i.invoice = m.invoice
       WHERE m.run = $1 AND ${UNSENT} AND (m.invoice, m.recipient) > ($5, $6)
         AND ($2::text[] IS NULL OR i.customer = ANY ($2::text[]))
       ORDER BY m.invoice, m.recipient LIMIT ${PAGE}`,
      [run, customers, uncertain === 'resend', MAIL_RETRIES, last.invoice, last.recipient],
    );
    yield page;
    last = page.length < PAGE ? undefined : page.at(-1);
  }
}

const UNSENT = `(m.state IN ('planned', 'sending')
  OR ($3::boolean AND m.state = 'uncertain' AND m.attempts <= $4::integer))`;

import type { Db, JobInsert } from 'pg-boss';
import type { Ledger, Queryable } from '../ledger/ledger.ts';
import { MAIL_RETRIES } from '../ledger/read-run.ts';
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
export interface MailJob extends InvoiceKey {
  readonly recipient: string;
}

/** Queue invoices; one that is queued already stays where it is. */
export async function queueRender(ledger: Ledger, jobs: readonly RenderJob[]): Promise<void> {
  const rows = jobs.map((data) => ({ data, singletonKey: data.invoice }));
  await insert(ledger, QUEUES.render, rows);
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
  const slices = Array.from({ length: Math.ceil(rows.length / SLICE) }, (_, index) =>
    rows.slice(index * SLICE, (index + 1) * SLICE),
  );
  for (const slice of slices) await boss.insert(queue, slice, db === undefined ? {} : { db });
}

const SLICE = 1000;

/** Which invoices a run is about: all of it, or those of some customers. */
export interface Scope {
  readonly run: string;
  readonly customers: readonly string[] | null;
}

/** Invoices that are not yet where the steps take them. */
export async function unrendered(
  ledger: Queryable,
  { run, customers }: Scope,
  archive: boolean,
): Promise<readonly InvoiceKey[]> {
  const states = archive ? ['fetched', 'rendered'] : ['fetched'];
  return ledger.query<InvoiceKey>(
    `SELECT run, invoice FROM platen.invoice WHERE run = $1 AND state = ANY ($2::text[])
       AND ($3::text[] IS NULL OR customer = ANY ($3::text[])) ORDER BY invoice`,
    [run, states, customers],
  );
}

/** Mails that are still to be sent; those in doubt only where the rule is to send them again. */
export async function unsent(
  ledger: Queryable,
  { run, customers }: Scope,
  uncertain: 'resend' | 'hold',
): Promise<readonly MailJob[]> {
  return ledger.query<MailJob>(
    `SELECT m.run, m.invoice, m.recipient FROM platen.mail m
     JOIN platen.invoice i ON i.run = m.run AND i.invoice = m.invoice
     WHERE m.run = $1 AND ${UNSENT}
       AND ($2::text[] IS NULL OR i.customer = ANY ($2::text[])) ORDER BY m.invoice, m.recipient`,
    [run, customers, uncertain === 'resend', MAIL_RETRIES],
  );
}

const UNSENT = `(m.state IN ('planned', 'sending')
  OR ($3::boolean AND m.state = 'uncertain' AND m.attempts <= $4::integer))`;

import type { Queryable } from './ledger.ts';
import type { CustomerRow, InvoiceRow, MailRow } from './rows.ts';

/** How often a mail that was put off, or is in doubt, is tried again. */
export const MAIL_RETRIES = 7;

/** How many invoices and mails stand where; mails in doubt that may be tried again are `doubtful`. */
export interface Counts {
  readonly invoices: Readonly<Record<string, number>>;
  readonly mails: Readonly<Record<string, number>>;
}

/** Count what stands where, for all of a run or some customers. */
export async function countRun(
  ledger: Queryable,
  run: string,
  customers: readonly string[] | null,
): Promise<Counts> {
  const named = customers === null ? [] : [customers];
  const rows = await ledger.query<{ kind: string; state: string; count: number }>(
    `SELECT 'invoice' AS kind, state, count(*)::integer AS count FROM platen.invoice i
     WHERE run = $1 ${customers === null ? '' : OF_CUSTOMERS} GROUP BY state
     UNION ALL
     SELECT 'mail', CASE WHEN state = 'uncertain' AND attempts <= $2::integer THEN 'doubtful' ELSE state END,
       count(*)::integer FROM platen.mail m
     WHERE run = $1 ${
       customers === null
         ? ''
         : `AND EXISTS (SELECT FROM platen.invoice i
       WHERE i.run = m.run AND i.invoice = m.invoice ${OF_CUSTOMERS})`
     } GROUP BY 2`,
    [run, MAIL_RETRIES, ...named],
  );
  const of = (kind: string) =>
    Object.fromEntries(
      rows.filter((row) => row.kind === kind).map(({ state, count }) => [state, count]),
    );
  return { invoices: of('invoice'), mails: of('mail') };
}

const OF_CUSTOMERS = 'AND i.customer = ANY ($3::text[])';

/** A run without its invoices. */
export interface RunRecord {
  readonly run: string;
  readonly period: string;
  /** Customers whose invoices could not be fetched. */
  readonly unfetched: readonly CustomerRow[];
}

/** Read a run; null where there is none of this name. */
export async function readRun(
  ledger: Queryable,
  run: string,
  customers: readonly string[] | null = null,
): Promise<RunRecord | null> {
  const [found] = await ledger.query<{ period: string }>(
    'SELECT period FROM platen.run WHERE run = $1',
    [run],
  );
  if (found === undefined) return null;
  const unfetched = await ledger.query<CustomerRow>(
    `SELECT customer, state, test, failures FROM platen.customer WHERE run = $1 AND state <> 'fetched'
       AND ($2::text[] IS NULL OR customer = ANY ($2::text[])) ORDER BY customer`,
    [run, customers],
  );
  return { run, period: found.period, unfetched };
}

/** Everything that happened to an invoice. */
export interface InvoiceRecord extends InvoiceRow {
  /** The number of a series that it was given; nulls where it has none. */
  readonly series: string | null;
  readonly sequence: number | null;
  readonly mails: readonly MailRow[];
}

/** Invoices in memory at a time. */
const PAGE = 500;

/** Every invoice of a run, of all or some customers, by customer, page by page. */
export async function* readInvoices(
  ledger: Queryable,
  run: string,
  customers: readonly string[] | null = null,
): AsyncGenerator<InvoiceRecord> {
  let after: Pick<InvoiceRow, 'customer' | 'uri' | 'revision'> | undefined;
  do {
    const { customer, uri, revision } = after ?? { customer: '', uri: '', revision: 0 };
    const page: readonly InvoiceRecord[] = await ledger.query<InvoiceRecord>(
      `SELECT i.*, n.name AS series, n.value AS sequence, (SELECT coalesce(json_agg(m ORDER BY m.recipient), '[]')
         FROM platen.mail m WHERE m.run = i.run AND m.invoice = i.invoice) AS mails
       FROM platen.invoice i LEFT JOIN platen.issued_number n ON n.run = i.run AND n.invoice = i.invoice
       WHERE i.run = $1 AND ($2::text[] IS NULL OR i.customer = ANY ($2::text[]))
         AND (i.customer, i.uri, i.revision) > ($3, $4, $5)
       ORDER BY i.customer, i.uri, i.revision LIMIT ${PAGE}`,
      [run, customers, customer, uri, revision],
    );
    yield* page;
    after = page.length < PAGE ? undefined : page.at(-1);
  } while (after !== undefined);
}

/** Names of all runs, the newest first. */
export async function listRuns(ledger: Queryable): Promise<readonly string[]> {
  const rows = await ledger.query<{ run: string }>(
    'SELECT run FROM platen.run ORDER BY created DESC, run DESC',
  );
  return rows.map(({ run }) => run);
}

import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Failure } from '../failure.ts';
import type { Queryable, Transaction } from './ledger.ts';
import type { InvoiceState } from './rows.ts';

/** An invoice as it came. */
export interface IncomingInvoice {
  readonly uri: string;
  readonly bytes: Uint8Array;
  /** SHA-256 of the bytes. */
  readonly sha256: string;
  /** SHA-256 of what the document is made of. */
  readonly content: string;
}

/** A customer with the invoices of the period, or with why they did not come. */
export interface IncomingCustomer {
  readonly customer: string;
  readonly test: boolean;
  readonly facts: unknown;
  readonly invoices: readonly IncomingInvoice[];
  readonly failures: readonly Failure[];
  /** What was asked and what came, without secrets. */
  readonly records: readonly object[];
}

/** What became of one incoming invoice. */
export type Arrival = 'new' | 'known' | 'changed' | 'revision' | 'elsewhere';

interface Latest {
  readonly run: string;
  readonly invoice: string;
  readonly revision: number;
  readonly state: InvoiceState;
  readonly body: string;
  readonly content: string;
}

/** The ledger's name of an invoice: short, the same in every run. */
export function invoiceIdOf(uri: string, revision: number): string {
  const digest = createHash('sha256').update(uri).digest('hex').slice(0, 24);
  return revision === 1 ? digest : `${digest}-r${revision}`;
}

/** Begin a run, or find the one begun before. */
export async function recordRun(ledger: Queryable, run: string, period: string): Promise<void> {
  const sql = 'INSERT INTO platen.run (run, period) VALUES ($1, $2) ON CONFLICT DO NOTHING';
  await ledger.query(sql, [run, period]);
}

/** Record what came of one customer, all or nothing; answers the invoices that are to be rendered. */
export async function recordCustomer(
  transaction: Transaction,
  run: string,
  incoming: IncomingCustomer,
): Promise<ReadonlyMap<string, Arrival>> {
  const { customer, test, facts, failures, records } = incoming;
  const state = failures.length > 0 ? 'failed' : 'fetched';
  await transaction.query(
    `INSERT INTO platen.customer (run, customer, state, test, facts, failures)
     VALUES ($1, $2, $3, $4, $5::jsonb, $6::jsonb)
     ON CONFLICT (run, customer) DO UPDATE SET state = excluded.state, test = excluded.test,
       facts = excluded.facts, failures = excluded.failures`,
    [run, customer, state, test, JSON.stringify(facts ?? null), JSON.stringify(failures)],
  );
  await transaction.query(
    'INSERT INTO platen.fetch (run, customer, record) SELECT $1, $2, jsonb_array_elements($3::jsonb)',
    [run, customer, JSON.stringify(records)],
  );
  const arrivals = new Map<string, Arrival>();
  for (const invoice of incoming.invoices) {
    arrivals.set(invoice.uri, await recordInvoice(transaction, { run, customer, invoice }));
  }
  return arrivals;
}

interface Arriving {
  readonly run: string;
  readonly customer: string;
  readonly invoice: IncomingInvoice;
}

async function recordInvoice(transaction: Transaction, arriving: Arriving): Promise<Arrival> {
  const { run, invoice } = arriving;
  const [latest] = await transaction.query<Latest>(
    `SELECT run, invoice, revision, state, body, content FROM platen.invoice
     WHERE uri = $1 ORDER BY revision DESC LIMIT 1 FOR UPDATE`,
    [invoice.uri],
  );
  if (latest === undefined) return insert(transaction, arriving, null);
  if (latest.content === invoice.content) return latest.run === run ? 'known' : 'elsewhere';
  if (latest.state === 'archived' || latest.state === 'rendered')
    return insert(transaction, arriving, latest);
  await keepBody(transaction, invoice);
  await transaction.query(
    `UPDATE platen.invoice SET body = $2, content = $3, state = 'fetched', reason = NULL,
       failures = '[]', attempts = 0, fetched = now() WHERE invoice = $1`,
    [latest.invoice, invoice.sha256, invoice.content],
  );
  return 'changed';
}

/** What was archived stays; other content is a revision beside it. */
async function insert(
  transaction: Transaction,
  { run, customer, invoice }: Arriving,
  replaced: Latest | null,
): Promise<Arrival> {
  const revision = (replaced?.revision ?? 0) + 1;
  const { uri, sha256, content } = invoice;
  await keepBody(transaction, invoice);
  await transaction.query(
    `INSERT INTO platen.invoice (run, invoice, uri, revision, replaces, customer, state, body, content)
     VALUES ($1, $2, $3, $4, $5, $6, 'fetched', $7, $8)`,
    [
      run,
      invoiceIdOf(uri, revision),
      uri,
      revision,
      replaced?.invoice ?? null,
      customer,
      sha256,
      content,
    ],
  );
  return replaced === null ? 'new' : 'revision';
}

async function keepBody(transaction: Queryable, { sha256, bytes }: IncomingInvoice): Promise<void> {
  await transaction.query('INSERT INTO platen.body VALUES ($1, $2) ON CONFLICT DO NOTHING', [
    sha256,
    gzipSync(bytes, { level: 1 }),
  ]);
}

import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Failure } from '../failure.ts';
import type { Queryable } from './ledger.ts';
import type { InvoiceKey, InvoiceState } from './rows.ts';

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

interface Latest {
  readonly run: string;
  readonly invoice: string;
  readonly uri: string;
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

/** Record what came of customers, all or nothing; answers the invoices that are new or other than before. */
export async function recordCustomers(
  transaction: Queryable,
  run: string,
  incoming: readonly IncomingCustomer[],
): Promise<readonly InvoiceKey[]> {
  await putCustomers(transaction, run, incoming);
  await putRecords(transaction, run, incoming);
  const arriving = incoming.flatMap(({ customer, invoices }) =>
    invoices.map((invoice) => ({ run, customer, invoice })),
  );
  const ids: string[] = [];
  for (const once of eachOnce(arriving)) ids.push(...(await recordInvoices(transaction, once)));
  return ids.map((invoice) => ({ run, invoice }));
}

async function putCustomers(
  transaction: Queryable,
  run: string,
  incoming: readonly IncomingCustomer[],
): Promise<void> {
  const customers = incoming.map(({ customer, test, facts, failures }) => {
    const state = failures.length > 0 ? 'failed' : 'fetched';
    return { customer, state, test, facts, failures };
  });
  await transaction.query(
    `INSERT INTO platen.customer (run, customer, state, test, facts, failures)
     SELECT $1, customer, state, test, coalesce(facts, 'null'), failures
     FROM json_to_recordset($2::json) AS c(customer text, state text, test boolean, facts jsonb, failures jsonb)
     ON CONFLICT (run, customer) DO UPDATE SET state = excluded.state, test = excluded.test,
       facts = excluded.facts, failures = excluded.failures`,
    [run, JSON.stringify(customers)],
  );
}

async function putRecords(
  transaction: Queryable,
  run: string,
  incoming: readonly IncomingCustomer[],
): Promise<void> {
  const records = incoming.flatMap(({ customer, records: all }) =>
    all.map((record) => ({ customer, record })),
  );
  await transaction.query(
    `INSERT INTO platen.fetch (run, customer, record)
     SELECT $1, customer, record FROM json_to_recordset($2::json) AS f(customer text, record jsonb)`,
    [run, JSON.stringify(records)],
  );
}

interface Arriving {
  readonly run: string;
  readonly customer: string;
  readonly invoice: IncomingInvoice;
}

/** Parts in which each invoice occurs once: one that came twice is compared with what it was the first time. */
function eachOnce(arriving: readonly Arriving[]): readonly (readonly Arriving[])[] {
  const parts: Map<string, Arriving>[] = [];
  for (const one of arriving) {
    const { uri } = one.invoice;
    const part = parts.find((seen) => !seen.has(uri));
    if (part === undefined) parts.push(new Map([[uri, one]]));
    else part.set(uri, one);
  }
  return parts.map((part) => [...part.values()]);
}

async function recordInvoices(
  transaction: Queryable,
  arriving: readonly Arriving[],
): Promise<readonly string[]> {
  const known = await latestOf(transaction, arriving);
  const other = arriving
    .map((one): Replacing => ({ ...one, replaced: known.get(one.invoice.uri) ?? null }))
    .filter(({ invoice, replaced }) => replaced?.content !== invoice.content);
  if (other.length === 0) return [];
  await keepBodies(transaction, other);
  const replacing = other.filter((one) => !isNew(one));
  for (const one of replacing) await replace(transaction, one);
  const inserted = await insert(transaction, other.filter(isNew));
  return [...inserted, ...replacing.filter(isOfThisRun).map(idOf)];
}

/** What was archived stays; other content is a revision beside it. */
function isNew({ replaced }: Replacing): boolean {
  return replaced === null || replaced.state === 'archived' || replaced.state === 'rendered';
}

async function latestOf(
  transaction: Queryable,
  arriving: readonly Arriving[],
): Promise<ReadonlyMap<string, Latest>> {
  const uris = arriving.map(({ invoice }) => invoice.uri);
  const rows = await transaction.query<Latest>(
    `SELECT run, invoice, uri, revision, state, body, content FROM platen.invoice
     WHERE uri = ANY ($1::text[]) ORDER BY uri, revision FOR UPDATE`,
    [uris],
  );
  return new Map(rows.map((row) => [row.uri, row]));
}

interface Replacing extends Arriving {
  /** What the ledger has of it so far. */
  readonly replaced: Latest | null;
}

async function insert(
  transaction: Queryable,
  arriving: readonly Replacing[],
): Promise<readonly string[]> {
  const rows = arriving.map(({ run, customer, invoice: { uri, sha256, content }, replaced }) => {
    const revision = (replaced?.revision ?? 0) + 1;
    const named = { run, invoice: invoiceIdOf(uri, revision), uri, revision, customer };
    return { ...named, replaces: replaced?.invoice ?? null, body: sha256, content };
  });
  if (rows.length > 0)
    await transaction.query(
      `INSERT INTO platen.invoice (run, invoice, uri, revision, replaces, customer, state, body, content)
       SELECT run, invoice, uri, revision, replaces, customer, 'fetched', body, content
       FROM json_to_recordset($1::json) AS i(run text, invoice text, uri text, revision integer, replaces text,
         customer text, body text, content text)`,
      [JSON.stringify(rows)],
    );
  return rows.map(({ invoice }) => invoice);
}

/** As long as nothing is made of an invoice, what came last is what counts. */
async function replace(transaction: Queryable, one: Replacing): Promise<void> {
  await transaction.query(
    `UPDATE platen.invoice SET body = $2, content = $3, state = 'fetched', reason = NULL,
       failures = '[]', attempts = 0, fetched = now() WHERE invoice = $1`,
    [idOf(one), one.invoice.sha256, one.invoice.content],
  );
}

function isOfThisRun({ run, replaced }: Replacing): boolean {
  return replaced?.run === run;
}

function idOf({ replaced }: Replacing): string {
  return replaced?.invoice ?? '';
}

async function keepBodies(transaction: Queryable, arriving: readonly Arriving[]): Promise<void> {
  const bodies = arriving.map(({ invoice: { sha256, bytes } }) => ({
    sha256,
    base64: gzipSync(bytes, { level: 1 }).toString('base64'),
  }));
  await transaction.query(
    `INSERT INTO platen.body (sha256, bytes)
     SELECT sha256, decode(base64, 'base64') FROM json_to_recordset($1::json) AS b(sha256 text, base64 text)
     ON CONFLICT DO NOTHING`,
    [JSON.stringify(bodies)],
  );
}

/** Which of these customers are fetched. */
export async function readFetched(
  ledger: Queryable,
  run: string,
  customers: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await ledger.query<{ customer: string }>(
    "SELECT customer FROM platen.customer WHERE run = $1 AND state = 'fetched' AND customer = ANY ($2::text[])",
    [run, customers],
  );
  return new Set(rows.map(({ customer }) => customer));
}

import { gunzipSync } from 'node:zlib';
import type { Failure } from '../failure.ts';
import { readIssued, type IssuedNumber } from './issue-number.ts';
import type { Queryable } from './ledger.ts';
import type { DocumentFacts, InvoiceKey, InvoiceRow } from './rows.ts';

/** All that is needed to render an invoice. */
export interface RenderInput {
  readonly row: InvoiceRow;
  readonly period: string;
  readonly bytes: Uint8Array;
  readonly test: boolean;
  readonly customerFacts: unknown;
  /** Number of the invoice that this one corrects; null for a first revision. */
  readonly replacedNumber: string | null;
  /** The number of a series that it has already. */
  readonly issued: IssuedNumber | null;
}

interface InputRow extends InvoiceRow {
  readonly period: string;
  readonly gzip: Uint8Array;
  readonly test: boolean;
  readonly customer_facts: unknown;
  readonly replaced_number: string | null;
}

/** Take an invoice in hand: one more attempt is counted before anything is done. */
export async function beginRender(
  ledger: Queryable,
  { run, invoice }: InvoiceKey,
): Promise<RenderInput | null> {
  const [found] = await ledger.query<InputRow>(
    `UPDATE platen.invoice i SET attempts = i.attempts + 1
     FROM platen.run r, platen.body b, platen.customer c
     WHERE i.run = $1 AND i.invoice = $2 AND i.state IN ('fetched', 'rendered')
       AND r.run = i.run AND b.sha256 = i.body AND c.run = i.run AND c.customer = i.customer
     RETURNING i.*, r.period, b.bytes AS gzip, c.test, c.facts AS customer_facts,
       (SELECT o.facts ->> 'number' FROM platen.invoice o WHERE o.invoice = i.replaces) AS replaced_number`,
    [run, invoice],
  );
  if (found === undefined) return null;
  const { period, gzip, test, customer_facts: customerFacts, replaced_number, ...row } = found;
  const bytes = gunzipSync(gzip);
  const issued = await readIssued(ledger, row.uri);
  return { row, period, bytes, test, customerFacts, replacedNumber: replaced_number, issued };
}

/** The PDF is made; its checksum is known before anybody else gets it. False: the invoice has changed meanwhile. */
export async function recordRendered(
  ledger: Queryable,
  { run, invoice, body }: InvoiceRow,
  made: { readonly facts: DocumentFacts; readonly sha256: string; readonly bytes: number },
): Promise<boolean> {
  const rows = await ledger.query(
    `UPDATE platen.invoice SET state = 'rendered', reason = NULL, failures = '[]', rendered = now(),
       facts = $4::jsonb, sha256 = $5, bytes = $6
     WHERE run = $1 AND invoice = $2 AND body = $3 AND state IN ('fetched', 'rendered') RETURNING invoice`,
    [run, invoice, body, JSON.stringify(made.facts), made.sha256, made.bytes],
  );
  return rows.length === 1;
}

/** Where the PDF lies. False: somebody else has recorded it already. */
export async function recordArchived(
  transaction: Queryable,
  { run, invoice }: InvoiceKey,
  stored: { readonly key: string; readonly retention: object | null },
): Promise<boolean> {
  const rows = await transaction.query(
    `UPDATE platen.invoice SET state = 'archived', archived = now(), archive_key = $3, retention = $4::jsonb
     WHERE run = $1 AND invoice = $2 AND state = 'rendered' RETURNING invoice`,
    [run, invoice, stored.key, JSON.stringify(stored.retention)],
  );
  return rows.length === 1;
}

/** Left out by a rule, which the reason names. */
export async function recordSkipped(
  ledger: Queryable,
  { run, invoice, body }: InvoiceRow,
  reason: string,
): Promise<void> {
  await ledger.query(
    `UPDATE platen.invoice SET state = 'skipped', reason = $4
     WHERE run = $1 AND invoice = $2 AND body = $3 AND state IN ('fetched', 'rendered')`,
    [run, invoice, body, reason],
  );
}

/** Given up, with everything that was wrong. */
export async function recordFailed(
  ledger: Queryable,
  { run, invoice }: InvoiceKey,
  failures: readonly Failure[],
): Promise<void> {
  const reason = failures[0]?.message ?? 'unknown';
  await ledger.query(
    `UPDATE platen.invoice SET state = 'failed', reason = $3, failures = $4::jsonb
     WHERE run = $1 AND invoice = $2 AND state IN ('fetched', 'rendered')`,
    [run, invoice, reason, JSON.stringify(failures)],
  );
}

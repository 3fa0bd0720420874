import type { Failure } from '../failure.ts';
import { eachOwn } from './gather.ts';
import type { IssuedNumber } from './issue-number.ts';
import type { Queryable } from './ledger.ts';
import type { DocumentFacts, InvoiceKey, InvoiceRow } from './rows.ts';

/** So often an invoice is done beside others: any of those in hand when a process ends may be what ends it. */
const ATTEMPTS_BESIDE_OTHERS = 3;

/** All that is needed to render an invoice. */
export interface RenderInput {
  readonly row: InvoiceRow;
  readonly period: string;
  /** The body as it came, compressed. */
  readonly gzip: Uint8Array;
  readonly test: boolean;
  readonly customerFacts: unknown;
  /** Number of the invoice that this one corrects; null for a first revision. */
  readonly replacedNumber: string | null;
  /** The number of a series that it has already. */
  readonly issued: IssuedNumber | null;
}

interface InputRow extends InvoiceRow {
  readonly period: string;
  /** Base64: both engines are slow with bytes of their own. */
  readonly gzip: string;
  readonly test: boolean;
  readonly customer_facts: unknown;
  readonly replaced_number: string | null;
  readonly issued: IssuedNumber | null;
}

const keyOf = ({ run, invoice }: InvoiceKey) => `${run} ${invoice}`;

/**
 * Take invoices in hand: one more attempt of each is counted before anything is done. Null: there is nothing to do any
 * more, or it was in hand so often that it may only be done alone.
 */
export async function beginRenders(
  ledger: Queryable,
  keys: readonly InvoiceKey[],
  alone = false,
): Promise<readonly (RenderInput | null)[]> {
  const rows = await ledger.query<InputRow>(
    `UPDATE platen.invoice i SET attempts = i.attempts + 1
     FROM json_to_recordset($1::json) AS k(run text, invoice text), platen.run r, platen.body b, platen.customer c
     WHERE i.run = k.run AND i.invoice = k.invoice AND i.state IN ('fetched', 'rendered')
       AND ($2::boolean OR i.attempts < ${ATTEMPTS_BESIDE_OTHERS})
       AND r.run = i.run AND b.sha256 = i.body AND c.run = i.run AND c.customer = i.customer
     RETURNING i.*, r.period, encode(b.bytes, 'base64') AS gzip, c.test, c.facts AS customer_facts,
       (SELECT o.facts ->> 'number' FROM platen.invoice o WHERE o.uri = i.uri AND o.invoice = i.replaces) AS replaced_number,
       (SELECT json_build_object('series', n.name, 'value', n.value) FROM platen.invoice o
        JOIN platen.issued_number n ON n.run = o.run AND n.invoice = o.invoice
        WHERE o.uri = i.uri ORDER BY o.revision LIMIT 1) AS issued`,
    [JSON.stringify(keys.map(({ run, invoice }) => ({ run, invoice }))), alone],
  );
  return eachOwn(keys, rows, keyOf).map((row) => (row === null ? null : inputOf(row)));
}

function inputOf(found: InputRow): RenderInput {
  const { period, gzip, test, customer_facts, replaced_number, issued, ...row } = found;
  const [customerFacts, replacedNumber] = [customer_facts, replaced_number];
  const body = Buffer.from(gzip, 'base64');
  return { row, period, gzip: body, test, customerFacts, replacedNumber, issued };
}

/** A PDF that is made. */
export interface Rendering extends Pick<InvoiceRow, 'run' | 'invoice' | 'body'> {
  readonly facts: DocumentFacts;
  readonly sha256: string;
  readonly bytes: number;
}

/** PDFs are made; their checksums are known before anybody else gets them. False: the invoice has changed meanwhile. */
export async function recordRendered(
  ledger: Queryable,
  made: readonly Rendering[],
): Promise<readonly boolean[]> {
  const rows = await ledger.query<InvoiceKey>(
    `UPDATE platen.invoice i SET state = 'rendered', reason = NULL, failures = '[]', rendered = now(),
       facts = m.facts, sha256 = m.sha256, bytes = m.bytes
     FROM json_to_recordset($1::json) AS m(run text, invoice text, body text, facts jsonb, sha256 text, bytes integer)
     WHERE i.run = m.run AND i.invoice = m.invoice AND i.body = m.body AND i.state IN ('fetched', 'rendered')
     RETURNING i.run, i.invoice`,
    [JSON.stringify(made)],
  );
  return eachOwn(made, rows, keyOf).map((row) => row !== null);
}

/** Where a PDF lies. */
export interface Place extends InvoiceKey {
  readonly key: string;
  readonly retention: object | null;
}

/** Where PDFs lie. False: somebody else has recorded it already. */
export async function recordArchived(
  transaction: Queryable,
  places: readonly Place[],
): Promise<readonly boolean[]> {
  const rows = await transaction.query<InvoiceKey>(
    `UPDATE platen.invoice i SET state = 'archived', archived = now(), archive_key = p.key, retention = p.retention
     FROM json_to_recordset($1::json) AS p(run text, invoice text, key text, retention jsonb)
     WHERE i.run = p.run AND i.invoice = p.invoice AND i.state = 'rendered' RETURNING i.run, i.invoice`,
    [JSON.stringify(places)],
  );
  return eachOwn(places, rows, keyOf).map((row) => row !== null);
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

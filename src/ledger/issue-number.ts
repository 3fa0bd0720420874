import type { Ledger, Queryable } from './ledger.ts';
import type { InvoiceRow } from './rows.ts';

/** The number of a series that an invoice has for good. */
export interface IssuedNumber {
  /** The number with a hole: `INV-2026-#`. */
  readonly series: string;
  readonly value: number;
}

/** The number that an invoice, or an earlier revision of it, was given; null where it has none. */
async function readIssued(ledger: Queryable, uri: string): Promise<IssuedNumber | null> {
  const [issued] = await ledger.query<IssuedNumber>(
    `SELECT n.name AS series, n.value FROM platen.issued_number n
     JOIN platen.invoice i ON i.run = n.run AND i.invoice = n.invoice
     WHERE i.uri = $1 ORDER BY i.revision LIMIT 1`,
    [uri],
  );
  return issued ?? null;
}

/**
 * Give an invoice the next number of a series, once for all: in one transaction with the proof that it is still the
 * invoice that was tried. Whoever asks for it again, after a crash too, gets the same. Null: it has changed meanwhile.
 */
export function issueNumber(
  ledger: Ledger,
  { run, invoice, uri, body }: InvoiceRow,
  series: string,
): Promise<number | null> {
  return ledger.transaction(async (transaction) => {
    const same = await transaction.query(
      `SELECT invoice FROM platen.invoice
       WHERE run = $1 AND invoice = $2 AND body = $3 AND state IN ('fetched', 'rendered') FOR UPDATE`,
      [run, invoice, body],
    );
    if (same.length === 0) return null;
    const issued = await readIssued(transaction, uri);
    if (issued !== null) return issued.value;
    const value = await nextOf(transaction, series);
    await transaction.query('INSERT INTO platen.issued_number VALUES ($1, $2, $3, $4)', [
      ...[series, value, run, invoice],
    ]);
    return value;
  });
}

/** The row stays locked until the transaction ends, so that nobody gets a number before it is certain. */
async function nextOf(transaction: Queryable, series: string): Promise<number> {
  const [row] = await transaction.query<{ last: number }>(
    `INSERT INTO platen.sequence AS s VALUES ($1, 1)
     ON CONFLICT (name) DO UPDATE SET last = s.last + 1 RETURNING last`,
    [series],
  );
  if (row === undefined) throw new Error(`no number of ${series}`);
  return row.last;
}

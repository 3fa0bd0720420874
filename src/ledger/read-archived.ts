import type { Queryable } from './ledger.ts';
import type { DocumentFacts } from './rows.ts';

/** An archived invoice with the period of its run. */
export interface ArchivedRow {
  readonly run: string;
  readonly invoice: string;
  readonly uri: string;
  readonly revision: number;
  readonly period: string;
  readonly customer: string;
  readonly facts: DocumentFacts;
  readonly archive_key: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly retention: { readonly mode: string; readonly until: string } | null;
}

/** Rows in memory at a time. */
const PAGE = 500;

/** Every archived invoice, of one period (`2026-10`, or all of `2026`) or of all, page by page: the ledger may hold a million. */
export async function* readArchived(
  ledger: Queryable,
  period: string | null,
): AsyncIterable<ArchivedRow> {
  let [run, invoice] = ['', ''];
  for (;;) {
    const rows = await ledger.query<ArchivedRow>(
      `SELECT i.run, i.invoice, i.uri, i.revision, r.period, i.customer, i.facts, i.archive_key, i.bytes, i.sha256, i.retention
       FROM platen.invoice i JOIN platen.run r ON r.run = i.run
       WHERE i.state = 'archived' AND ($1::text IS NULL OR r.period = $1 OR starts_with(r.period, $1 || '-')) AND (i.run, i.invoice) > ($2, $3)
       ORDER BY i.run, i.invoice LIMIT ${PAGE}`,
      [period, run, invoice],
    );
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return;
    [run, invoice] = [last.run, last.invoice];
  }
}

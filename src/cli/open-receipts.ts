import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ArchiveReceipt, ReceiptSource } from '../archive/receipt.ts';
import type { Config } from '../config/schema.ts';
import { failed, failure, success, type Outcome } from '../failure.ts';
import { readArchived, type ArchivedRow } from '../ledger/read-archived.ts';
import { openLedgerOf } from './open-run.ts';

/** The ledger's receipts, to be closed. */
export interface OpenReceipts extends ReceiptSource {
  close(): Promise<void>;
}

/** Open the ledger for its receipts, of one period or of all. Looking does not make a ledger. */
export async function openReceipts(
  config: Config,
  period: string | null,
): Promise<Outcome<OpenReceipts>> {
  if (!isThere(config)) return failed([noLedger(config)]);
  const ledger = await openLedgerOf(config, () => undefined);
  if (!ledger.ok) return ledger;
  return success({
    readReceipts: async function* () {
      for await (const row of readArchived(ledger.value, period)) yield receiptOf(row);
    },
    close: () => ledger.value.close(),
  });
}

/** Whether there is a ledger: a server, or a folder that a run has made. */
export function isThere({ ledger }: Config): boolean {
  const server = process.env['PLATEN_LEDGER_URL'] ?? ledger.url;
  return server !== undefined || existsSync(join(ledger.directory, 'data'));
}

/** The failure for a ledger that is not there. */
export function noLedger({ ledger }: Config) {
  return failure('config', ledger.directory, 'There is no ledger here', {
    expected: 'the ledger of a run',
    found: 'nothing',
    hint: 'Start platen in the folder where platen run was started, or set ledger.directory.',
  });
}

function receiptOf({ facts, retention, ...row }: ArchivedRow): ArchiveReceipt {
  const { number, date, customerName, currency, net, tax, gross, due } = facts;
  const money = { currency, net, tax, gross, due };
  return {
    invoiceUri: row.uri,
    number,
    revision: row.revision,
    period: row.period,
    customerId: row.customer,
    customerName,
    date,
    ...money,
    key: row.archive_key,
    size: row.bytes,
    sha256: row.sha256,
    retention: retention && { mode: modeOf(retention.mode), until: retention.until },
  };
}

function modeOf(mode: string): 'COMPLIANCE' | 'GOVERNANCE' {
  return mode === 'GOVERNANCE' ? mode : 'COMPLIANCE';
}

import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Archive, NewObject } from '../../src/archive/archive.ts';
import { openFolderArchive } from '../../src/archive/folder-archive.ts';
import { readConfig } from '../../src/config/read-config.ts';
import { parsePeriod } from '../../src/fetch/period.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { openLedger } from '../../src/ledger/open-ledger.ts';
import type { Delivery, MailTransport, SendResult } from '../../src/mail/mail.ts';
import { executeRun, type RunRequest } from '../../src/run/execute-run.ts';
import { createComposer } from '../../src/mail/compose-delivery.ts';
import { addresseesFrom } from '../../src/run/addressees.ts';
import { createBrake, type Parts, type Rules } from '../../src/run/parts.ts';
import { openPlainRenderer } from '../../src/run/render-pool.ts';
import {
  countOutcomes,
  exceptionOf,
  exceptionsOf as exceptionsOfInvoice,
  readReport,
  type Exception,
  type InvoiceReport,
  type OutcomeCount,
  type RunReport,
} from '../../src/run/report.ts';
import { keepRecords, type Source } from '../../src/run/source.ts';
import { copyLedger } from '../ledger/copy-ledger.ts';

/** A report with all of its invoices at once. */
export interface WholeReport extends Omit<RunReport, 'invoices'> {
  readonly invoices: readonly InvoiceReport[];
}

/** Everything a run needs, in memory or in a folder of its own, with counters. */
export interface Room {
  readonly ledger: Ledger;
  readonly archive: Archive;
  readonly puts: NewObject[];
  readonly accepted: Delivery[];
  readonly parts: Parts;
}

/** What a test changes about its room. */
export interface RoomOptions {
  readonly archive?: Archive;
  readonly send?: (delivery: Delivery, attempt: number) => SendResult;
  readonly rules?: Partial<Rules>;
  readonly config?: object;
}

const RULES: Rules = {
  keyPattern: '{period}/{customer}/{number}',
  retention: () => null,
  uncertain: 'resend',
  patience: 0.4,
  mailRetrySeconds: 0,
  perSecond: null,
  parallel: 8,
};

/** A ledger for tests, in a folder of its own unless one is named. */
export async function testLedger(directory = mkdtempSync(join(tmpdir(), 'platen-run-'))) {
  if (!existsSync(join(directory, 'data'))) await copyLedger(directory);
  const opened = await openLedger({ directory, url: null });
  if (!opened.ok) throw new Error(JSON.stringify(opened.failures));
  return opened.value;
}

/** A room around a ledger. */
export async function roomOf(ledger: Ledger, options: RoomOptions = {}): Promise<Room> {
  const folder = mkdtempSync(join(tmpdir(), 'platen-room-'));
  const store = options.archive ?? (await openFolderArchive(folder));
  const puts: NewObject[] = [];
  const accepted: Delivery[] = [];
  const archive: Archive = {
    ...store,
    put: (object) => {
      puts.push(object);
      return store.put(object);
    },
  };
  const config = readConfig(
    JSON.stringify({ seller: { email: 'billing@example.com' }, ...options.config }),
    'test',
  );
  if (!config.ok) throw new Error(JSON.stringify(config.failures));
  const parts: Parts = {
    ...{ ledger, archive },
    compose: createComposer(config.value.mail, null),
    addressees: addresseesFrom(config.value),
    renderer: openPlainRenderer({ config: config.value }),
    transport: transportOf(
      accepted,
      options.send ?? (() => ({ kind: 'sent', response: '250 ok' })),
    ),
    rules: { ...RULES, ...options.rules },
  };
  return { ledger, archive, puts, accepted, parts };
}

function transportOf(
  accepted: Delivery[],
  send: (delivery: Delivery, attempt: number) => SendResult,
): MailTransport {
  let attempt = 0;
  return {
    place: 'test',
    atOnce: 8,
    send: async (delivery) => {
      attempt += 1;
      const result = send(delivery, attempt);
      if (result.kind === 'sent' || result.kind === 'uncertain') accepted.push(delivery);
      return result;
    },
    close: async () => undefined,
  };
}

/** Run September 2025 to its end and report. */
export async function run(
  { parts }: Room,
  source: Source,
  changes: Partial<RunRequest> = {},
): Promise<WholeReport> {
  const period = parsePeriod('2025-09');
  if (!period.ok) throw new Error('period');
  const all = { fetch: true, render: true, archive: true, mail: true, resendRevisions: false };
  const request = { run: '2025-09', period: period.value, customers: null, ...all, ...changes };
  const brake = createBrake();
  const records = keepRecords();
  const around = { source, records, brake, onProgress: () => undefined };
  const trouble = await executeRun(request, parts, around);
  const scope = { run: request.run, customers: null };
  const report = await readReport(parts.ledger, scope, trouble?.failures);
  if (report === null) throw new Error('no such run');
  const invoices: InvoiceReport[] = [];
  for await (const invoice of report.invoices) invoices.push(invoice);
  return { ...report, invoices };
}

/** Everything of a run that did not simply go through. */
export function exceptionsOf({ unfetched, invoices }: WholeReport): readonly Exception[] {
  return [...unfetched.map(exceptionOf), ...invoices.flatMap(exceptionsOfInvoice)];
}

/** The table of outcomes of a run. */
export function outcomesOf({ unfetched, invoices }: WholeReport): readonly OutcomeCount[] {
  const table = countOutcomes(unfetched);
  for (const invoice of invoices) table.add(invoice);
  return table.rows();
}

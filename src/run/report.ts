import type { Failure } from '../failure.ts';
import type { Queryable } from '../ledger/ledger.ts';
import { readInvoices, readRun, type InvoiceRecord } from '../ledger/read-run.ts';
import type { DocumentFacts, InvoiceState, MailRow, MailState } from '../ledger/rows.ts';
import type { Scope } from './jobs.ts';
import { SKIP } from './task.ts';

/** What became of the mail to one recipient. */
export interface MailReport {
  /** Empty where nobody is written to; the reason says why. */
  readonly recipient: string;
  readonly state: MailState;
  readonly reason: string | null;
  readonly messageId: string | null;
  readonly attempts: number;
  /** A server may have taken the message more than once, each time with the same Message-ID. */
  readonly maybeTwice: boolean;
}

/** What became of one invoice; the keys are a contract with scripts. */
export interface InvoiceReport {
  readonly invoiceUri: string;
  readonly revision: number;
  readonly replaces: string | null;
  readonly customer: string;
  readonly state: InvoiceState;
  readonly reason: string | null;
  readonly failures: readonly Failure[];
  readonly document: DocumentFacts | null;
  /** The number of a series that the ledger gave it; null where it has none. */
  readonly issued: { readonly series: string; readonly value: number } | null;
  readonly sha256: string | null;
  readonly archiveKey: string | null;
  readonly mails: readonly MailReport[];
}

/** What became of a run. */
export interface RunReport {
  readonly run: string;
  readonly period: string;
  /** Read from the ledger while they are asked for: there may be a hundred thousand. */
  readonly invoices: AsyncIterable<InvoiceReport>;
  /** Customers whose invoices could not be fetched, and why. */
  readonly unfetched: readonly Unfetched[];
  /** What stopped the run before its end; empty where nothing did. */
  readonly trouble: readonly Failure[];
}

/** A customer whose invoices could not be fetched. */
export interface Unfetched {
  readonly customer: string;
  readonly failures: readonly Failure[];
}

/** The report of a run, of all or some customers; null where the ledger has no such run. */
export async function readReport(
  ledger: Queryable,
  { run, customers }: Scope,
  trouble: readonly Failure[] = [],
): Promise<RunReport | null> {
  const record = await readRun(ledger, run, customers);
  if (record === null) return null;
  const unfetched = record.unfetched.map(({ customer, failures }) => ({ customer, failures }));
  const invoices = reportsOf(readInvoices(ledger, run, customers));
  return { run, period: record.period, invoices, unfetched, trouble };
}

async function* reportsOf(records: AsyncIterable<InvoiceRecord>): AsyncGenerator<InvoiceReport> {
  for await (const record of records) yield invoiceReport(record);
}

function invoiceReport(row: InvoiceRecord): InvoiceReport {
  const { uri: invoiceUri, revision, replaces, customer, state, reason, failures, sha256 } = row;
  const document = row.facts;
  const archiveKey = row.archive_key;
  const about = { invoiceUri, revision, replaces, customer, state, reason, failures };
  const { series, sequence: value } = row;
  const issued = series === null || value === null ? null : { series, value };
  return { ...about, document, issued, sha256, archiveKey, mails: row.mails.map(mailReport) };
}

function mailReport(row: MailRow): MailReport {
  const { recipient, state, reason, message_id: messageId, attempts, uncertain } = row;
  return { recipient, state, reason, messageId, attempts, maybeTwice: uncertain > 0 };
}

/** One thing that a person should look at: which customer or invoice, and why. */
export interface Exception {
  readonly kind: 'failed' | 'skipped' | 'note';
  readonly name: string;
  readonly reason: string;
}

/** Why a customer has no invoices here. */
export function exceptionOf({ customer, failures }: Unfetched): Exception {
  const [why] = failures;
  const reason = why === undefined ? 'not fetched yet' : reasonOf(why);
  return { kind: 'failed', name: customer, reason };
}

/** Everything of an invoice that did not simply go through; nothing is left out silently. */
export function exceptionsOf(invoice: InvoiceReport): readonly Exception[] {
  const name = nameOf(invoice);
  const own = ((): readonly Exception[] => {
    if (invoice.state === 'failed')
      return invoice.failures.map((one) => ({ kind: 'failed', name, reason: reasonOf(one) }));
    if (invoice.state === 'skipped')
      return [{ kind: 'skipped', name, reason: invoice.reason ?? '' }];
    return [];
  })();
  return [
    ...own,
    ...ofNumber(invoice, name),
    ...invoice.mails.flatMap((mail) => ofMail(mail, name)),
  ];
}

/** A number without an archived invoice is a gap as long as that lasts. */
function ofNumber({ state, issued }: InvoiceReport, name: string): readonly Exception[] {
  if (issued === null || state === 'archived' || state === 'rendered') return [];
  const reason = `number ${issued.value} of ${issued.series} is kept for it`;
  return [{ kind: 'note', name, reason }];
}

const BAD_MAIL: ReadonlySet<MailState> = new Set(['failed', 'bounced', 'uncertain']);

function ofMail(mail: MailReport, name: string): readonly Exception[] {
  const about = mail.recipient === '' ? name : `${name} to ${mail.recipient}`;
  const reason = mail.reason ?? mail.state;
  if (BAD_MAIL.has(mail.state))
    return [{ kind: 'failed', name: about, reason: `mail ${mail.state}: ${reason}` }];
  if (mail.state === 'skipped')
    return [{ kind: 'skipped', name: about, reason: `not mailed: ${reason}` }];
  if (!mail.maybeTwice) return [];
  const twice = `sent ${mail.attempts} times with the same Message-ID: the first may have arrived`;
  return [{ kind: 'note', name: about, reason: twice }];
}

/** How people call an invoice: its number and customer, or its URI before it has a number. */
export function nameOf({ document, customer, invoiceUri, revision }: InvoiceReport): string {
  const number = document === null ? invoiceUri : document.number;
  return `${number}${revision === 1 ? '' : ` (revision ${revision})`}, ${document?.customerName ?? customer}`;
}

function reasonOf({ place, message, found, hint }: Failure): string {
  const details = [found === null ? '' : ` (${found})`, hint === null ? '' : ` → ${hint}`];
  return `${place}: ${message}${details.join('')}`;
}

/** One count of the table of outcomes. */
export interface OutcomeCount {
  readonly outcome: string;
  readonly count: number;
}

/** The table of outcomes, counted along: how many invoices and mails ended where. */
export interface OutcomeTable {
  add(invoice: InvoiceReport): void;
  readonly rows: () => readonly OutcomeCount[];
}

/** An empty table of outcomes but for the customers that were not fetched. */
export function countOutcomes(unfetched: readonly Unfetched[]): OutcomeTable {
  const counts = new Map<string, number>();
  if (unfetched.length > 0) counts.set('customers not fetched', unfetched.length);
  const count = (outcome: string) => counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  return {
    add: (invoice) => {
      count(outcomeOf('invoice', invoice.state, invoice.reason));
      for (const mail of invoice.mails) count(outcomeOf('mail', mail.state, mail.reason));
    },
    rows: () =>
      [...counts]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([outcome, n]) => ({ outcome, count: n })),
  };
}

const RULES: readonly string[] = Object.values(SKIP);

function outcomeOf(kind: string, state: string, reason: string | null): string {
  const rule = RULES.find((one) => reason?.startsWith(one));
  return `${kind} ${state}${state === 'skipped' && rule !== undefined ? `: ${rule}` : ''}`;
}

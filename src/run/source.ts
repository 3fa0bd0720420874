import type { Amberflo } from '../fetch/amberflo.ts';
import type {
  Fetched,
  FetchedCustomer,
  FetchedInvoice,
  FetchFailure,
  FetchRecord,
} from '../fetch/fetched.ts';
import type { Period } from '../fetch/period.ts';
import type { IncomingInvoice } from '../ledger/record-fetch.ts';
import { contentDigest } from './content-digest.ts';

/** The account's API, as far as a run asks it. */
export type Source = Pick<Amberflo, 'customers' | 'customer' | 'invoicesOf'>;

/** An invoice as it came: what was parsed of it is let go at once, because eight customers' invoices are held at a time. */
export interface AnsweredInvoice extends IncomingInvoice {
  /** For messages. */
  readonly origin: string;
}

/** A customer with its invoices of a period. */
export interface CustomerAnswer {
  readonly id: string;
  readonly test: boolean;
  readonly body: unknown;
  readonly invoices: readonly AnsweredInvoice[];
  readonly failures: readonly FetchFailure[];
}

/** Records of requests, kept until they are taken for the ledger. */
export interface RecordKeeper {
  readonly keep: (record: FetchRecord) => void;
  take(): readonly FetchRecord[];
}

/** Keep the records of requests. */
export function keepRecords(): RecordKeeper {
  let kept: FetchRecord[] = [];
  return {
    keep: (record) => kept.push(record),
    take: () => {
      const taken = kept;
      kept = [];
      return taken;
    },
  };
}

/** The customers of the account, or those named. A customer that is not there is a failure of its own. */
export async function* customersOf(
  source: Source,
  named: readonly string[] | null,
): AsyncGenerator<Fetched<FetchedCustomer> | { readonly missing: string }> {
  if (named === null) {
    yield* source.customers();
    return;
  }
  for (const id of named) {
    const found = await source.customer(id);
    if (!found.ok) yield found;
    else if (found.value === null) yield { missing: id };
    else yield { ...found, value: found.value };
  }
}

/** The invoices of one customer, with everything that went wrong. */
export async function answerOf(
  source: Source,
  customer: FetchedCustomer,
  period: Period,
): Promise<CustomerAnswer> {
  const { id, test } = identify(customer.body);
  const invoices: AnsweredInvoice[] = [];
  const failures: FetchFailure[] = [];
  for await (const one of source.invoicesOf(id, period)) {
    if (one.ok) invoices.push(answered(one.value));
    else failures.push(...one.failures);
  }
  return { id, test, body: customer.body, invoices, failures };
}

function answered({ raw, bytes, sha256 }: FetchedInvoice): AnsweredInvoice {
  const { body, origin } = raw;
  return { uri: uriOf(body, sha256), bytes, sha256, content: contentDigest(body), origin };
}

/** A body without a URI is still an invoice that fails by name. */
function uriOf(body: unknown, sha256: string): string {
  const given =
    typeof body === 'object' && body !== null
      ? (body as { readonly invoiceUri?: unknown }).invoiceUri
      : undefined;
  return typeof given === 'string' && given !== '' ? given : `no-uri:${sha256.slice(0, 24)}`;
}

/** The customer's id and whether it is only for tests; the id is empty where there is none. */
export function identify(body: unknown): { readonly id: string; readonly test: boolean } {
  if (typeof body !== 'object' || body === null) return { id: '', test: false };
  const { customerId, test } = body as { readonly customerId?: unknown; readonly test?: unknown };
  return { id: typeof customerId === 'string' ? customerId : '', test: test === true };
}

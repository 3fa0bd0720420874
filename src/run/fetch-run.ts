import { failure, type Failure } from '../failure.ts';
import type { FetchedCustomer, FetchFailure } from '../fetch/fetched.ts';
import type { Period } from '../fetch/period.ts';
import { gather } from '../ledger/gather.ts';
import type { Ledger, Transaction } from '../ledger/ledger.ts';
import { readFetched, recordCustomers, type IncomingCustomer } from '../ledger/record-fetch.ts';
import type { InvoiceKey } from '../ledger/rows.ts';
import { queueRender, type Scope, type Steps } from './jobs.ts';
import type { Brake } from './parts.ts';
import { answerOf, customersOf, identify, type RecordKeeper, type Source } from './source.ts';

/** Requests of so many customers at a time; the client itself has no more connections. */
const AT_A_TIME = 8;

/** Answers come one by one: so many milliseconds are waited for others, to record them together. */
const pause = () => 25;

/** What a run fetches, and with what. */
export interface Fetching {
  readonly ledger: Ledger;
  readonly source: Source;
  readonly records: RecordKeeper;
  readonly period: Period;
  readonly scope: Scope;
  readonly steps: Steps & { readonly render: boolean };
  readonly brake: Brake;
}

/** Fetch every customer's invoices into the ledger, and queue what is to be rendered. Goes on where a kill ended it. */
export async function fetchRun(fetching: Fetching): Promise<void> {
  const { ledger, source, scope, brake } = fetching;
  await forgetWhole(fetching);
  const records = openRecords(fetching);
  const inHand = new Set<Promise<void>>();
  for await (const customer of customersOf(source, scope.customers)) {
    if (brake.signal.aborted) break;
    if ('missing' in customer) await records.put(noSuchCustomer(customer.missing));
    else if (!customer.ok) brake.stop({ failures: customer.failures });
    else {
      const work = fetchCustomer(fetching, customer.value, records);
      const settled = work.catch((error: unknown) => brake.stop({ failures: [broken(error)] }));
      inHand.add(settled);
      void settled.finally(() => inHand.delete(settled));
      if (inHand.size >= AT_A_TIME) await Promise.race(inHand);
    }
  }
  await Promise.all(inHand);
  if (!brake.signal.aborted && scope.customers === null)
    await ledger.query('UPDATE platen.run SET fetched = true WHERE run = $1', [scope.run]);
}

/** A fetch that was not finished goes on; one that was is made again, to find corrected invoices. */
async function forgetWhole({ ledger, scope }: Fetching): Promise<void> {
  const [run] = await ledger.query<{ fetched: boolean }>(
    'SELECT fetched FROM platen.run WHERE run = $1',
    [scope.run],
  );
  if (run?.fetched !== true && scope.customers === null) return;
  const again = `UPDATE platen.customer SET state = 'planned'
    WHERE run = $1 AND ($2::text[] IS NULL OR customer = ANY ($2::text[]))`;
  await ledger.query(again, [scope.run, scope.customers]);
  if (scope.customers === null)
    await ledger.query('UPDATE platen.run SET fetched = false WHERE run = $1', [scope.run]);
}

/** What is recorded of customers; those that come at the same time are recorded together. */
interface CustomerRecords {
  readonly has: (customer: string) => Promise<boolean>;
  readonly put: (customer: IncomingCustomer) => Promise<void>;
}

function openRecords({ ledger, scope, steps, brake }: Fetching): CustomerRecords {
  const { archive, mail, revisions } = steps;
  const queue = async (keys: readonly InvoiceKey[], { db }: Transaction) => {
    if (!steps.render || brake.signal.aborted) return;
    const jobs = keys.map(({ run, invoice }) => ({ run, invoice, archive, mail, revisions }));
    await queueRender(ledger, jobs, db);
  };
  return {
    has: gather(async (customers: readonly string[]) => {
      const fetched = await readFetched(ledger, scope.run, customers);
      return customers.map((customer) => fetched.has(customer));
    }, pause),
    put: gather(async (customers: readonly IncomingCustomer[]) => {
      await ledger.transaction(async (transaction) =>
        queue(await recordCustomers(transaction, scope.run, customers), transaction),
      );
      return customers.map(() => undefined);
    }, pause),
  };
}

async function fetchCustomer(
  { source, period, brake, records: requests }: Fetching,
  customer: FetchedCustomer,
  records: CustomerRecords,
): Promise<void> {
  if (await records.has(identify(customer.body).id)) return;
  const answer = await answerOf(source, customer, period);
  const fatal = answer.failures.filter(isEverybodys);
  if (fatal.length > 0) return brake.stop({ failures: fatal });
  const { id, test, body: facts, invoices, failures } = answer;
  await records.put({ customer: id, test, facts, invoices, failures, records: requests.take() });
}

/** The key is wrong, or nobody answers: that is no matter of this customer. */
function isEverybodys({ fault }: FetchFailure): boolean {
  return fault === 'unauthorized' || fault === 'unreachable';
}

function noSuchCustomer(customer: string): IncomingCustomer {
  const why = failure('fetch', customer, 'Amberflo knows no such customer', {
    expected: 'the id of a customer of this account',
    hint: 'Compare --customer with the customer ids in Amberflo.',
  });
  const nothing = { test: false, facts: null, invoices: [], records: [] };
  return { customer, ...nothing, failures: [why] };
}

function broken(error: unknown): Failure {
  const found = error instanceof Error ? error.message : String(error);
  const hint = 'Start the run again when the ledger can be used; it goes on where it stood.';
  return failure('ledger', 'ledger', 'What was fetched could not be recorded', { found, hint });
}

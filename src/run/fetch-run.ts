import { failure, type Failure } from '../failure.ts';
import type { FetchFailure } from '../fetch/fetched.ts';
import type { Period } from '../fetch/period.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { recordCustomer } from '../ledger/record-fetch.ts';
import { queueRender, unrendered, type Scope, type Steps } from './jobs.ts';
import type { Brake } from './parts.ts';
import {
  answerOf,
  customersOf,
  identify,
  type CustomerAnswer,
  type RecordKeeper,
  type Source,
} from './source.ts';

/** Requests of so many customers at a time; the client itself has no more connections. */
const AT_A_TIME = 8;

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
  const done = await fetchedBefore(fetching);
  const inHand = new Set<Promise<void>>();
  for await (const customer of customersOf(source, scope.customers)) {
    if (brake.signal.aborted) break;
    if ('missing' in customer) await noSuchCustomer(fetching, customer.missing);
    else if (!customer.ok) brake.stop({ failures: customer.failures });
    else if (!done.has(identify(customer.value.body).id)) {
      const work = answerOf(source, customer.value, fetching.period).then((answer) =>
        keep(fetching, answer),
      );
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
async function fetchedBefore({ ledger, scope }: Fetching): Promise<ReadonlySet<string>> {
  const [run] = await ledger.query<{ fetched: boolean }>(
    'SELECT fetched FROM platen.run WHERE run = $1',
    [scope.run],
  );
  if (run?.fetched === true || scope.customers !== null) {
    const again = `UPDATE platen.customer SET state = 'planned'
      WHERE run = $1 AND ($2::text[] IS NULL OR customer = ANY ($2::text[]))`;
    await ledger.query(again, [scope.run, scope.customers]);
    if (scope.customers === null)
      await ledger.query('UPDATE platen.run SET fetched = false WHERE run = $1', [scope.run]);
  }
  const rows = await ledger.query<{ customer: string }>(
    "SELECT customer FROM platen.customer WHERE run = $1 AND state = 'fetched'",
    [scope.run],
  );
  return new Set(rows.map(({ customer }) => customer));
}

async function keep(fetching: Fetching, answer: CustomerAnswer): Promise<void> {
  const { ledger, scope, brake, steps, records } = fetching;
  const fatal = answer.failures.filter(isEverybodys);
  if (fatal.length > 0) {
    brake.stop({ failures: fatal });
    return;
  }
  await ledger.transaction((transaction) =>
    recordCustomer(transaction, scope.run, {
      customer: answer.id,
      test: answer.test,
      facts: answer.body,
      invoices: answer.invoices,
      failures: answer.failures,
      records: records.take(),
    }),
  );
  if (steps.render && !brake.signal.aborted) await queueOf(fetching, answer.id);
}

/** The key is wrong, or nobody answers: that is no matter of this customer. */
function isEverybodys({ fault }: FetchFailure): boolean {
  return fault === 'unauthorized' || fault === 'unreachable';
}

async function queueOf({ ledger, scope, steps }: Fetching, customer: string): Promise<void> {
  const { archive, mail, revisions } = steps;
  const keys = await unrendered(ledger, { run: scope.run, customers: [customer] }, archive);
  const jobs = keys.map(({ run, invoice }) => ({ run, invoice, archive, mail, revisions }));
  if (jobs.length > 0) await queueRender(ledger, jobs);
}

async function noSuchCustomer({ ledger, scope }: Fetching, customer: string): Promise<void> {
  const why = failure('fetch', customer, 'Amberflo knows no such customer', {
    expected: 'the id of a customer of this account',
    hint: 'Compare --customer with the customer ids in Amberflo.',
  });
  await ledger.transaction((transaction) =>
    recordCustomer(transaction, scope.run, {
      ...{ customer, test: false, facts: null, invoices: [], records: [] },
      failures: [why],
    }),
  );
}

function broken(error: unknown): Failure {
  const found = error instanceof Error ? error.message : String(error);
  const hint = 'Start the run again when the ledger can be used; it goes on where it stood.';
  return failure('ledger', 'ledger', 'What was fetched could not be recorded', { found, hint });
}

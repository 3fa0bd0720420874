import { join } from 'node:path';
import { writeBytes } from '../deliver/write-file.ts';
import type { Failure } from '../failure.ts';
import type { Amberflo } from '../fetch/amberflo.ts';
import type { Fault, Fetched, FetchedCustomer, FetchedInvoice } from '../fetch/fetched.ts';
import type { Period } from '../fetch/period.ts';
import { customerIdOf, keepCustomers } from './customers-file.ts';
import { EXIT } from './exit-code.ts';
import { fetchedFileName } from './fetched-file-name.ts';
import { uriOf } from './outcome-line.ts';
import { reportAll, say } from './report.ts';
import { seekCustomers } from './seek-customers.ts';

/** What is fetched, and where it is put. */
export interface FetchScope {
  readonly out: string;
  readonly period: Period | null;
  readonly force?: boolean;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** Customers in hand at a time; the client has no more connections. */
const AT_A_TIME = 8;

/** Faults that no other customer would be spared. */
const EVERYBODYS: readonly Fault[] = ['unauthorized', 'unreachable'];

/** What a fetch has in hand. */
interface Course {
  readonly amberflo: Amberflo;
  readonly scope: FetchScope;
  readonly customers: FetchedCustomer[];
  readonly counts: { invoices: number; failures: number };
  stopped: Fault | null;
}

/** Fetch the invoices of these customers, or of all, into files; answers the exit code. */
export async function fetchFiles(
  amberflo: Amberflo,
  ids: readonly string[] | null,
  scope: FetchScope,
): Promise<number> {
  const counts = { invoices: 0, failures: 0 };
  const course: Course = { amberflo, scope, customers: [], counts, stopped: null };
  const inHand = new Set<Promise<void>>();
  for await (const answer of seekCustomers(amberflo, ids)) {
    const customer = take(course, answer);
    if (customer !== null) {
      const work: Promise<void> = fetchCustomer(course, customer).finally(() =>
        inHand.delete(work),
      );
      inHand.add(work);
    }
    if (inHand.size >= AT_A_TIME) await Promise.race(inHand);
    if (course.stopped !== null) break;
  }
  await Promise.all(inHand);
  return finish(course);
}

function finish({ scope, customers, counts, stopped }: Course): number {
  const kept = keepCustomers(scope.out, customers);
  if (!kept.ok) reportAll('error', kept.failures);
  const failures = counts.failures + (kept.ok ? 0 : 1);
  const period = scope.period === null ? '' : ` of ${scope.period.name}`;
  const others = failures === 0 ? '' : `, ${failures} failed`;
  if (scope.quiet !== true)
    say(
      `${counts.invoices} invoices${period}, ${customers.length} customers in ${scope.out}${others}`,
    );
  if (stopped !== null) return stopped === 'unauthorized' ? EXIT.usage : EXIT.unreachable;
  return failures > 0 ? EXIT.someFailed : EXIT.ok;
}

/** What came; a failure is reported, and stops everything if it would be everybody’s. */
function take<T>(course: Course, answer: Fetched<T>): T | null {
  if (course.scope.quiet !== true) reportAll('warning', answer.warnings);
  if (answer.ok) return answer.value;
  course.stopped ??= answer.failures.find(({ fault }) => EVERYBODYS.includes(fault))?.fault ?? null;
  fail(course, answer.failures);
  return null;
}

function fail(course: Course, failures: readonly Failure[]): void {
  course.counts.failures += 1;
  reportAll('error', failures);
}

async function fetchCustomer(course: Course, customer: FetchedCustomer): Promise<void> {
  const { amberflo, scope, customers } = course;
  customers.push(customer);
  const id = customerIdOf(customer.body);
  for await (const answer of amberflo.invoicesOf(id, scope.period)) {
    const invoice = take(course, answer);
    if (invoice !== null) keepInvoice(course, invoice);
    if (course.stopped !== null) return;
  }
}

function keepInvoice(course: Course, { raw, bytes, sha256 }: FetchedInvoice): void {
  const { out, force = false, json } = course.scope;
  const file = join(out, fetchedFileName(raw.body, sha256));
  const written = writeBytes(bytes, file, { force });
  if (!written.ok) return fail(course, written.failures);
  course.counts.invoices += 1;
  if (json === true) {
    const line = { status: 'ok', invoiceUri: uriOf(raw.body), file, bytes: bytes.length, sha256 };
    process.stdout.write(`${JSON.stringify(line)}\n`);
  }
}

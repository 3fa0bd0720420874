import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { CustomerFacts } from '../config/customer-facts.ts';
import { countryNames, readCustomerFacts, type Traits } from '../config/read-customer-facts.ts';
import { writeBytes } from '../deliver/write-file.ts';
import { andThen, failed, failure, success, type Failure, type Outcome } from '../failure.ts';
import { decodeText } from '../fetch/decode-text.ts';
import type { FetchedCustomer } from '../fetch/fetched.ts';
import { parseJson } from '../fetch/parse-json.ts';

/** Name of the file with customers as Amberflo gives them, beside their invoices. */
export const CUSTOMERS_FILE = 'customers.json';

/** The id of a customer that is not checked yet; empty without one. */
export function customerIdOf(body: unknown): string {
  if (typeof body !== 'object' || body === null) return '';
  const { customerId } = body as { readonly customerId?: unknown };
  return typeof customerId === 'string' ? customerId : '';
}

/** Put customers into the folder’s file, one a line in the order of their ids; others that are there stay. */
export function keepCustomers(
  folder: string,
  customers: readonly FetchedCustomer[],
): Outcome<unknown> {
  if (customers.length === 0) return success(null);
  const file = join(folder, CUSTOMERS_FILE);
  const earlier = existsSync(file) ? readCustomers(file) : success([]);
  return andThen(earlier, (there) => {
    const old = there.map((body) => [customerIdOf(body), JSON.stringify(body)] as const);
    const fresh = customers.map(
      ({ body, bytes }) => [customerIdOf(body), Buffer.from(bytes).toString('utf8')] as const,
    );
    const lines = [...new Map([...old, ...fresh])].sort(([a], [b]) => (a < b ? -1 : 1));
    const text = `[\n${lines.map(([, line]) => line).join(',\n')}\n]\n`;
    return writeBytes(Buffer.from(text), file, { force: true });
  });
}

function readCustomers(file: string): Outcome<readonly unknown[]> {
  try {
    const bytes = readFileSync(file);
    return andThen(decodeText(bytes, file), (text) =>
      andThen(parseJson(text, file), (body) =>
        Array.isArray(body) ? success(body as readonly unknown[]) : failed([noList(file)]),
      ),
    );
  } catch (error) {
    return failed([unreadable(file, error)]);
  }
}

/** The files with customers that hold for these files of invoices: the one named, or those beside them. */
export function factsFilesFor(files: readonly string[], named?: string): readonly string[] {
  if (named !== undefined) return [named];
  const folders = new Set(files.filter((file) => file !== '-').map((file) => dirname(file)));
  return [...folders].map((folder) => join(folder, CUSTOMERS_FILE)).filter(existsSync);
}

/** The facts of each customer in these files, a later file winning; what cannot be used is a warning. */
export function readFactsFiles(
  files: readonly string[],
  traits: Traits,
): Outcome<ReadonlyMap<string, CustomerFacts>> {
  const facts = new Map<string, CustomerFacts>();
  if (files.length === 0) return success(facts);
  const warnings: Failure[] = [];
  const failures: Failure[] = [];
  const countries = countryNames();
  for (const file of files) {
    const bodies = readCustomers(file);
    if (!bodies.ok) failures.push(...bodies.failures);
    for (const body of bodies.ok ? bodies.value : []) {
      const read = readCustomerFacts(body, traits, countries);
      warnings.push(...read.warnings);
      if (read.ok) facts.set(read.value.id, read.value);
      else failures.push(...read.failures);
    }
  }
  return failures.length > 0 ? failed(failures, warnings) : success(facts, warnings);
}

function noList(file: string): Failure {
  return failure('config', file, 'The file does not hold customers', {
    expected: 'a list of Amberflo’s customers',
    hint: 'platen fetch writes such a file.',
  });
}

function unreadable(file: string, error: unknown): Failure {
  return failure('config', file, 'The customers cannot be read', {
    expected: 'a readable file',
    found: error instanceof Error ? error.message : String(error),
  });
}

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readFactsFiles } from '../../src/cli/customers-file.ts';
import { fetchFiles } from '../../src/cli/fetch-files.ts';
import { recordKeeper } from '../../src/cli/record-keeper.ts';
import { readConfig } from '../../src/config/read-config.ts';
import { DEMO_ACCOUNT } from '../../src/fake-amberflo/account.ts';
import { MANY_FAULTS, NO_FAULTS, type Faults } from '../../src/fake-amberflo/faults.ts';
import { findCustomer, makeCustomer } from '../../src/fake-amberflo/make-customer.ts';
import { billsOf, makeInvoice } from '../../src/fake-amberflo/make-invoice.ts';
import { serveAmberflo } from '../../src/fake-amberflo/serve-amberflo.ts';
import { createAmberflo } from '../../src/fetch/amberflo.ts';
import { parsePeriod } from '../../src/fetch/period.ts';
import { readInvoices } from '../../src/fetch/read-invoices.ts';
import { renderWhole } from '../render-whole.ts';
import { createPress } from '../../src/press.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'platen-fetch-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

const clock = { now: () => 1_795_000_000_000, random: () => 0, sleep: () => Promise.resolve() };

interface Told {
  readonly code: number;
  readonly out: string;
  readonly faults: number;
}

/** Fetch October 2026 of the make-believe account into a folder of its own. */
async function fetchOctober(
  name: string,
  faults: Faults,
  ids: readonly string[] | null = null,
): Promise<Told> {
  const fake = await serveAmberflo({ faults });
  const out = join(folder, name);
  const period = parsePeriod('2026-10');
  const made = createAmberflo({
    baseUrl: fake.url,
    apiKey: fake.apiKey,
    clock,
    onRecord: recordKeeper(out),
    customerPageSize: 4,
    pageSize: 2,
  });
  if (!made.ok || !period.ok) throw new Error('no client');
  try {
    const scope = { out, period: period.value, quiet: true };
    const code = await fetchFiles(made.value, ids, scope);
    return { code, out, faults: fake.counts.faults };
  } finally {
    await made.value.close();
    await fake.close();
  }
}

const idOf = (index: number) => makeCustomer(DEMO_ACCOUNT, index).id;

const contents = (out: string) =>
  readdirSync(out)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => [file, readFileSync(join(out, file), 'utf8')] as const);

test('on a bad day the same files come as on a good one', async () => {
  const good = await fetchOctober('good', NO_FAULTS);
  const bad = await fetchOctober('bad', MANY_FAULTS);
  expect([good.code, bad.code]).toEqual([0, 0]);
  expect(good.faults).toBe(0);
  expect(bad.faults).toBeGreaterThan(4);
  expect(contents(good.out).length).toBe(26);
  expect(contents(bad.out)).toEqual(contents(good.out));
});

test('what was fetched is what the account holds, with its record', async () => {
  const { out } = await fetchOctober('good', NO_FAULTS);
  const customers = JSON.parse(readFileSync(join(out, 'customers.json'), 'utf8')) as readonly {
    readonly customerId: string;
  }[];
  expect(customers.length).toBe(25);
  const expected = customers
    .map(({ customerId }) => findCustomer(DEMO_ACCOUNT, customerId))
    .flatMap((customer) =>
      customer === null
        ? []
        : billsOf(DEMO_ACCOUNT, customer)
            .filter(({ back }) => back === 1)
            .map((bill) => ({
              ...makeInvoice(DEMO_ACCOUNT, customer, bill),
              paymentStatus: 'unknown',
            })),
    );
  const files = contents(out).filter(([file]) => file !== 'customers.json');
  expect(files.map(([, text]) => text).sort()).toEqual(
    expected.map((one) => JSON.stringify(one)).sort(),
  );
  const records = readFileSync(join(out, 'fetched.jsonl'), 'utf8');
  expect(records).toContain('"fault":null');
  expect(records).not.toContain('make-believe-key');
});

test('customers fetched later join those that are there; an unknown one is a failure', async () => {
  const { out } = await fetchOctober('some', NO_FAULTS, [idOf(0)]);
  const again = await fetchOctober('some', NO_FAULTS, ['nobody', idOf(1)]);
  expect(again.code).toBe(1);
  const facts = readFactsFiles([join(out, 'customers.json')], DEMO_TRAITS);
  expect(facts.ok && [...facts.value.keys()].sort()).toEqual([idOf(0), idOf(1)].sort());
});

const config = readConfig(readFileSync('examples/demo.config.json', 'utf8'), 'demo.config.json');
const DEMO_TRAITS = config.ok ? config.value.fetch.traits : { identifiers: {} };

test('a fetched invoice is rendered with what Amberflo knows of its customer, without a warning', async () => {
  const { out } = await fetchOctober('good', NO_FAULTS);
  const facts = readFactsFiles([join(out, 'customers.json')], DEMO_TRAITS);
  if (!facts.ok || !config.ok) throw new Error('no facts');
  expect(facts.warnings).toEqual([]);
  const customerFacts = (id: string) => facts.value.get(id) ?? null;
  const press = createPress({ config: config.value, brandFolder: 'examples', customerFacts });
  const file = readdirSync(out).find((name) => /^cus-se-\w+-8-/.test(name)) ?? '';
  const read = readInvoices(readFileSync(join(out, file)), file);
  if (!read.ok || read.value[0] === undefined) throw new Error('no invoice');
  const rendered = renderWhole(read.value[0], press);
  if (!rendered.ok) throw new Error(JSON.stringify(rendered.failures));
  expect(rendered.warnings).toEqual([]);
  expect(rendered.value.settings.customer).toMatchObject({
    name: 'Halden Robotics AB',
    kind: 'business',
  });
  expect(rendered.value.settings.locale).toBe('sv-SE');
  expect(rendered.value.pdf.bytes.length).toBeGreaterThan(10_000);
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { fetchInvoices } from '../../src/cli/fetch.ts';
import {
  FAKE_KEY,
  serveAmberflo,
  type FakeAmberflo,
} from '../../src/fake-amberflo/serve-amberflo.ts';

let folder: string;
let fake: FakeAmberflo;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'platen-fetch-'));
  fake = await serveAmberflo();
});

afterAll(async () => {
  await fake.close();
  rmSync(folder, { recursive: true });
});

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

/** Run the command with a configuration; its exit code and what it said. */
async function run(key: string, fetch: object, options: object) {
  const said: string[] = [];
  vi.stubEnv('AMBERFLO_API_KEY', key);
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0);
  const config = join(folder, 'config.json');
  writeFileSync(config, JSON.stringify({ fetch: { baseUrl: fake.url, attempts: 1, ...fetch } }));
  const code = await fetchInvoices({ config, out: join(folder, 'out'), ...options });
  return { code, said: said.join('') };
}

test('all is well: 0', async () => {
  const { code, said } = await run(FAKE_KEY, {}, { all: true, period: '2026-10' });
  expect([code, said]).toEqual([
    0,
    `25 invoices of 2026-10, 25 customers in ${join(folder, 'out')}\n`,
  ]);
});

const ALL = { all: true };

interface Case {
  readonly key?: string;
  readonly fetch?: object;
  readonly options: object;
  readonly words: string;
}

test.each<[name: string, wrong: Case]>([
  ['neither --all nor --customer', { options: {}, words: '--all or --customer' }],
  ['both of them', { options: { ...ALL, customer: ['a'] }, words: '--all or --customer' }],
  ['no period', { options: { ...ALL, period: 'October' }, words: '--period' }],
  ['no key', { key: '', options: ALL, words: 'AMBERFLO_API_KEY' }],
  ['another key', { key: 'other', options: ALL, words: 'does not know the API key' }],
  [
    'http beyond this machine',
    { fetch: { baseUrl: 'http://example.com' }, options: ALL, words: 'https://' },
  ],
  ['an unknown setting', { fetch: { pages: 3 }, options: ALL, words: 'Unknown key' }],
])('%s: 2, and what to do', async (_, { key = FAKE_KEY, fetch = {}, options, words }) => {
  const { code, said } = await run(key, fetch, options);
  expect(code).toBe(2);
  expect(said).toContain(words);
});

test('nobody answers: 3', async () => {
  const { code, said } = await run(FAKE_KEY, { baseUrl: 'http://127.0.0.1:1' }, { all: true });
  expect(code).toBe(3);
  expect(said).toContain('Nothing answers at this address');
});

test('files that are there with other content are not replaced: 1', async () => {
  const other = await serveAmberflo({
    account: {
      seed: 'halcyon',
      customers: 1,
      openMonth: '2026-11',
      history: 0,
      hours: 'none',
      projects: 0,
    },
  });
  const options = { all: true, out: join(folder, 'twice') };
  expect((await run(FAKE_KEY, { baseUrl: other.url }, options)).code).toBe(0);
  const changed = { ...{ baseUrl: other.url }, withPaymentStatus: true };
  const again = await run(FAKE_KEY, changed, options);
  expect(again.code).toBe(1);
  expect(again.said).toContain('--force');
  expect((await run(FAKE_KEY, changed, { ...options, force: true })).code).toBe(0);
  await other.close();
});

import { afterEach, expect, test } from 'vitest';
import { DEMO_ACCOUNT } from '../../src/fake-amberflo/account.ts';
import { faultOf, MANY_FAULTS, type Fault } from '../../src/fake-amberflo/faults.ts';
import { makeCustomer } from '../../src/fake-amberflo/make-customer.ts';
import {
  serveAmberflo,
  type FakeAmberflo,
  type FakeOptions,
} from '../../src/fake-amberflo/serve-amberflo.ts';

let fake: FakeAmberflo | null = null;

afterEach(async () => {
  await fake?.close();
  fake = null;
});

async function serve(options: FakeOptions = {}) {
  fake = await serveAmberflo(options);
  const { url, apiKey } = fake;
  return async (path: string, key = apiKey) => {
    const response = await fetch(url + path, { headers: { 'x-api-key': key } });
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
}

const INVOICES = '/payments/billing/customer-product-invoice';
const id = makeCustomer(DEMO_ACCOUNT, 0).id;

test('it listens on this machine only, and knows its key', async () => {
  const ask = await serve();
  expect(fake?.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(await ask('/customers', 'other')).toMatchObject({
    status: 401,
    text: '{"message":"Unauthorized"}',
  });
  expect((await ask('/nothing')).status).toBe(404);
});

test('customers: all, by page, by id, and nobody', async () => {
  const ask = await serve();
  const all = JSON.parse((await ask('/customers')).text) as readonly object[];
  expect(all.length).toBe(25);
  const last = JSON.parse((await ask('/customers/paging?limit=10&page=3')).text) as object;
  expect(last).toMatchObject({
    items: all.slice(20),
    metadata: { filteredRowCount: 25, totalFilteredPages: 3 },
  });
  expect(JSON.parse((await ask(`/customers/?customerId=${id}`)).text)).toEqual(all[0]);
  expect(JSON.parse((await ask(`/customers/${id}`)).text)).toEqual(all[0]);
  expect((await ask('/customers/?customerId=nobody')).text).toBe('{}');
});

test('invoices: all, by page, one, the latest, and none', async () => {
  const ask = await serve();
  const get = async (query: string) =>
    JSON.parse((await ask(`${INVOICES}${query}`)).text) as unknown;
  const all = (await get(`/all?customerId=${id}`)) as readonly {
    readonly invoiceKey: { readonly productPlanId: string };
  }[];
  expect(all.length).toBe(4);
  expect(await get(`/paginated?customerId=${id}&page=2&limit=3`)).toEqual({
    pageInfo: { pageNumber: 2, pageSize: 3, pageToken: null, totalPages: 2, totalResults: 4 },
    data: all.slice(3),
  });
  const plan = all[0]?.invoiceKey.productPlanId ?? '';
  expect(await get(`?customerId=${id}&productPlanId=${plan}&year=2026&month=10&day=1`)).toEqual(
    all[1],
  );
  expect(await get(`?customerId=${id}&latest=true`)).toEqual(all[0]);
  expect((await ask(`${INVOICES}?customerId=${id}&year=1999&month=1&day=1`)).text).toBe('');
  expect(await get(`/all?customerId=nobody`)).toEqual([]);
});

test('the same seed, the same bytes; another seed, others', async () => {
  const path = `${INVOICES}/all?customerId=${id}`;
  const texts: string[] = [];
  for (const seed of ['halcyon', 'halcyon', 'other']) {
    const account = { ...DEMO_ACCOUNT, seed };
    const ask = await serve({ account });
    texts.push((await ask(path.replace(id, makeCustomer(account, 0).id))).text);
    await fake?.close();
    fake = null;
  }
  expect(texts[0]).toBe(texts[1]);
  expect(texts[0]).not.toBe(texts[2]);
});

test.each<[Fault, object]>([
  ['too-many-requests', { status: 429 }],
  ['gateway-timeout', { status: 504, text: '{"message":"Endpoint request timed out"}' }],
  ['server-error', { status: 500 }],
  ['error-in-body', { status: 200, text: '{"message":"Internal server error"}' }],
  ['html', { status: 200, text: expect.stringContaining('<html>') as string }],
])('%s, and then the answer', async (fault, expected) => {
  const faults = { ...MANY_FAULTS, shares: { [fault]: 1 }, mostInARow: 1, retryAfter: 7 };
  const ask = await serve({ faults });
  const first = await ask('/customers');
  expect(first).toMatchObject(expected);
  expect(first.headers.get('retry-after')).toBe(fault === 'too-many-requests' ? '7' : null);
  expect((await ask('/customers')).status).toBe(200);
  expect(fake?.counts).toEqual({ requests: 2, faults: 1 });
});

test('a cut connection and a text that is no JSON', async () => {
  const faultsOf = (fault: Fault) => ({ ...MANY_FAULTS, shares: { [fault]: 1 }, mostInARow: 1 });
  const cut = await serve({ faults: faultsOf('cut') });
  await expect(cut('/customers')).rejects.toThrow();
  await fake?.close();
  const wrong = await serve({ faults: faultsOf('not-json') });
  const { text } = await wrong('/customers');
  expect(() => JSON.parse(text) as unknown).toThrow();
});

test('about as many requests go wrong as are said to, the same ones each time', () => {
  const paths = Array.from({ length: 3000 }, (_, index) => `/customers/${index}`);
  const wrong = paths.map((path) => faultOf(MANY_FAULTS, path, 0));
  const share = wrong.filter((fault) => fault !== null).length / paths.length;
  expect(Math.abs(share - 0.34)).toBeLessThan(0.04);
  expect(paths.map((path) => faultOf(MANY_FAULTS, path, 0))).toEqual(wrong);
  expect(paths.some((path) => faultOf(MANY_FAULTS, path, 2) !== null)).toBe(false);
});

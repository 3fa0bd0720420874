import { describe, expect, test } from 'vitest';
import { collect, invoice, play, say } from './scripted-server.ts';

const uris = (values: readonly { readonly raw: { readonly body: unknown } }[]) =>
  values.map(({ raw }) => (raw.body as { readonly invoiceUri: string }).invoiceUri);

const query = (url: string | undefined) => new URL(url ?? '', 'http://localhost').searchParams;

/** Pages of customers, as the API gives them. */
function page(url: string | undefined, ids: readonly string[], metadata: object) {
  const [limit, number] = [Number(query(url).get('limit')), Number(query(url).get('page'))];
  const items = ids
    .slice((number - 1) * limit, number * limit)
    .map((customerId) => ({ customerId }));
  return { items, metadata };
}

const IDS = ['a', 'b', 'c', 'd', 'e'];
const SMALL = { customerPageSize: 2 };

describe('customers', () => {
  test.each([
    ['as many as are counted', { totalFilteredPages: 3, filteredRowCount: 5 }, 3],
    ['until an empty one where none are counted', {}, 4],
  ])('come in pages, %s', (_, metadata, requests) =>
    play(
      (_, { url }, response) => say(response, 200, page(url, IDS, metadata)),
      async ({ amberflo, asked }) => {
        const { values, failures } = await collect(amberflo.customers());
        expect(values.map(({ body }) => body)).toEqual(IDS.map((customerId) => ({ customerId })));
        expect(failures).toEqual([]);
        expect(asked.length).toBe(requests);
      },
      SMALL,
    ),
  );

  test('fewer than counted are a failure', () =>
    play(
      (_, { url }, response) =>
        say(response, 200, page(url, IDS, { totalFilteredPages: 3, filteredRowCount: 6 })),
      async ({ amberflo }) => {
        const { values, failures } = await collect(amberflo.customers());
        expect(values.length).toBe(5);
        expect(failures).toMatchObject([{ fault: 'incomplete', found: '5 of 6' }]);
      },
      SMALL,
    ));

  test('the same page for ever is a failure', () =>
    play(
      (_, __, response) => say(response, 200, { items: [{ customerId: 'a' }], metadata: {} }),
      async ({ amberflo, asked }) => {
        const { failures } = await collect(amberflo.customers());
        expect(asked.length).toBe(2);
        expect(failures).toMatchObject([
          { fault: 'incomplete', message: 'The same page came twice', found: 'page 2 as page 1' },
        ]);
      },
      SMALL,
    ));

  test('a page that fails ends the list with its failure', () =>
    play(
      (times, { url }, response) =>
        times === 0
          ? say(response, 200, page(url, IDS, {}))
          : say(response, 400, { errorMessage: 'no such page' }),
      async ({ amberflo }) => {
        const { values, failures } = await collect(amberflo.customers());
        expect(values.length).toBe(2);
        expect(failures).toMatchObject([{ fault: 'refused', found: '400 "no such page"' }]);
      },
      SMALL,
    ));
});

describe('a 504 is answered by a lighter call', () => {
  const ALL = [invoice('a'), invoice('b'), invoice('c')];
  const paginated = (url: string | undefined) => {
    const [limit, number] = [Number(query(url).get('limit')), Number(query(url).get('page'))];
    const data = ALL.slice((number - 1) * limit, number * limit);
    return { pageInfo: { totalPages: Math.ceil(3 / limit), totalResults: 3 }, data };
  };
  const limits = (asked: readonly string[]) => asked.map((url) => query(url).get('limit'));

  test('page by page', () =>
    play(
      (times, { url }, response) =>
        times === 0
          ? say(response, 504, { message: 'Endpoint request timed out' })
          : say(response, 200, paginated(url)),
      async ({ amberflo, asked, slept }) => {
        const { values, failures } = await collect(amberflo.invoicesOf('c', null));
        expect(uris(values)).toEqual(['a', 'b', 'c']);
        expect(values[0]?.raw.path).toBe('data[0]');
        expect(failures).toEqual([]);
        expect(limits(asked)).toEqual([null, '2', '2']);
        expect(slept).toEqual([]);
      },
      { pageSize: 2 },
    ));

  test('one at a time where a page is too heavy, giving nothing twice', () =>
    play(
      (_, { url }, response) =>
        query(url).get('limit') === null ||
        (query(url).get('limit') === '2' && query(url).get('page') === '2')
          ? say(response, 504, { message: 'Endpoint request timed out' })
          : say(response, 200, paginated(url)),
      async ({ amberflo, asked }) => {
        const { values, failures } = await collect(amberflo.invoicesOf('c', null));
        expect(uris(values)).toEqual(['a', 'b', 'c']);
        expect(failures).toEqual([]);
        expect(limits(asked)).toEqual([null, '2', '2', '1', '1', '1']);
      },
      { pageSize: 2 },
    ));

  test('and the failure, where even one is too heavy', () =>
    play(
      (_, __, response) => say(response, 504, { message: 'Endpoint request timed out' }),
      async ({ amberflo, asked }) => {
        const { failures } = await collect(amberflo.invoicesOf('c', null));
        expect(failures).toMatchObject([{ fault: 'time-out', status: 504, retryable: true }]);
        expect(limits(asked)).toEqual([null, '10', '1', '1', '1', '1', '1']);
      },
    ));
});

import { describe, expect, test } from 'vitest';
import { parsePeriod } from '../../src/fetch/period.ts';
import { collect, invoice, KEY, play, say } from './scripted-server.ts';

const uris = (values: readonly { readonly raw: { readonly body: unknown } }[]) =>
  values.map(({ raw }) => (raw.body as { readonly invoiceUri: string }).invoiceUri);

const THREE = [invoice('a'), invoice('b'), invoice('c')];

describe('what is asked', () => {
  test('the key travels in its header, the questions in the query', () =>
    play(
      (_, request, response) => {
        expect(request.headers['x-api-key']).toBe(KEY);
        say(response, 200, []);
      },
      async ({ amberflo, asked }) => {
        await collect(amberflo.invoicesOf('Müller & Söhne', null));
        expect(asked).toEqual([
          '/payments/billing/customer-product-invoice/all?customerId=M%C3%BCller+%26+S%C3%B6hne&productId=1&fromCache=true&withPaymentStatus=false',
        ]);
      },
    ));

  test('one invoice is asked for by its key', () =>
    play(
      (_, __, response) => say(response, 200, invoice('a')),
      async ({ amberflo, asked, url }) => {
        const sought = { customerId: 'c', productPlanId: 'p', year: 2026, month: 10, day: 1 };
        const found = await amberflo.invoice(sought);
        expect(asked).toEqual([
          '/payments/billing/customer-product-invoice?customerId=c&productPlanId=p&year=2026&month=10&day=1&productId=1&fromCache=true&withPaymentStatus=true',
        ]);
        expect(found.ok && found.value?.raw).toEqual({
          body: invoice('a'),
          origin: `${url}${asked[0] ?? ''}`,
          path: '$',
        });
      },
      { withPaymentStatus: true },
    ));

  test('no more requests than eight at a time, however many are wanted', async () => {
    let [answered, most] = [0, 0];
    const open: (() => void)[] = [];
    const answerAll = () => {
      most = Math.max(most, open.length);
      answered += open.length;
      for (const answer of open.splice(0)) answer();
    };
    await play(
      (_, __, response) => {
        open.push(() => say(response, 200, []));
        // Nobody is answered before as many ask as may; a ninth would come in the meantime.
        if (open.length === Math.min(8, 30 - answered)) setTimeout(answerAll, 20);
      },
      async ({ amberflo, asked }) => {
        const customers = Array.from({ length: 30 }, (_, index) => `${index}`);
        await Promise.all(customers.map((id) => collect(amberflo.invoicesOf(id, null))));
        expect(asked.length).toBe(30);
        expect(most).toBe(8);
      },
      { concurrency: 50 },
    );
  });
});

describe('what comes', () => {
  test('invoices with their places and the very bytes', () =>
    play(
      (_, __, response) =>
        say(response, 200, '[ {"invoiceUri":"a","x":1.10} , {"invoiceUri":"b"}]'),
      async ({ amberflo, records }) => {
        const { values } = await collect(amberflo.invoicesOf('c', null));
        expect(values.map(({ bytes }) => Buffer.from(bytes).toString())).toEqual([
          '{"invoiceUri":"a","x":1.10}',
          '{"invoiceUri":"b"}',
        ]);
        expect(values.map(({ raw }) => raw.path)).toEqual(['[0]', '[1]']);
        expect(values[0]?.fetchedAt).toBe('2026-11-22T12:00:00.000Z');
        expect(records).toMatchObject([
          { status: 200, attempts: 1, bytes: 51, elements: 2, fault: null },
        ]);
      },
    ));

  test.each([
    ['nothing', ''],
    ['null', 'null'],
    ['an empty list', '[]'],
    ['an empty object', '{}'],
  ])('%s is no invoices, and no failure', (_, body) =>
    play(
      (_, __, response) => say(response, 200, body),
      async ({ amberflo, asked }) => {
        expect(await collect(amberflo.invoicesOf('c', null))).toEqual({ values: [], failures: [] });
        expect(await amberflo.invoice({ customerId: 'c', latest: true })).toMatchObject({
          ok: true,
          value: null,
        });
        expect(asked.length).toBe(2);
      },
    ),
  );

  test('404 for one customer or invoice is null, too', () =>
    play(
      (_, __, response) => say(response, 404, { message: 'not found' }),
      async ({ amberflo, asked }) => {
        expect(await amberflo.customer('c')).toMatchObject({ ok: true, value: null });
        expect(await amberflo.invoice({ customerId: 'c', latest: true })).toMatchObject({
          value: null,
        });
        expect(asked.length).toBe(2);
      },
    ));

  test('a period takes the invoices that end in it; one without an end is not lost', () =>
    play(
      (_, __, response) =>
        say(response, 200, [
          invoice('november', Date.UTC(2026, 11, 1) / 1000),
          invoice('october'),
          invoice('one second of october', Date.UTC(2026, 9, 1) / 1000 + 1),
          invoice('september', Date.UTC(2026, 9, 1) / 1000),
          { invoiceUri: 'no end' },
        ]),
      async ({ amberflo }) => {
        const october = parsePeriod('2026-10');
        if (!october.ok) throw new Error('no period');
        const { values } = await collect(amberflo.invoicesOf('c', october.value));
        expect(uris(values)).toEqual(['october', 'one second of october', 'no end']);
      },
    ));

  test('a number with more digits than a double keeps is named', () =>
    play(
      (_, __, response) => say(response, 200, '[{"invoiceUri":"a","x":0.12345678901234567890}]'),
      async ({ amberflo }) => {
        for await (const one of amberflo.invoicesOf('c', null))
          expect(one.warnings.map(({ message }) => message)).toEqual([
            'A number has more digits than a double keeps',
          ]);
      },
    ));
});

describe('trying again', () => {
  test('waits that double, with jitter, and then the failure', () =>
    play(
      (_, __, response) => say(response, 500, { errorMessage: 'down' }),
      async ({ amberflo, asked, slept, records }) => {
        const { failures } = await collect(amberflo.invoicesOf('c', null));
        expect(asked.length).toBe(5);
        expect(slept).toEqual([500, 1000, 2000, 4000]);
        expect(failures).toMatchObject([
          { fault: 'server', status: 500, retryable: true, found: '500 "down"' },
        ]);
        expect(records).toMatchObject([
          { attempts: 5, status: 500, fault: 'server', sha256: null },
        ]);
      },
    ));

  test('Retry-After in seconds, as a date, and one that is too long', async () => {
    const after = ['3', 'Sun, 22 Nov 2026 12:00:07 GMT'];
    await play(
      (times, _, response) =>
        times < 2
          ? say(response, 429, {}, { 'retry-after': after[times] })
          : say(response, 200, THREE),
      async ({ amberflo, slept }) => {
        expect(uris((await collect(amberflo.invoicesOf('c', null))).values)).toEqual([
          'a',
          'b',
          'c',
        ]);
        expect(slept).toEqual([3250, 7250]);
      },
    );
    await play(
      (_, __, response) => say(response, 429, {}, { 'retry-after': '3600' }),
      async ({ amberflo, asked }) => {
        const { failures } = await collect(amberflo.invoicesOf('c', null));
        expect(asked.length).toBe(1);
        expect(failures).toMatchObject([{ fault: 'rate-limited', retryable: true }]);
      },
    );
  });

  test('an answer cut in its middle is asked for again; nothing is given twice', () =>
    play(
      (times, _, response) => {
        const body = JSON.stringify(THREE);
        if (times > 1) return say(response, 200, body);
        response.writeHead(200, times === 0 ? { 'content-length': body.length } : {});
        response.write(body.slice(0, 600), () => setTimeout(() => response.destroy(), 20));
      },
      async ({ amberflo, records }) => {
        const { values, failures } = await collect(amberflo.invoicesOf('c', null));
        expect(uris(values)).toEqual(['a', 'b', 'c']);
        expect(failures).toEqual([]);
        expect(records).toMatchObject([{ attempts: 3, elements: 3, fault: null }]);
      },
    ));

  test.each([
    ['HTML', '<html><h1>Welcome to the hotel</h1></html>', 'The text is not JSON (status 200)'],
    [
      'JSON that ends too early',
      '[{"invoiceUri":"a"},{"inv',
      'The JSON ends too early (status 200)',
    ],
    [
      'an error',
      '{"message":"Internal server error"}',
      'Amberflo answered with an error instead of what was asked for',
    ],
    ['a number', '17', 'Amberflo answered with an error instead of what was asked for'],
    [
      'an object of its own',
      '{"invoices":7}',
      'Amberflo answered with an error instead of what was asked for',
    ],
  ])('%s with status 200 is a failure', (_, body, message) =>
    play(
      (_, __, response) => say(response, 200, body),
      async ({ amberflo, asked }) => {
        const { failures } = await collect(amberflo.invoicesOf('c', null));
        expect(asked.length).toBe(5);
        expect(failures).toMatchObject([{ fault: 'wrong-body', status: 200, message }]);
      },
    ),
  );

  test.each([
    ['401', 401, { message: 'Unauthorized' }],
    ['403', 403, 'Forbidden'],
    ['200 with the same words', 200, { message: 'Unauthorized' }],
  ])('%s is not asked again, and says which key and how to set it', (_, status, body) =>
    play(
      (_, __, response) => say(response, status, body),
      async ({ amberflo, asked }) => {
        const { failures } = await collect(amberflo.customers());
        expect(asked.length).toBe(1);
        expect(failures).toMatchObject([{ fault: 'unauthorized', retryable: false }]);
        expect(failures[0]?.hint).toContain('AMBERFLO_API_KEY');
      },
    ),
  );

  test('a redirect is not followed', () =>
    play(
      (_, __, response) => say(response, 302, '', { location: 'https://evil.example/?q=1' }),
      async ({ amberflo, asked }) => {
        const { failures } = await collect(amberflo.customers());
        expect(asked.length).toBe(1);
        expect(failures).toMatchObject([
          { fault: 'redirect', found: 'a redirect to evil.example' },
        ]);
      },
    ));
});

describe('time-outs', () => {
  const timeouts = { headers: 80, body: 80 };

  test('no answer', () =>
    play(
      () => undefined,
      async ({ amberflo }) => {
        const found = await amberflo.customer('c');
        expect(found).toMatchObject({
          ok: false,
          failures: [{ fault: 'time-out', message: 'No answer came in time', status: null }],
        });
      },
      { timeouts, attempts: 2 },
    ));

  test('an answer that stops coming', () =>
    play(
      (_, __, response) => {
        response.writeHead(200);
        response.write('{"customerId":');
      },
      async ({ amberflo }) => {
        const found = await amberflo.customer('c');
        expect(found).toMatchObject({
          ok: false,
          failures: [{ fault: 'time-out', message: 'The answer stopped coming' }],
        });
      },
      { timeouts, attempts: 1 },
    ));

  test('an answer that never ends', () =>
    play(
      (_, __, response) => {
        response.writeHead(200);
        const drip = setInterval(() => response.write(' '), 20);
        response.on('close', () => clearInterval(drip));
      },
      async ({ amberflo }) => {
        const found = await amberflo.customer('c');
        expect(found).toMatchObject({
          ok: false,
          failures: [{ fault: 'time-out', message: 'The answer took too long as a whole' }],
        });
      },
      { timeouts: { total: 200 }, attempts: 1 },
    ));

  test('nobody there', () =>
    play(
      () => undefined,
      async ({ amberflo }) => {
        const found = await amberflo.customer('c');
        expect(found).toMatchObject({ ok: false, failures: [{ fault: 'unreachable' }] });
      },
      { baseUrl: 'http://127.0.0.1:1', attempts: 1 },
    ));
});

import { expect, test } from 'vitest';
import { DEMO_ACCOUNT } from '../../src/fake-amberflo/account.ts';
import { makeCustomer } from '../../src/fake-amberflo/make-customer.ts';
import { billsOf, makeInvoice } from '../../src/fake-amberflo/make-invoice.ts';
import { readInvoices } from '../../src/fetch/read-invoices.ts';
import { streamInvoices } from '../../src/fetch/stream-invoices.ts';

const CHUNK = 64 * 1024;

/** A hundred invoices as one text, over and over, in chunks that do not care where an invoice ends. */
function sample(): Buffer {
  const texts = Array.from({ length: 25 }, (_, index) => makeCustomer(DEMO_ACCOUNT, index)).flatMap(
    (customer) =>
      billsOf(DEMO_ACCOUNT, customer).map((bill) =>
        JSON.stringify(makeInvoice(DEMO_ACCOUNT, customer, bill)),
      ),
  );
  return Buffer.from(texts.join(','));
}

async function* listOf(text: Buffer, times: number, sent: { bytes: number }) {
  const parts = [Buffer.from('['), ...Array.from({ length: times }, () => text), Buffer.from(']')];
  for (const [index, part] of parts.entries()) {
    const whole = index > 1 && index <= times ? Buffer.concat([Buffer.from(','), part]) : part;
    for (let at = 0; at < whole.length; at += CHUNK) {
      sent.bytes += Math.min(CHUNK, whole.length - at);
      yield whole.subarray(at, at + CHUNK);
    }
  }
}

async function run(megabytes: number) {
  const text = sample();
  const longest = 500_000;
  const sent = { bytes: 0 };
  let [count, read, ahead, most] = [0, 0, 0, 0];
  const times = Math.ceil((megabytes * 1e6) / text.length);
  const before = process.memoryUsage.rss();
  for await (const one of streamInvoices(listOf(text, times, sent), 'big')) {
    if (!one.ok) throw new Error(JSON.stringify(one.failures));
    for (const { body } of one.value) {
      count += 1;
      if (count <= 200) read += JSON.stringify(body).length;
      if (count === 200) ahead = sent.bytes - read;
    }
    if (count % 500 === 0) most = Math.max(most, process.memoryUsage.rss() - before);
  }
  const perText = readInvoices(Buffer.concat([Buffer.from('['), text, Buffer.from(']')]), 'one');
  const each = perText.ok ? perText.value.length : 0;
  expect(count).toBe(times * each);
  expect(sent.bytes).toBeGreaterThan(megabytes * 1e6);
  expect(ahead).toBeLessThan(longest);
  return most;
}

test('of 50 MB, each invoice is there as soon as it came', async () => {
  await run(50);
});

test('the numbers of a streamed text are those of a read one', async () => {
  const text = Buffer.from('[{"a":0.1,"b":829.60943411855810,"c":1e-7,"d":12345678901234567890}]');
  const read = readInvoices(text, 'one');
  const streamed = [];
  for await (const one of streamInvoices(listOf(text.subarray(1, -1), 1, { bytes: 0 }), 'one'))
    if (one.ok) streamed.push(...one.value);
  expect(streamed).toEqual(read.ok && read.value);
});

test.runIf(process.env['PLATEN_NIGHTLY'] === '1')(
  '540 MB take less than 170 MB above what the process had',
  { timeout: 300_000 },
  async () => {
    expect(await run(540)).toBeLessThan(170e6);
  },
);

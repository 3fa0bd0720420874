import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Archive } from '../../src/archive/archive.ts';
import { failure } from '../../src/failure.ts';
import { issueNumber } from '../../src/ledger/issue-number.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import type { InvoiceRow } from '../../src/ledger/rows.ts';
import { openRenderPool } from '../../src/run/render-pool.ts';
import { SKIP, type RenderTask } from '../../src/run/task.ts';
import { accountOf, customerFor, failingSource, invoiceFor } from './account.ts';
import { exceptionsOf, outcomesOf, roomOf, run, testLedger, type WholeReport } from './room.ts';

let ledger: Ledger;
beforeAll(async () => {
  ledger = await testLedger();
});
afterAll(() => ledger.close());

/** One ledger serves all tests: opening one takes seconds, emptying it none. */
async function empty(): Promise<Ledger> {
  await ledger.query(
    'TRUNCATE platen.run, platen.body, platen.suppression, platen.sequence CASCADE',
  );
  return ledger;
}

const states = ({ invoices }: WholeReport) => invoices.map(({ state }) => state);
const mails = ({ invoices }: WholeReport) => invoices.flatMap(({ mails: all }) => all);

test('every invoice is archived and mailed once, and a second start changes nothing', async () => {
  const room = await roomOf(await empty());
  const { source } = accountOf(5);
  const first = await run(room, source);
  expect(exceptionsOf(first)).toEqual([]);
  expect(outcomesOf(first)).toEqual([
    { outcome: 'invoice archived', count: 5 },
    { outcome: 'mail sent', count: 5 },
  ]);
  const second = await run(room, source);
  expect(second).toEqual(first);
  expect(room.puts).toHaveLength(5);
  expect(room.accepted).toHaveLength(5);
  const [invoice] = first.invoices;
  const stored = await room.archive.read(invoice?.archiveKey ?? '');
  expect(stored.kind).toBe('found');
});

test('rules leave invoices and mails out, each by name', async () => {
  const room = await roomOf(await empty(), { config: { mail: { testCustomers: ['c005'] } } });
  const { customers, invoices, source } = accountOf(7);
  customers[0] = customerFor('c001', { customerEmail: '' });
  customers[1] = customerFor('c002', { test: true });
  invoices.set('c003', [invoiceFor('c003', { invoicePriceStatus: 'open' })]);
  invoices.set('c004', [free('c004')]);
  await ledger.query("INSERT INTO platen.suppression VALUES ('c006@example.com', 'bounced')");
  const report = await run(room, source);
  const reasons = exceptionsOf(report).map(({ kind, reason }) => [kind, reason]);
  expect(reasons).toEqual([
    ['skipped', `not mailed: ${SKIP.noAddress}`],
    ['skipped', SKIP.test],
    ['skipped', SKIP.draft],
    ['skipped', `not mailed: ${SKIP.zero}`],
    ['skipped', `not mailed: ${SKIP.testMail}`],
    ['skipped', `not mailed: ${SKIP.suppressed}: bounced`],
  ]);
  expect(room.accepted.map(({ recipient }) => recipient)).toEqual(['c007@example.com']);
  expect(room.puts).toHaveLength(5);

  customers[0] = customerFor('c001');
  invoices.set('c003', [invoiceFor('c003')]);
  const later = await run(room, source);
  expect(room.accepted.map(({ recipient }) => recipient).sort()).toEqual([
    'c001@example.com',
    'c003@example.com',
    'c007@example.com',
  ]);
  expect(states(later).filter((state) => state === 'archived')).toHaveLength(6);
});

/** An invoice whose every amount is 0. */
function free(customer: string) {
  const named = /^(?:year|month|day|intervalsCount)$/;
  const zero = (key: string, value: unknown) =>
    typeof value === 'number' && value < 1e6 && !named.test(key) ? 0 : value;
  return JSON.parse(JSON.stringify(invoiceFor(customer), zero)) as Record<string, unknown>;
}

test('a corrected invoice is a revision beside the old one, and is mailed only when asked', async () => {
  const room = await roomOf(await empty());
  const { invoices, source } = accountOf(2);
  const first = await run(room, source);
  invoices.set('c001', [invoiceFor('c001', { paymentStatus: 'settled' })]);
  expect(await run(room, source)).toEqual(first);

  invoices.set('c001', [invoiceFor('c001', { planName: 'Corrected plan' })]);
  const second = await run(room, source);
  const [old, corrected] = second.invoices;
  expect([old, second.invoices[2]]).toEqual(first.invoices);
  expect(corrected).toMatchObject({ revision: 2, state: 'archived' });
  expect(corrected?.archiveKey).not.toBe(old?.archiveKey);
  expect(corrected?.document?.number).toBe(`${old?.document?.number}-R2`);
  expect(corrected?.mails).toMatchObject([{ state: 'skipped', reason: SKIP.revision }]);
  expect(room.accepted).toHaveLength(2);

  const third = await run(room, source, { resendRevisions: true });
  expect(mails(third).map(({ state }) => state)).toEqual(['sent', 'sent', 'sent']);
  expect(room.accepted).toHaveLength(3);
});

test('one bad invoice fails by name, and is tried again when it was mended', async () => {
  const room = await roomOf(await empty());
  const { invoices, source } = accountOf(3);
  invoices.set('c002', [invoiceFor('c002', { totalBill: null })]);
  const broken = await run(room, source);
  expect(states(broken)).toEqual(['archived', 'failed', 'archived']);
  expect(exceptionsOf(broken)[0]?.reason).toContain('totalBill');
  invoices.set('c002', [invoiceFor('c002')]);
  expect(states(await run(room, source))).toEqual(['archived', 'archived', 'archived']);
  expect(room.puts).toHaveLength(3);
});

test('the mail server puts off, refuses and breaks off: each is told apart', async () => {
  const seen = new Map<string, number>();
  const room = await roomOf(await empty(), {
    send: ({ recipient }) => {
      const attempt = (seen.get(recipient) ?? 0) + 1;
      seen.set(recipient, attempt);
      if (recipient.startsWith('c001') && attempt < 3)
        return { kind: 'deferred', code: 451, response: '451 later' };
      if (recipient.startsWith('c002'))
        return { kind: 'failed', code: 550, response: '550 no such user' };
      if (recipient.startsWith('c003') && attempt === 1)
        return { kind: 'uncertain', reason: 'cut after the message' };
      return { kind: 'sent', response: '250 ok' };
    },
  });
  const report = await run(room, accountOf(4).source);
  expect(
    mails(report).map(({ state, attempts, maybeTwice }) => [state, attempts, maybeTwice]),
  ).toEqual([
    ['sent', 3, false],
    ['failed', 1, false],
    ['sent', 2, true],
    ['sent', 1, false],
  ]);
  const twice = room.accepted.filter(({ recipient }) => recipient.startsWith('c003'));
  expect(new Set(twice.map(({ messageId, sha256 }) => messageId + sha256)).size).toBe(1);
  expect(exceptionsOf(report).map(({ kind }) => kind)).toEqual(['failed', 'note']);
});

test('mails keep the rate', async () => {
  const times: number[] = [];
  const room = await roomOf(await empty(), {
    rules: { perSecond: 5 },
    send: () => {
      times.push(performance.now());
      return { kind: 'sent', response: '250 ok' };
    },
  });
  await run(room, accountOf(4).source);
  expect(times).toHaveLength(4);
  expect((times[3] ?? 0) - (times[0] ?? 0)).toBeGreaterThan(400);
});

test('what a server may have is held where the rule says so', async () => {
  const room = await roomOf(await empty(), {
    rules: { uncertain: 'hold' },
    send: () => ({ kind: 'uncertain', reason: 'cut after the message' }),
  });
  const { source } = accountOf(1);
  await run(room, source);
  const report = await run(room, source);
  expect(mails(report)).toMatchObject([{ state: 'uncertain', attempts: 1, maybeTwice: true }]);
  expect(room.accepted).toHaveLength(1);
});

test.each(['unauthorized', 'unreachable'] as const)(
  '%s stops the run and says so',
  async (fault) => {
    const room = await roomOf(await empty());
    const report = await run(room, failingSource(fault));
    expect(report.trouble).toMatchObject([{ stage: 'fetch', fault }]);
    expect(room.puts).toHaveLength(0);
    const { source } = accountOf(1);
    expect(states(await run(room, source))).toEqual(['archived']);
  },
);

test('a run without its archive or mail server stops, and goes on when they are back', async () => {
  const { source } = accountOf(3);
  const why = failure('archive', 'archive', 'The archive is out of reach', { hint: 'Mend it.' });
  const down = await roomOf(await empty());
  const archive: Archive = {
    ...down.archive,
    put: async () => ({ kind: 'unreachable', failure: why }),
  };
  const noArchive = await run({ ...down, parts: { ...down.parts, archive } }, source);
  expect(noArchive.trouble).toEqual([why]);
  expect(new Set(states(noArchive)).has('archived')).toBe(false);
  expect(new Set(states(noArchive)).has('failed')).toBe(false);

  const noMail = await roomOf(ledger, {
    archive: down.archive,
    send: () => ({ kind: 'unreachable', failure: why }),
  });
  const stopped = await run(noMail, source);
  expect(stopped.trouble).toEqual([why]);
  const back = await run(await roomOf(ledger, { archive: down.archive }), source);
  expect(exceptionsOf(back)).toEqual([]);
  expect(mails(back).map(({ state, maybeTwice }) => [state, maybeTwice])).toEqual(
    Array.from({ length: 3 }, () => ['sent', false]),
  );
});

test('other bytes in the archive are a conflict of that invoice; nothing is overwritten', async () => {
  const room = await roomOf(await empty());
  const { source } = accountOf(2);
  const first = await run(room, source, { mail: false });
  await ledger.query('TRUNCATE platen.run, platen.body CASCADE');
  const changed = await roomOf(ledger, {
    archive: room.archive,
    config: { archive: {}, customers: { c001: { name: 'Another name' } } },
  });
  const second = await run(changed, source);
  expect(states(second)).toEqual(['failed', 'archived']);
  const kept = await room.archive.read(first.invoices[0]?.archiveKey ?? '');
  const bytes = kept.kind === 'found' ? kept.bytes : new Uint8Array();
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(first.invoices[0]?.sha256);
});

test('a renderer that breaks down fails the invoice in its hand by name, not the run', async () => {
  const room = await roomOf(await empty());
  const { render } = room.parts.renderer;
  const renderer = {
    ...room.parts.renderer,
    render: async (task: RenderTask) => {
      if (task.customer === 'c002') throw new Error('out of memory');
      return render(task);
    },
  };
  const report = await run({ ...room, parts: { ...room.parts, renderer } }, accountOf(3).source);
  expect(states(report)).toEqual(['archived', 'failed', 'archived']);
  expect(exceptionsOf(report)[0]?.reason).toContain('out of memory');
});

test('an invoice that was in hand whenever a process ended is done alone, and given up after six attempts', async () => {
  const room = await roomOf(await empty());
  const { source } = accountOf(5);
  const { render } = room.parts.renderer;
  const beside: string[] = [];
  const inHand = new Set<string>();
  const renderer = {
    ...room.parts.renderer,
    render: async (task: RenderTask) => {
      inHand.add(task.customer);
      await new Promise((done) => setTimeout(done, 20));
      if (inHand.has('c002')) beside.push(...inHand);
      const answer = await render(task);
      inHand.delete(task.customer);
      return answer;
    },
  };
  const watched = { ...room, parts: { ...room.parts, renderer } };
  await run(room, source, { render: false, archive: false, mail: false });
  const attempted = 'UPDATE platen.invoice SET attempts = $1 WHERE customer = $2';
  await ledger.query(attempted, [3, 'c002']);
  await ledger.query(attempted, [6, 'c004']);
  const report = await run(watched, source);
  expect(states(report)).toEqual(['archived', 'archived', 'archived', 'failed', 'archived']);
  expect(exceptionsOf(report)[0]?.reason).toContain('6 attempts without one');
  expect(beside).toEqual(['c002']);
});

test('an invoice that takes all memory fails by name, and the run goes on', async () => {
  const room = await roomOf(await empty());
  const { invoices, source } = accountOf(3);
  const extra = Array.from({ length: 3_000_000 }, () => ({}));
  invoices.set('c002', [invoiceFor('c002', { extra })]);
  const worker = pathToFileURL(resolve('dist/render-worker.js'));
  const renderer = openRenderPool({}, { processes: 1, memory: 128, seconds: 600, worker });
  const report = await run({ ...room, parts: { ...room.parts, renderer } }, source);
  await renderer.close();
  expect(states(report)).toEqual(['archived', 'failed', 'archived']);
  const [failed] = report.invoices[1]?.failures ?? [];
  expect(failed).toMatchObject({ place: report.invoices[1]?.invoiceUri });
  expect(failed?.found).toContain('heap');
});

const SEQUENCE = { config: { number: { pattern: 'INV-{year}-{sequence:4}' } } };

const numbersOf = ({ invoices }: WholeReport) =>
  invoices.map(({ state, document }) => (state === 'archived' ? document?.number : state));

test('a sequence has no gaps, whatever fails or is left out, and each invoice keeps its number', async () => {
  const room = await roomOf(await empty(), SEQUENCE);
  const { customers, invoices, source } = accountOf(9);
  customers[1] = customerFor('c002', { test: true });
  invoices.set('c003', [invoiceFor('c003', { invoicePriceStatus: 'open' })]);
  invoices.set('c005', [invoiceFor('c005', { totalBill: null })]);
  const first = await run(room, source);
  const archived = numbersOf(first).filter((number) => number?.startsWith('INV'));
  expect(archived.sort()).toEqual([1, 2, 3, 4, 5, 6].map((value) => `INV-2025-000${value}`));
  expect(first.invoices.filter(({ issued }) => issued !== null)).toHaveLength(6);

  invoices.set('c003', [invoiceFor('c003')]);
  invoices.set('c004', [invoiceFor('c004', { planName: 'Corrected plan' })]);
  const second = await run(room, source);
  expect(numbersOf(second)[2]).toBe('INV-2025-0007');
  const [old, corrected] = second.invoices.filter(({ customer }) => customer === 'c004');
  expect(corrected?.document?.number).toBe(`${old?.document?.number}-R2`);
  const { place } = (await issued('INV-2025-#'))[0] ?? {};
  expect(place).toBe(7);
});

async function issued(series: string) {
  const last = 'SELECT last AS place FROM platen.sequence WHERE name = $1';
  return ledger.query<{ place: number }>(last, [series]);
}

test('a number that was given out is kept for the invoice that did not get to be archived with it', async () => {
  const room = await roomOf(await empty(), SEQUENCE);
  const { render } = room.parts.renderer;
  const renderer = {
    ...room.parts.renderer,
    render: async (task: RenderTask) => {
      if (task.customer === 'c001' && task.sequence !== 'open') throw new Error('out of memory');
      return render(task);
    },
  };
  const { source } = accountOf(1);
  const report = await run({ ...room, parts: { ...room.parts, renderer } }, source);
  expect(states(report)).toEqual(['failed']);
  expect(exceptionsOf(report)[1]).toMatchObject({
    kind: 'note',
    reason: 'number 1 of INV-2025-# is kept for it',
  });
  const other = await roomOf(ledger, { config: { number: { pattern: 'OTHER-{sequence}' } } });
  expect(exceptionsOf(await run(other, source))[0]?.reason).toContain('another series');
  const later = accountOf(3);
  const numbers = numbersOf(await run(room, later.source));
  expect(numbers[0]).toBe('INV-2025-0001');
  expect(numbers.sort()).toEqual(['INV-2025-0001', 'INV-2025-0002', 'INV-2025-0003']);
});

test('two who render an invoice at once are given one number', async () => {
  const { source } = accountOf(1);
  const room = await roomOf(await empty(), SEQUENCE);
  const none = { render: false, archive: false, mail: false };
  const [fetched] = (await run(room, source, none)).invoices;
  const [row] = await ledger.query<InvoiceRow>('SELECT * FROM platen.invoice');
  if (row === undefined) throw new Error(`${fetched?.invoiceUri} is not there`);
  const both = await Promise.all([1, 2].map(() => issueNumber(ledger, row, 'INV-2025-#')));
  expect(both).toEqual([1, 1]);
  expect(await issueNumber(ledger, { ...row, body: 'another' }, 'INV-2025-#')).toBeNull();
});

test('a clock that jumps back and forth changes nothing', async () => {
  const room = await roomOf(await empty());
  const YEAR = 365 * 24 * 3600 * 1000;
  const real = Date.now;
  let calls = 0;
  Date.now = () => real() + ((calls += 1) % 2 === 0 ? YEAR : -YEAR);
  try {
    const report = await run(room, accountOf(3).source);
    expect(exceptionsOf(report)).toEqual([]);
    expect(room.accepted).toHaveLength(3);
  } finally {
    Date.now = real;
  }
});

test('steps are taken one by one', async () => {
  const room = await roomOf(await empty());
  const { source } = accountOf(2);
  const none = { fetch: false, render: false, archive: false, mail: false };
  expect(states(await run(room, source, { ...none, fetch: true }))).toEqual(['fetched', 'fetched']);
  expect(states(await run(room, source, { ...none, render: true }))).toEqual([
    'rendered',
    'rendered',
  ]);
  expect(room.puts).toHaveLength(0);
  const archived = await run(room, source, { ...none, render: true, archive: true });
  expect(mails(archived).map(({ state }) => state)).toEqual(['planned', 'planned']);
  const mailed = await run(room, source, { ...none, mail: true });
  expect(mails(mailed).map(({ state }) => state)).toEqual(['sent', 'sent']);
});

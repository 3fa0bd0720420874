import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { SKIP } from '../../src/run/task.ts';
import { exceptionsOf, outcomesOf, type RunReport } from '../../src/run/report.ts';
import { accountOf, customerFor, failingSource, invoiceFor } from './account.ts';
import { roomOf, run, testLedger } from './room.ts';

let ledger: Ledger;
beforeAll(async () => {
  ledger = await testLedger();
});
afterAll(() => ledger.close());

/** One ledger serves all tests: opening one takes seconds, emptying it none. */
async function empty(): Promise<Ledger> {
  await ledger.query('TRUNCATE platen.run, platen.body, platen.suppression CASCADE');
  return ledger;
}

const states = ({ invoices }: RunReport) => invoices.map(({ state }) => state);
const mails = ({ invoices }: RunReport) => invoices.flatMap(({ mails: all }) => all);

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

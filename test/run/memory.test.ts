import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Archive } from '../../src/archive/archive.ts';
import { came } from '../../src/fetch/fetched.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import type { Parts } from '../../src/run/parts.ts';
import type { Source } from '../../src/run/source.ts';
import type { RenderTask } from '../../src/run/task.ts';
import { accountOf, accountWith, customerFor } from './account.ts';
import { roomOf, run, testLedger } from './room.ts';

/** Invoices in the gate. `npm run test:run` says 3000. */
const COUNT = Number(process.env['PLATEN_RUN_SIZE'] ?? 800);
const EVERY = COUNT / 8;
/** A kilobyte or two of each invoice is held: names of customers, jobs. */
const MOST_MEBIBYTES = (COUNT / 2) * 0.005;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

let ledger: Ledger;
beforeAll(async () => {
  ledger = await testLedger();
});
afterAll(() => ledger.close());

/** An account whose customers are made when they are asked for, so that it takes no memory itself. */
const source: Source = {
  async *customers() {
    for (let index = 0; index < COUNT; index += 1) {
      const body = customerFor(`c${index}`);
      yield came({ body, bytes: new Uint8Array(), sha256: '', fetchedAt: '2025-10-01T00:00:00Z' });
    }
  },
  customer: async () => came(null),
  invoicesOf: (id, period) => accountWith([id]).source.invoicesOf(id, period),
};

/** Everything but rendering, whose memory is that of other processes: each invoice gets the pages of the first. */
async function partsThatKeepNothing(onPut: () => void): Promise<Parts> {
  const { parts } = await roomOf(ledger);
  const first = await parts.renderer.render(await taskOfOne());
  if (first.kind !== 'rendered') throw new Error(JSON.stringify(first));
  const archive: Archive = {
    ...parts.archive,
    put: async () => {
      onPut();
      return { kind: 'stored', already: false, facts: FACTS };
    },
    read: async () => ({ kind: 'found', bytes: first.pdf }),
  };
  const render = async ({ customer }: RenderTask) => {
    const facts = { ...first.facts, number: customer };
    return { ...first, pdf: Uint8Array.from(first.pdf), facts };
  };
  const renderer = { ...parts.renderer, render };
  const send = async () => ({ kind: 'sent', response: '250 ok' }) as const;
  return { ...parts, archive, renderer, transport: { ...parts.transport, send } };
}

const FACTS = {
  ...{ key: '', size: 0, sha256: null, version: null },
  ...{ retention: null, protection: '', exposed: false },
};

async function taskOfOne(): Promise<RenderTask> {
  const [first] = accountOf(1).invoices.get('c001') ?? [];
  const gzip = gzipSync(JSON.stringify(first));
  const about = { origin: 'c001', customer: 'c001', customerFacts: customerFor('c001') };
  return { gzip, ...about, revision: 1, replaces: null, sequence: 'open' };
}

test(`what a run holds in memory does not grow with its ${COUNT} invoices`, async () => {
  const alive: number[] = [];
  let count = 0;
  const parts = await partsThatKeepNothing(() => {
    count += 1;
    if (count % EVERY !== 0) return;
    collect();
    alive.push(process.memoryUsage().heapUsed / 1024 / 1024);
  });
  const room = { ...(await roomOf(ledger)), parts };
  const report = await run(room, source);
  expect(report.invoices.filter(({ state }) => state === 'archived')).toHaveLength(COUNT);
  expect(report.invoices.flatMap(({ mails }) => mails).map(({ state }) => state)).toEqual(
    Array.from({ length: COUNT }, () => 'sent'),
  );
  const [second, last] = [alive.slice(2, 4), alive.slice(-2)].map((quarter) =>
    Math.max(...quarter),
  );
  expect((last ?? 0) - (second ?? 0)).toBeLessThan(MOST_MEBIBYTES);
}, 900_000);

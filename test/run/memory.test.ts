import { existsSync, mkdtempSync, readFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openFolderArchive } from '../../src/archive/folder-archive.ts';
import { machineClock } from '../../src/cli/open-amberflo.ts';
import { DEMO_ACCOUNT } from '../../src/fake-amberflo/account.ts';
import { serveAmberflo, type FakeAmberflo } from '../../src/fake-amberflo/serve-amberflo.ts';
import { createAmberflo } from '../../src/fetch/amberflo.ts';
import { parsePeriod } from '../../src/fetch/period.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import type { Parts } from '../../src/run/parts.ts';
import { openRenderPool } from '../../src/run/render-pool.ts';
import { roomOf, run, testLedger } from './room.ts';

/** Customers in the gate, with an invoice each; `npm run test:run` says 3000, and any number may be asked for. */
const COUNT = Number(process.env['PLATEN_RUN_SIZE'] ?? 2000);
const EVERY = Math.floor(COUNT / 64);
/** Half a kilobyte of each invoice between the second quarter and the last would show; a run keeps nothing of them. */
const MOST_GROWTH = 1 + (COUNT / 2) * 0.0005;
/** A rendering process has all of its fonts and caches by the second quarter. */
const MOST_RENDERING_GROWTH = 48;
const MEBIBYTE = 1024 * 1024;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

let ledger: Ledger;
let fake: FakeAmberflo;
let parts: Parts;
beforeAll(async () => {
  ledger = await testLedger();
  const account = { ...DEMO_ACCOUNT, customers: COUNT, hours: 'none', projects: 0 } as const;
  fake = await serveAmberflo({ account });
  const room = await roomOf(ledger, { rules: { parallel: 48 } });
  const worker = pathToFileURL(resolve('dist/render-worker.js'));
  const renderer = openRenderPool({}, { processes: 2, memory: 512, seconds: 120, worker });
  const send = async () => ({ kind: 'sent', response: '250 ok' }) as const;
  const archive = await openFolderArchive(mkdtempSync(join(tmpdir(), 'platen-memory-')));
  parts = { ...room.parts, archive, renderer, transport: { ...room.parts.transport, send } };
});
afterAll(() => Promise.all([ledger.close(), fake.close(), parts.renderer.close()]));

/** What is alive here and what the largest rendering process takes, in MiB, again and again. */
interface Sample {
  readonly alive: number;
  readonly rendering: number;
}

function sample(): Sample {
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return { alive: (heapUsed + arrayBuffers) / MEBIBYTE, rendering: Math.max(0, ...children()) };
}

/** Memory of the processes that this one has started, where the system tells. */
function children(): readonly number[] {
  if (!existsSync('/proc/self/status')) return [];
  const statuses = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => readStatus(name));
  const own = statuses.filter((text) => new RegExp(`^PPid:\\s+${process.pid}$`, 'm').test(text));
  return own.map((text) => Number(/^VmRSS:\s+(\d+)/m.exec(text)?.[1] ?? 0) / 1024);
}

function readStatus(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    return '';
  }
}

/** The rooms of a run with a sample taken of every so many files that come to the archive. */
function sampled(samples: Sample[]): Parts {
  let count = 0;
  const { archive } = parts;
  const put: Parts['archive']['put'] = async (object) => {
    count += 1;
    if (count % EVERY === 0) samples.push(sample());
    return archive.put(object);
  };
  return { ...parts, archive: { ...archive, put } };
}

const lowerQuartile = (of: readonly number[]) =>
  of.toSorted((one, other) => one - other)[Math.floor(of.length / 4)] ?? Number.NaN;

const values = (samples: readonly Sample[], of: keyof Sample) => samples.map((one) => one[of]);

test(`what a run holds in memory does not grow with its ${COUNT} invoices`, async () => {
  const samples: Sample[] = [];
  const amberflo = createAmberflo({
    ...{ baseUrl: fake.url, apiKey: fake.apiKey, clock: machineClock },
  });
  const period = parsePeriod('2026-10');
  if (!amberflo.ok || !period.ok) throw new Error('no source');
  const room = { ...(await roomOf(ledger)), parts: sampled(samples) };
  const about = { run: '2026-10', period: period.value };
  const { invoices } = await run(room, amberflo.value, about);
  await amberflo.value.close();
  const archived = invoices.filter(({ state }) => state === 'archived');
  expect(archived.length).toBeGreaterThan(COUNT * 0.8);
  expect(invoices.filter(({ state }) => state === 'failed')).toEqual([]);
  const quarter = Math.floor(samples.length / 4);
  const [second, last] = [samples.slice(quarter, 2 * quarter), samples.slice(-quarter)];
  // What is kept is there in every sample; what is in hand comes on top, now more and now less, and seldom nearly nothing.
  const kept = (of: readonly Sample[]) => lowerQuartile(values(of, 'alive'));
  const rendering = (of: readonly Sample[]) => Math.max(...values(of, 'rendering'));
  expect(kept(last) - kept(second), JSON.stringify(samples)).toBeLessThan(MOST_GROWTH);
  expect(rendering(last) - rendering(second)).toBeLessThan(MOST_RENDERING_GROWTH);
}, 3_600_000);

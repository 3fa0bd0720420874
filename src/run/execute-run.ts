import { setTimeout as wait } from 'node:timers/promises';
import type { Period } from '../fetch/period.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { countRun, type Counts } from '../ledger/read-run.ts';
import { recordRun } from '../ledger/record-fetch.ts';
import { reopen } from '../ledger/reopen.ts';
import { fetchRun } from './fetch-run.ts';
import { queueMail, queueRender, unrendered, unsent, type Scope } from './jobs.ts';
import type { Brake, Parts, Trouble } from './parts.ts';
import { persist, type Reply } from './persist.ts';
import { replanMails } from './replan-mails.ts';
import type { RecordKeeper, Source } from './source.ts';
import { SKIP } from './task.ts';
import { ledgerLost, startWorkers } from './work.ts';

/** What a run is to do. */
export interface RunRequest {
  readonly run: string;
  readonly period: Period;
  readonly customers: readonly string[] | null;
  readonly fetch: boolean;
  readonly render: boolean;
  readonly archive: boolean;
  readonly mail: boolean;
  /** Mail corrected invoices too. */
  readonly resendRevisions: boolean;
}

/** How far a run is. */
export interface Progress extends Counts {
  /** Invoices and mails still to be done, of those that are known. */
  readonly left: number;
  /** More may come. */
  readonly fetching: boolean;
}

/** Where invoices come from, and who is told of progress. */
export interface Surroundings {
  readonly source: Source;
  readonly records: RecordKeeper;
  readonly brake: Brake;
  readonly onProgress: (progress: Progress) => void;
}

const LOOK_MILLISECONDS = 300;
const TIDY_MILLISECONDS = 10_000;
/** Looks without a change before what is left is queued again, in case its jobs were lost. */
const LOOKS_BEFORE_QUEUEING = 50;

/** Do a run, or what is left of it. Null: it came to its end; else what stopped it. */
export async function executeRun(
  request: RunRequest,
  parts: Parts,
  surroundings: Surroundings,
): Promise<Trouble | null> {
  const { ledger } = parts;
  const { brake } = surroundings;
  const { run, customers } = request;
  try {
    await recordRun(ledger, run, request.period.name);
    const mailReasons = request.resendRevisions ? [SKIP.revision] : [];
    await reopen(ledger, { run, customers, mailReasons });
    const working = request.render || request.mail;
    const stop = working ? await startWorkers(parts, brake) : async () => undefined;
    try {
      await queueLeft(request, parts);
      await workOn(request, parts, surroundings);
    } finally {
      await Promise.race([stop().catch(() => undefined), wait(30_000, undefined, { ref: false })]);
    }
  } catch (error) {
    brake.stop({ failures: [ledgerLost(error)] });
  }
  return brake.trouble();
}

async function workOn(request: RunRequest, parts: Parts, around: Surroundings): Promise<void> {
  const { brake } = around;
  const state = { preparing: true };
  const prepared = prepare(request, parts, around)
    .catch((error: unknown) => brake.stop({ failures: [ledgerLost(error)] }))
    .finally(() => (state.preparing = false));
  await untilDone(request, parts, { around, preparing: () => state.preparing });
  await prepared;
}

/** Bring in what is new while workers are busy with what is there; then whoever can be mailed now is planned. */
async function prepare(request: RunRequest, parts: Parts, around: Surroundings): Promise<void> {
  const { run, customers, render, archive, mail, period } = request;
  const { brake, source, records } = around;
  const scope: Scope = { run, customers };
  const steps = { render, archive, mail, revisions: request.resendRevisions };
  const { ledger } = parts;
  if (request.fetch) await fetchRun({ ledger, source, records, period, brake, scope, steps });
  if (brake.signal.aborted) return;
  if (mail) await replanMails(parts, scope);
  await queueLeft(request, parts);
}

interface Watch {
  readonly around: Surroundings;
  readonly preparing: () => boolean;
}

/** Look at the ledger until nothing is left; what has not moved for long is queued again. */
async function untilDone(request: RunRequest, parts: Parts, watch: Watch): Promise<void> {
  const { brake, onProgress } = watch.around;
  const tidy = tidier(parts.ledger);
  let [last, same] = ['', 0];
  while (!brake.signal.aborted) {
    const fetching = watch.preparing();
    const start = performance.now();
    const counts = await persist(() => look(request, parts), brake, parts.rules.patience);
    if (counts === null) return;
    const left = leftOf(counts, request, parts);
    onProgress({ ...counts, left, fetching });
    if (left === 0 && !fetching) return;
    const now = JSON.stringify(counts);
    same = now === last ? same + 1 : 0;
    last = now;
    if (same > 0 && same % LOOKS_BEFORE_QUEUEING === 0) await queueLeft(request, parts);
    await tidy();
    const took = performance.now() - start;
    await wait(pauseAfter(took), undefined, { signal: brake.signal }).catch(() => undefined);
  }
}

/** Looking at a large run takes longer; it may not take more than a twentieth of the time. */
function pauseAfter(took: number): number {
  return Math.max(LOOK_MILLISECONDS, took * 19);
}

/** Tidy the ledger first after a few invoices, then less and less often: it may not take more than a twentieth of the time. */
function tidier(ledger: Ledger): () => Promise<void> {
  let next = performance.now() + 2000;
  return async () => {
    const start = performance.now();
    if (start < next) return;
    await ledger.tidy();
    const end = performance.now();
    next = end + Math.max(TIDY_MILLISECONDS, (end - start) * 19);
  };
}

async function look({ run, customers }: RunRequest, { ledger }: Parts): Promise<Reply<Counts>> {
  try {
    return { kind: 'answer', value: await countRun(ledger, run, customers) };
  } catch (error) {
    return { kind: 'again', failure: ledgerLost(error) };
  }
}

function leftOf({ invoices, mails }: Counts, request: RunRequest, { rules }: Parts): number {
  const { render, archive, mail } = request;
  const toRender = render ? (invoices['fetched'] ?? 0) : 0;
  const toArchive = render && archive ? (invoices['rendered'] ?? 0) : 0;
  const doubtful = rules.uncertain === 'resend' ? (mails['doubtful'] ?? 0) : 0;
  const toMail = mail ? (mails['planned'] ?? 0) + (mails['sending'] ?? 0) + doubtful : 0;
  return toRender + toArchive + toMail;
}

async function queueLeft(request: RunRequest, parts: Parts): Promise<void> {
  const { ledger, rules } = parts;
  const { run, customers, render, archive, mail, resendRevisions: revisions } = request;
  const scope: Scope = { run, customers };
  if (render)
    for await (const keys of unrendered(ledger, scope, archive)) {
      const jobs = keys.map((key) => ({ ...key, archive, mail, revisions }));
      await queueRender(ledger, jobs);
    }
  if (mail)
    for await (const jobs of unsent(ledger, scope, rules.uncertain))
      await queueMail(ledger, jobs, { retrySeconds: rules.mailRetrySeconds });
}

import type { Job, JobResult } from 'pg-boss';
import { failure } from '../failure.ts';
import { QUEUES } from '../ledger/queues.ts';
import { openDesk } from './desk.ts';
import type { MailJob, RenderJob } from './jobs.ts';
import { mailJob } from './mail-job.ts';
import type { Brake, Parts } from './parts.ts';
import { renderJob } from './render-job.ts';

/** Jobs that are taken, and put away, at once; several lots are in hand, so that nobody waits for the last of one. */
const LOT = 16;

/** Take jobs of both queues until the brake is pulled. */
export async function startWorkers(parts: Parts, brake: Brake): Promise<() => Promise<void>> {
  const { boss } = parts.ledger;
  const desk = openDesk(parts, brake);
  const options = {
    batchSize: LOT,
    localConcurrency: Math.ceil(parts.rules.parallel / LOT),
    pollingIntervalSeconds: 0.5,
    burstWhenBatchFull: true,
    perJobResults: true,
    includeMetadata: false,
  } as const;
  await boss.work<RenderJob, object, typeof options>(QUEUES.render, options, (jobs) =>
    each(jobs, brake, async (data) => {
      await renderJob(data, desk);
      return 'done';
    }),
  );
  await boss.work<MailJob, object, typeof options>(QUEUES.mail, options, (jobs) =>
    each(jobs, brake, (data) => mailJob(data, desk)),
  );
  return async () => {
    await Promise.all(Object.values(QUEUES).map((queue) => boss.offWork(queue, { wait: true })));
  };
}

/** Every job of a batch by itself: one that breaks down comes back later, with its own wait. */
async function each<T extends object>(
  jobs: readonly Job<T>[],
  brake: Brake,
  work: (data: T) => Promise<'done' | 'later'>,
): Promise<JobResult[]> {
  return Promise.all(
    jobs.map(async ({ id, data }): Promise<JobResult> => {
      try {
        const end = brake.signal.aborted ? 'later' : await work(data);
        return { id, status: end === 'done' ? 'completed' : 'failed' };
      } catch (error) {
        return { id, status: 'failed', output: { message: messageOf(error) } };
      }
    }),
  );
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The ledger is out of reach while jobs are in hand. */
export function ledgerLost(error: unknown) {
  return failure('ledger', 'ledger', 'The ledger cannot be used any more', {
    found: messageOf(error),
    hint: 'Check the disk or the database server, then start the run again: it goes on where it stood.',
  });
}

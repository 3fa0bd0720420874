import type { PgBoss, Queue } from 'pg-boss';

/** The queues: transport only. What has happened stands in the ledger's tables. */
export const QUEUES = { render: 'platen-render', mail: 'platen-mail' } as const;

/** Where jobs end that failed too often. */
const DEAD: Readonly<Record<keyof typeof QUEUES, string>> = {
  render: 'platen-render-dead',
  mail: 'platen-mail-dead',
};

/** One job at a time for each key; a worker that stops breathing loses its jobs after ten seconds. */
const options: Omit<Queue, 'name'> = {
  policy: 'exclusive',
  retryLimit: 5,
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: 60,
  expireInSeconds: 3600,
  deleteAfterSeconds: 3600,
};

/** Make the queues where they are not there yet. On a server, workers are watched by their heartbeat. */
export async function createQueues(boss: PgBoss, watched: boolean): Promise<void> {
  const there = new Set((await boss.getQueues()).map(({ name }) => name));
  if (Object.values(QUEUES).every((name) => there.has(name))) return;
  const heartbeat = watched ? { heartbeatSeconds: 10 } : {};
  for (const key of ['render', 'mail'] as const) {
    await boss.createQueue(DEAD[key], { policy: 'standard' });
    await boss.createQueue(QUEUES[key], { ...options, ...heartbeat, deadLetter: DEAD[key] });
  }
}

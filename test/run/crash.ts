import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'vitest';
import type { InvoiceReport } from '../../src/run/report.ts';
import { archived, countArchived, type Office, type Running } from './billing.ts';
import type { Accepted } from './mail-server.ts';
import { random } from './random.ts';

/** When to kill: at these counts of archived files and accepted mails together, in order, the first ones while fetching. */
export function killPoints(seed: number, kills: number, steps: number): readonly number[] {
  const next = random(seed);
  const points = Array.from({ length: kills }, () => Math.floor(next() * steps * 0.95));
  return points.sort((a, b) => a - b);
}

/** What happens while processes are killed and started again. */
export interface Killing {
  readonly office: Office;
  readonly accepted: readonly Accepted[];
  readonly points: readonly number[];
  readonly next: () => number;
  /** The processes; one is killed, and started again by `revive`. */
  readonly processes: Running[];
  readonly revive: (index: number) => Running;
}

/** Kill a process at every point, start it again at once, and count the kills that hit. */
export async function killAlong(killing: Killing): Promise<number> {
  const { office, accepted, points, next, processes, revive } = killing;
  let kills = 0;
  for (const point of points) {
    const missing = (): number => point - countArchived(office) - accepted.length;
    for (let left = missing(); left > 0 && !allEnded(processes); left = missing())
      await wait(pauseFor(left));
    await wait(Math.floor(next() * 400));
    if (processes[0] === undefined || hasEnded(processes[0])) break;
    const index = Math.floor(next() * processes.length);
    const victim = processes[index];
    if (victim === undefined || hasEnded(victim)) continue;
    victim.child.kill('SIGKILL');
    await victim.ended;
    kills += 1;
    processes[index] = revive(index);
  }
  return kills;
}

/** Counting an archive takes a process's time: it is seldom done while much is missing. ms. */
const pauseFor = (missing: number): number => Math.min(250, 25 + 5 * missing);

const hasEnded = ({ child }: Running) => child.exitCode !== null || child.signalCode !== null;
const allEnded = (processes: readonly Running[]) => processes.every(hasEnded);

/** What must hold after any number of kills. */
export interface Aftermath {
  readonly office: Office;
  readonly undisturbed: ReadonlyMap<string, string>;
  readonly accepted: readonly Accepted[];
  readonly status: readonly InvoiceReport[];
  readonly kills: number;
  /** Mails that one process has in hand at a time. */
  readonly inHand: number;
}

/** Every invoice archived once with the bytes of an undisturbed run; every mail accepted, few twice, and those marked. */
export function expectExactlyOnce(aftermath: Aftermath): void {
  const { office, undisturbed, accepted, status } = aftermath;
  expect([...archived(office)]).toEqual([...undisturbed]);
  const keys = status.flatMap(({ archiveKey }) => (archiveKey === null ? [] : [archiveKey]));
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys.sort()).toEqual([...undisturbed.keys()].sort());
  const sent = status.flatMap(({ mails }) => mails).filter(({ state }) => state === 'sent');
  const ids = new Set(accepted.map(({ messageId }) => messageId));
  expect([...ids].sort()).toEqual(sent.map(({ messageId }) => messageId).sort());
  const bytes = new Set(accepted.map(({ messageId, sha256 }) => `${messageId} ${sha256}`));
  expect(bytes.size).toBe(ids.size);
  const marked = new Set(sent.filter(({ maybeTwice }) => maybeTwice).map((one) => one.messageId));
  const seen = new Set<string>();
  const twice = accepted.filter(({ messageId }) => seen.has(messageId) || !seen.add(messageId));
  expect(twice.filter(({ messageId }) => !marked.has(messageId))).toEqual([]);
  expect(twice.length).toBeLessThanOrEqual(aftermath.kills * aftermath.inHand);
}

import type { Stage } from '../failure.ts';
import type { Observe } from '../observe.ts';
import { countWork, COUNTED, type Counts } from './count-work.ts';

/** What stages took and made, summed over documents: plain data, which crosses to threads. */
export interface Tally {
  readonly milliseconds: Partial<Record<Stage, number>>;
  readonly counts: Partial<Record<keyof Counts, number>>;
}

/** A tally of nothing. */
export function emptyTally(): Tally {
  return { milliseconds: {}, counts: {} };
}

/** Looks on with a clock, and adds to the tally. What is counted is counted while the clock stands still. */
export function observeInto(tally: Tally, clock: () => number): Observe {
  return (stage, run, ...given) => {
    const started = clock();
    const outcome = run(...given);
    addTime(tally, stage, clock() - started);
    if (outcome.ok) addCounts(tally, countWork(stage, outcome.value));
    return outcome;
  };
}

/** Add milliseconds to a stage's. */
export function addTime({ milliseconds }: Tally, stage: Stage, time: number): void {
  milliseconds[stage] = (milliseconds[stage] ?? 0) + time;
}

/** Add what another thread has taken and made. */
export function addTally(tally: Tally, other: Tally): void {
  for (const [stage, time] of Object.entries(other.milliseconds))
    addTime(tally, stage as Stage, time);
  addCounts(tally, other.counts);
}

function addCounts({ counts }: Tally, more: Counts): void {
  for (const name of COUNTED)
    if (more[name] !== undefined) counts[name] = (counts[name] ?? 0) + more[name];
}

import { SingleBar } from 'cli-progress';
import type { Progress } from '../run/execute-run.ts';
import { say } from './report.ts';

/** Shows how far a run is. */
export interface ProgressView {
  readonly show: (progress: Progress) => void;
  readonly end: () => void;
}

/** Milliseconds between two plain lines. */
const LINE_EVERY = 5000;

const DONE = {
  invoices: new Set(['archived', 'skipped', 'failed']),
  mails: new Set(['sent', 'skipped', 'failed', 'bounced', 'uncertain']),
};

/** A bar on a terminal, now and then a plain line elsewhere, nothing when it is to be quiet. */
export function openProgress(quiet: boolean): ProgressView {
  if (quiet) return { show: () => undefined, end: () => undefined };
  return process.stderr.isTTY ? barView() : lineView();
}

/** What is said, with how many are done in all and a second; the clock only measures, so it may not jump. */
function describe({ invoices, mails, left, fetching }: Progress, seconds: number) {
  const count = (counts: Readonly<Record<string, number>>, which: ReadonlySet<string>) =>
    Object.entries(counts).reduce((sum, [state, n]) => sum + (which.has(state) ? n : 0), 0);
  const done = count(invoices, DONE.invoices);
  const mailed = count(mails, DONE.mails);
  const rate = seconds > 0 ? (done + mailed) / seconds : 0;
  const eta = rate > 0 ? `${Math.ceil(left / rate)} s left` : '';
  return {
    done,
    mailed,
    left,
    rate: `${Math.floor(rate)} steps/s`,
    eta: fetching ? 'fetching' : eta,
  };
}

const since = (start: number) => (performance.now() - start) / 1000;

function barView(): ProgressView {
  const start = performance.now();
  const format = '{bar} {value}/{total} · invoices {done} · mails {mailed} · {rate} · {eta2}';
  const bar = new SingleBar({ format, hideCursor: true, stream: process.stderr });
  bar.start(0, 0);
  let first: number | null = null;
  return {
    show: (progress) => {
      const { done, mailed, left, rate, eta } = describe(progress, since(start));
      first ??= done + mailed;
      bar.setTotal(done + mailed + left - first);
      bar.update(done + mailed - first, { done, mailed, rate, eta2: eta });
    },
    end: () => bar.stop(),
  };
}

function lineView(): ProgressView {
  const start = performance.now();
  let next = LINE_EVERY / 1000;
  return {
    show: (progress) => {
      const seconds = since(start);
      if (seconds < next) return;
      next = seconds + LINE_EVERY / 1000;
      const { done, mailed, left, rate, eta } = describe(progress, seconds);
      say(`${done} invoices and ${mailed} mails done, ${left} left, ${rate}, ${eta}`);
    },
    end: () => undefined,
  };
}

import { spawn, type ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { compileSources } from './compile-sources.ts';

/** What a run is about: so many pages of a seed, from a number on. */
export interface FuzzOptions {
  readonly seed: number;
  readonly from: number;
  readonly to: number;
  /** A page that takes longer, by the clock, never ends. */
  readonly hangMs: number;
}

/** What a run found: every page on which something went wrong, what was printed, and what it cost. */
export interface FuzzReport {
  readonly findings: readonly string[];
  readonly printed: number;
  /** The most memory that a process held of the machine (its resident set), MB, with the page during which it did. */
  readonly peak: Extreme;
  /** The page that took the most work, ms of processor time. */
  readonly slowest: Extreme;
}

/** The page that is the first to have the most of something. */
export interface Extreme {
  readonly page: number;
  readonly most: number;
}

/** A report as it grows. */
interface Tally {
  readonly findings: string[];
  printed: number;
  peak: Extreme;
  slowest: Extreme;
}

/** Print the pages in processes of their own; one that hangs or dies is named, and the rest goes on behind it. */
export async function runFuzz(options: FuzzOptions): Promise<FuzzReport> {
  const nothing = { page: options.from, most: 0 };
  const tally: Tally = { findings: [], printed: 0, peak: nothing, slowest: nothing };
  const compiled = compileSources();
  let next = options.from;
  while (next < options.to) next = await runProcess({ ...options, from: next }, compiled, tally);
  rmSync(compiled, { recursive: true });
  return tally;
}

/** The process has Node's own limits: what it holds is what the engine makes it hold. */
function start({ seed, from, to }: FuzzOptions, compiled: string): ChildProcess {
  const args = ['--import', './test/fuzz/register-typescript.mjs', 'test/fuzz/work.ts'];
  return spawn(process.execPath, [...args, ...[seed, from, to].map(String)], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, PLATEN_FUZZ_COMPILED: compiled },
  });
}

const higher = (known: Extreme, page: number, most: number): Extreme =>
  most > known.most ? { page, most } : known;

/** Print pages until the end or until one is lost; gives the page to go on with. */
function runProcess(options: FuzzOptions, compiled: string, tally: Tally): Promise<number> {
  const child = start(options, compiled);
  let [current, done, hung] = [options.from, false, false];
  const kill = (): void => {
    hung = true;
    child.kill('SIGKILL');
  };
  let timer = setTimeout(kill, options.hangMs * 4);
  const lines = createInterface({ input: child.stdout ?? process.stdin });
  lines.on('line', (line) => {
    const [verb, value, ...rest] = line.split(' ');
    if (verb === 'begin') {
      current = Number(value);
      clearTimeout(timer);
      timer = setTimeout(kill, options.hangMs);
    } else if (verb === 'found')
      tally.findings.push(`page ${value} of seed ${options.seed}: ${rest.join(' ')}`);
    else if (verb === 'end') {
      tally.printed += 1;
      tally.slowest = higher(tally.slowest, current, Number(rest[0]));
      tally.peak = higher(tally.peak, current, Number(rest[1]));
    } else if (verb === 'done') done = true;
  });
  return new Promise((resolve) => {
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      if (done) return resolve(options.to);
      const how = hung
        ? `does not end within ${options.hangMs} ms`
        : `ends the process (${signal ?? code})`;
      tally.findings.push(`page ${current} of seed ${options.seed}: ${how}`);
      resolve(current + 1);
    });
  });
}

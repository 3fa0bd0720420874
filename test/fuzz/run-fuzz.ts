import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';

/** What a run is about: so many pages of a seed, from a number on. */
export interface FuzzOptions {
  readonly seed: number;
  readonly from: number;
  readonly to: number;
  /** A page that takes longer, by the clock, never ends. */
  readonly hangMs: number;
  /** The heap that all pages together have, MB. */
  readonly heapMb: number;
}

/** What a run found: every page on which something went wrong, and the most memory that a process held, MB. */
export interface FuzzReport {
  readonly findings: readonly string[];
  readonly peakMb: number;
}

/** How one process ended: at its end, or at a page. */
interface Ended {
  readonly findings: readonly string[];
  readonly next: number;
  readonly peakMb: number;
}

/** Print the pages in processes of their own; one that hangs or dies is named, and the rest goes on behind it. */
export async function runFuzz(options: FuzzOptions): Promise<FuzzReport> {
  const findings: string[] = [];
  let peakMb = 0;
  let next = options.from;
  while (next < options.to) {
    const ended = await runProcess({ ...options, from: next });
    findings.push(...ended.findings);
    peakMb = Math.max(peakMb, ended.peakMb);
    next = ended.next;
  }
  return { findings, peakMb };
}

function start({ seed, from, to, heapMb }: FuzzOptions): ChildProcess {
  const flags = [
    `--max-old-space-size=${heapMb}`,
    '--import',
    './test/fuzz/register-typescript.mjs',
  ];
  const args = [...flags, 'test/fuzz/work.ts', ...[seed, from, to].map(String)];
  return spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] });
}

function runProcess(options: FuzzOptions): Promise<Ended> {
  const child = start(options);
  const findings: string[] = [];
  let [current, peakMb, done] = [options.from, 0, false];
  let hung = false;
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
      findings.push(`page ${value} of seed ${options.seed}: ${rest.join(' ')}`);
    else if (verb === 'memory') peakMb = Number(value);
    else if (verb === 'done') done = true;
  });
  return new Promise((resolve) => {
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      if (done) return resolve({ findings, next: options.to, peakMb });
      const how = hung
        ? `does not end within ${options.hangMs} ms`
        : `ends the process (${signal ?? code})`;
      const lost = `page ${current} of seed ${options.seed}: ${how}`;
      resolve({ findings: [...findings, lost], next: current + 1, peakMb });
    });
  });
}

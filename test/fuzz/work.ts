// One process of the fuzz test: prints the pages of a seed from a number up to another, and reports each on standard
// output before and after it, so that whoever reads knows which page it was that never ended.
import { writeSync } from 'node:fs';
import { createPress } from '../../src/press.ts';
import { checkPage } from './check-page.ts';
import { readCorpus } from './corpus.ts';
import { fuzzInput } from './fuzz-input.ts';

const [seed = 1, from = 0, to = 1] = process.argv.slice(2).map(Number);
const TWICE_EVERY = 10;
const MOST_CPU_MS = 5000;

const say = (line: string): void => {
  writeSync(1, `${line}\n`);
};

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function messageOf(error: unknown): string {
  const lines = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return lines.split('\n').slice(0, 4).join(' ').slice(0, 500);
}

function tryPage(index: number, corpus: readonly string[]): readonly string[] {
  const html = fuzzInput(seed, index, corpus);
  try {
    return checkPage(html, world, index % TWICE_EVERY === 0);
  } catch (error) {
    return [messageOf(error)];
  }
}

/** The most memory that this process ever held, MB. */
const peakMb = (): number => Math.round(process.resourceUsage().maxRSS / 1024);

const world = createPress().pageWorld('test/fidelity/pages');
const corpus = readCorpus();
for (let index = from; index < to; index += 1) {
  say(`begin ${index}`);
  const before = cpuMs();
  const findings = tryPage(index, corpus);
  const ms = Math.round(cpuMs() - before);
  if (ms > MOST_CPU_MS) say(`found ${index} ${ms} ms of work`);
  for (const finding of findings) say(`found ${index} ${finding.replace(/\s+/g, ' ')}`);
  say(`end ${index} ${ms} ${peakMb()}`);
}
say('done');

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
  const before = cpuMs();
  try {
    const findings = checkPage(html, world, index % TWICE_EVERY === 0);
    const ms = cpuMs() - before;
    return ms > MOST_CPU_MS ? [...findings, `${Math.round(ms)} ms of work`] : findings;
  } catch (error) {
    return [messageOf(error)];
  }
}

const world = createPress().pageWorld('test/fidelity/pages');
const corpus = readCorpus();
for (let index = from; index < to; index += 1) {
  say(`begin ${index}`);
  for (const finding of tryPage(index, corpus))
    say(`found ${index} ${finding.replace(/\s+/g, ' ')}`);
}
say(`memory ${Math.round(process.resourceUsage().maxRSS / 1024)}`);
say('done');

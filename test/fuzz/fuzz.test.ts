import { expect, test } from 'vitest';
import { runFuzz } from './run-fuzz.ts';

const numberFrom = (name: string, otherwise: number): number =>
  Number(process.env[name] ?? otherwise);

/** PLATEN_FUZZ=10000 prints more pages, PLATEN_FUZZ_SEED others, PLATEN_FUZZ_FROM begins at a page. */
const count = numberFrom('PLATEN_FUZZ', 500);
const seed = numberFrom('PLATEN_FUZZ_SEED', 1);
const from = numberFrom('PLATEN_FUZZ_FROM', 0);

/** What a process that prints any number of pages may hold of the machine, MB. */
const MOST_MB = 512;

test(
  `${count} hostile pages of seed ${seed} neither crash nor hang nor swell`,
  async () => {
    const report = await runFuzz({ seed, from, to: from + count, hangMs: 20_000 });
    const { findings, printed, peak, slowest } = report;
    process.stdout.write(
      `fuzz: ${printed} pages of seed ${seed}; at most ${peak.most} MB, first at page ${peak.page}; ` +
        `the slowest, page ${slowest.page}, took ${slowest.most} ms of work\n`,
    );
    expect(findings).toEqual([]);
    expect(printed).toBe(count);
    expect(peak.most).toBeLessThan(MOST_MB);
  },
  120_000 + count * 1000,
);

test('a page that never ends is named', async () => {
  const { findings } = await runFuzz({ seed: 7, from: 3, to: 4, hangMs: 1 });
  expect(findings).toEqual(['page 3 of seed 7: does not end within 1 ms']);
});

import { expect, test } from 'vitest';
import { runFuzz } from './run-fuzz.ts';

const numberFrom = (name: string, otherwise: number): number =>
  Number(process.env[name] ?? otherwise);

/** PLATEN_FUZZ=10000 prints more pages, PLATEN_FUZZ_SEED others, PLATEN_FUZZ_FROM begins at a page. */
const count = numberFrom('PLATEN_FUZZ', 500);
const seed = numberFrom('PLATEN_FUZZ_SEED', 1);
const from = numberFrom('PLATEN_FUZZ_FROM', 0);

test(
  `${count} hostile pages of seed ${seed} neither crash nor hang`,
  async () => {
    const { findings, peakMb } = await runFuzz({
      seed,
      from,
      to: from + count,
      hangMs: 20_000,
      heapMb: 512,
    });
    process.stdout.write(`fuzz: ${count} pages of seed ${seed}, at most ${peakMb} MB\n`);
    expect(findings).toEqual([]);
  },
  120_000 + count * 1000,
);

test('a page that never ends is named', async () => {
  const { findings } = await runFuzz({ seed: 7, from: 3, to: 4, hangMs: 1, heapMb: 512 });
  expect(findings).toEqual(['page 3 of seed 7: does not end within 1 ms']);
});

import { readFileSync } from 'node:fs';
import { spreadOf } from './spread.mjs';
import { openThreads } from './threads.mjs';

/** Documents of a round, for one thread and for two. */
const DOCUMENTS = 256;

/** Each thread compiles for itself, so each does as much before it is measured: so many rounds. */
const WARM = 12;

/** Documents per second with one thread and with two, in turns; the best round of each, since others use the cores too. */
export async function measureThreads({ documents, rounds }) {
  const pools = [
    { threads: 1, pool: openThreads(1), times: [] },
    { threads: 2, pool: openThreads(2), times: [] },
  ];
  const texts = documents.files('invoice', 0, DOCUMENTS).map((file) => readFileSync(file, 'utf8'));
  for (const { pool, threads } of pools) {
    for (let round = 0; round < WARM * threads; round += 1) await pool.render(texts);
  }
  for (let round = 0; round < rounds; round += 1) {
    for (const { pool, times } of pools) {
      const started = performance.now();
      await pool.render(texts);
      times.push(performance.now() - started);
    }
  }
  for (const { pool } of pools) await pool.close();
  const [one, two] = pools.map(({ times }) => (DOCUMENTS * 1000) / spreadOf(times).least);
  return { one, two };
}

/** What `platen run` starts its rendering processes with; V8 collects sooner where it may take less. */
const batchOptions = ['--max-old-space-size=1024', '--max-semi-space-size=8'];

/**
 * The bills that are set. `documents` is what a quick renderer sets in each round and `again` before each, unmeasured; for
 * `warm` seconds it sets others before the first; `batch` is what a fresh process sets for its peak of memory, started with
 * `batchOptions`.
 */
export const sizes = [
  {
    name: '12',
    title: '1 page',
    rows: 12,
    documents: 100,
    warm: 45,
    again: 40,
    rounds: 20,
    batch: 1000,
    batchOptions,
  },
  {
    name: '150',
    title: '150 rows',
    rows: 150,
    documents: 30,
    warm: 30,
    again: 10,
    rounds: 15,
    batch: 20,
    batchOptions,
  },
  {
    name: '5000',
    title: '5,000 rows',
    rows: 5000,
    documents: 3,
    warm: 20,
    again: 4,
    rounds: 5,
    batch: 1,
    batchOptions,
  },
  {
    name: '50000',
    title: '50,000 rows',
    rows: 50_000,
    documents: 1,
    warm: 1,
    again: 1,
    rounds: 3,
    batch: 1,
    batchOptions,
  },
  {
    name: 'hostile',
    title: '1 page, every word new',
    rows: 12,
    hostile: true,
    peers: ['platen', 'typst'],
    ...{ documents: 100, warm: 45, again: 40, rounds: 20, batch: 100, batchOptions },
  },
];

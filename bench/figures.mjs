import { peers } from './peers.mjs';
import { sizes } from './sizes.mjs';

/** Start-up may take half of pdfkit's, and so many milliseconds. */
const START_EXTRA = 150;

/** How each figure that has a bar comes out of what was measured; undefined where it was not measured. */
const figures = {
  ratio: {
    title: ({ size, peer }) => `CPU of ${nameOf(peer)} divided by Platen's, ${titleOf(size)}`,
    read: ({ sizes }, { size, peer }) => ratio(row(sizes, size, peer)?.cpu, row(sizes, size)?.cpu),
  },
  memory: {
    title: ({ size }) => `peak memory in MB, ${titleOf(size)}`,
    read: ({ sizes }, { size }) => row(sizes, size)?.peak,
  },
  file: {
    title: ({ size }) => `file in MB, ${titleOf(size)}`,
    read: ({ sizes }, { size }) => scaled(row(sizes, size)?.bytes, 1e-6),
  },
  growth: {
    title: () => 'time per row at 50,000 rows divided by that at 5,000',
    read: ({ sizes }) =>
      scaled(ratio(row(sizes, '50000')?.cpu, row(sizes, '5000')?.cpu), 5000 / 50_000),
  },
  threads: {
    title: () => 'documents per second of two threads divided by those of one',
    read: ({ threads }) => threads && threads.two / threads.one,
  },
  start: {
    title: () => `first PDF of a fresh process, ms beyond half of pdfkit's and ${START_EXTRA}`,
    read: ({ start: { platen, pdfkit } = {} }) =>
      platen && pdfkit && platen.wall.median - pdfkit.wall.median / 2 - START_EXTRA,
  },
  help: {
    title: () => 'platen --help in ms, the quickest',
    read: ({ help }) => help?.least,
  },
};

/** A bar with its words, what was measured, and whether it holds; no value where nothing was measured. */
export function judge(bar, results) {
  const { title, read } = figures[bar.figure];
  const value = read(results, bar);
  const { atLeast = -Infinity, atMost = Infinity } = bar;
  const limit = bar.atLeast === undefined ? `at most ${atMost}` : `at least ${atLeast}`;
  return { title: title(bar), value, limit, holds: value >= atLeast && value <= atMost };
}

function nameOf(peer) {
  return peers.find(({ name }) => name === peer).title;
}

function titleOf(size) {
  return sizes.find(({ name }) => name === size).title;
}

function row(measured, size, peer = 'platen') {
  return measured[size]?.find((row) => row.peer === peer && row.fault === undefined);
}

function ratio(one, other) {
  return one && other && one.median / other.median;
}

function scaled(value, factor) {
  return value === undefined ? undefined : value * factor;
}

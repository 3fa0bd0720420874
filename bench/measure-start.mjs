import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { spreadOf } from './spread.mjs';

const renderOnce = fileURLToPath(new URL('render-once.mjs', import.meta.url));
const command = fileURLToPath(new URL('../dist/main.js', import.meta.url));

/** Milliseconds from the start of a fresh process until its first PDF is written and it has ended, for each peer in turn. */
export function measureStart({ peers, documents, folder, rounds }) {
  const times = new Map(peers.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const { name, input } of peers) {
      const [file] = documents.files(input, round, 1);
      times.get(name).push(timed([renderOnce, name, file, join(folder, 'first.pdf')]));
    }
  }
  return Object.fromEntries([...times].map(([name, values]) => [name, spreadOf(values)]));
}

/** Milliseconds of `platen --help`. */
export function measureHelp(rounds) {
  return spreadOf(Array.from({ length: rounds }, () => timed([command, '--help'])));
}

function timed(args) {
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return performance.now() - started;
}

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { spreadOf } from './spread.mjs';

const renderOnce = fileURLToPath(new URL('render-once.mjs', import.meta.url));
const command = fileURLToPath(new URL('../dist/main.cjs', import.meta.url));

/**
 * Milliseconds from the start of a fresh process until its first PDF is written and it has ended, for each peer in turn,
 * and of CPU until the PDF is written.
 */
export function measureStart({ peers, documents, folder, rounds }) {
  const all = peers.map((peer) => ({ peer, starts: [] }));
  for (let round = 0; round < rounds; round += 1) {
    for (const { peer, starts } of all) {
      const [file] = documents.files(peer.input, round, 1);
      const { wall, output } = timed([renderOnce, peer.name, file, join(folder, 'first.pdf')]);
      starts.push({ wall, cpu: Number(output) });
    }
  }
  const spread = (starts, key) => spreadOf(starts.map((start) => start[key]));
  const entries = all.map(({ peer, starts }) => [
    peer.name,
    { wall: spread(starts, 'wall'), cpu: spread(starts, 'cpu') },
  ]);
  return Object.fromEntries(entries);
}

/** Starts of a command that takes no longer than Node's own start, which differs by a half from one to the next. */
const STARTS = 25;

/** Milliseconds of `platen --help`. */
export function measureHelp() {
  return spreadOf(Array.from({ length: STARTS }, () => timed([command, '--help']).wall));
}

/** Certificates that the machine adds are read by every start of Node, whatever it does: some fifty milliseconds that are no renderer's. */
const env = { ...process.env, NODE_EXTRA_CA_CERTS: undefined };

function timed(args) {
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', env });
  if (status !== 0) throw new Error(stderr);
  return { wall: performance.now() - started, output: stdout };
}

import { join } from 'node:path';
import { startPeer } from './ask-peer.mjs';
import { checkPdf } from './check-pdf.mjs';
import { shareOf } from './peers.mjs';

/**
 * All peers at one size: first what they make is checked, then they warm up, then they take turns, so that whatever else
 * the machine does falls on all of them alike. A peer that fails is named, and gets no figures.
 */
export async function measureSize(size, { peers, documents, folder, rounds, say }) {
  const runners = [];
  for (const peer of peers) {
    runners.push(await begin(peer, { size, documents, folder, say }));
  }
  const able = runners.filter(({ runner }) => runner !== undefined);
  for (let round = 0; round < rounds; round += 1) {
    say(`${size.title}: round ${round + 1} of ${rounds}`);
    for (const { runner } of able) await runner.turn();
  }
  for (const { runner } of able) await runner.stop();
  return runners.map(({ peer, runner, fault, ...facts }) => ({
    peer: peer.name,
    ...(runner === undefined ? { fault } : { ...facts, ...runner.figures() }),
  }));
}

async function begin(peer, { size, documents, folder, say }) {
  say(`${size.title}: ${peer.title}`);
  try {
    const { process, next, checked } = await check(peer, { size, documents, folder });
    if (size.warm > 0) await process.measure({ files: next(shareOf(peer, size.warm)) });
    const { pages, tagged } = checked;
    return {
      peer,
      pages,
      tagged,
      runner: runnerOf(process, () => next(shareOf(peer, size.documents))),
    };
  } catch (error) {
    return { peer, fault: error.message };
  }
}

/** A process that has shown that it can, and the documents that it has not seen yet. */
async function check(peer, { size, documents, folder }) {
  const process = await startPeer(peer);
  let used = 0;
  const next = (count) => documents.files(peer.input, (used += count) - count, count);
  const save = join(folder, `${size.name}.${peer.name}.pdf`);
  try {
    await process.measure({ files: next(1), save });
    const checked = checkPdf(save, documents.words());
    if (checked.faults.length > 0) throw new Error(checked.faults.join('; '));
    return { process, next, checked };
  } catch (error) {
    await process.stop();
    throw error;
  }
}

function runnerOf(process, nextFiles) {
  const turns = [];
  return {
    async turn() {
      turns.push(await process.measure({ files: nextFiles() }));
    },
    figures: () => ({
      cpu: spreadOf(turns.map(({ cpu }) => cpu)),
      wall: spreadOf(turns.map(({ wall }) => wall)),
      bytes: spreadOf(turns.map(({ bytes }) => bytes)).median,
    }),
    stop: () => process.stop(),
  };
}

/** Median and minimum. */
export function spreadOf(values) {
  const sorted = values.toSorted((one, other) => one - other);
  return { median: sorted[Math.floor(sorted.length / 2)], least: sorted[0] };
}

/** Peak memory in MB of a fresh process that does nothing but a batch of this size. */
export async function measurePeak(size, { peer, documents }) {
  const process = await startPeer(peer);
  const files = documents.files(peer.input, 0, shareOf(peer, size.batch));
  const { peak } = await process.measure({ files });
  await process.stop();
  return peak;
}

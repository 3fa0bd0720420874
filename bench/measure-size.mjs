import { join } from 'node:path';
import { startPeer } from './ask-peer.mjs';
import { checkPdf } from './check-pdf.mjs';
import { shareOf } from './peers.mjs';
import { spreadOf } from './spread.mjs';

/**
 * All peers at one size: first what they make is checked, then they warm up, then they take turns, so that whatever else
 * the machine does falls on all of them alike. A peer that fails is named, and gets no figures.
 */
export async function measureSize(size, { peers, documents, folder, rounds, say }) {
  const runners = [];
  for (const peer of peers) {
    say(`${size.title}: ${peer.title}`);
    runners.push(runnerOf(peer, { size, documents, folder }));
    await runners.at(-1).begin();
  }
  comparePages(runners);
  for (let round = 0; round < rounds; round += 1) {
    say(`${size.title}: round ${round + 1} of ${rounds}`);
    for (const runner of runners) await runner.turn();
  }
  for (const runner of runners) await runner.end();
  return runners.map(({ row }) => row);
}

/** Pages may differ by one, or by a tenth: else it is another document. */
function comparePages(runners) {
  const [first, ...others] = runners;
  for (const { row } of others) {
    const { pages } = first.row;
    const differ = Math.abs(row.pages - pages) > Math.max(1, pages / 10);
    if (differ) row.fault ??= `it sets ${row.pages} pages where ${first.row.peer} sets ${pages}`;
  }
}

/** A peer with its process and its row of figures; once it has failed, it does nothing more. */
function runnerOf(peer, { size, documents, folder }) {
  const row = { peer: peer.name };
  const turns = [];
  let process = null;
  let used = 0;
  const next = (count) => documents.files(peer.input, (used += count) - count, count);
  const attempt = async (work) => {
    try {
      if (row.fault === undefined) await work();
    } catch (error) {
      row.fault = error.message;
    }
  };
  const begin = async () => {
    process = await startPeer(peer);
    const save = join(folder, `${size.name}.${peer.name}.pdf`);
    await process.measure({ files: next(1), save });
    Object.assign(row, factsOf(save, documents.words()));
    await warmUp();
  };
  // As long for each, because what is compiled while it runs is not done with the first hundreds of documents.
  const warmUp = async () => {
    for (let spent = 0; spent < size.warm * 1000;) {
      const files = next(shareOf(peer, size.documents));
      const { wall } = await process.measure({ files });
      spent += wall * files.length;
    }
  };
  const turn = async () => {
    // While others had the processor, its caches went to them and V8 let its heap shrink.
    await process.measure({ files: next(shareOf(peer, size.again)) });
    turns.push(await process.measure({ files: next(shareOf(peer, size.documents)) }));
  };
  const end = async () => {
    Object.assign(row, figuresOf(turns), { peak: await measurePeak(size, { peer, documents }) });
  };
  return {
    row,
    begin: () => attempt(begin),
    turn: () => attempt(turn),
    async end() {
      await process?.stop();
      await attempt(end);
    },
  };
}

function factsOf(file, words) {
  const { pages, tagged, faults } = checkPdf(file, words);
  if (faults.length > 0) throw new Error(faults.join('; '));
  return { pages, tagged };
}

function figuresOf(turns) {
  const of = (key) => spreadOf(turns.map((turn) => turn[key]));
  return { cpu: of('cpu'), wall: of('wall'), bytes: of('bytes').median };
}

/** Peak memory in MB of a fresh process that does nothing but a batch of this size. */
async function measurePeak(size, { peer, documents }) {
  const process = await startPeer(peer, size.batchOptions);
  const files = documents.files(peer.input, 0, shareOf(peer, size.batch));
  const { peak } = await process.measure({ files });
  await process.stop();
  return peak;
}

/** Measures Platen and its peers in one run. Usage: npm run build && npm run bench -- --help */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { missingReaders } from './check-pdf.mjs';
import { readOptions } from './options.mjs';
import { missingFor, peers as allPeers } from './peers.mjs';

const root = new URL('../', import.meta.url);
const say = (words) => process.stderr.write(`${words}\n`);

const options = readOptions(process.argv.slice(2));
if (options.usage !== null) process.stdout.write(`${options.usage}\n`);
else process.exitCode = await bench();

async function bench() {
  const missing = missingReaders();
  if (!existsSync(new URL('dist/index.js', root))) missing.push('dist (npm run build)');
  if (missing.length > 0) {
    say(`Not on this machine: ${missing.join(', ')}.`);
    return 2;
  }
  const { reportOf, missedBars, unmeasuredBars } = await import('./report.mjs');
  const results = await measureAll(presentPeers());
  const report = reportOf(results);
  process.stdout.write(`${report}\n`);
  mkdirSync(new URL('output/', root), { recursive: true });
  writeFileSync(new URL('output/bench.json', root), `${JSON.stringify(results, null, 2)}\n`);
  if (isWhole(results)) writeReport(report);
  if (!options.check) return 0;
  const missed = missedBars(results);
  const unmeasured = unmeasuredBars(results);
  for (const words of missed) say(`Missed: ${words}.`);
  for (const words of unmeasured) say(`Not measured: ${words}.`);
  return missed.length === 0 && (options.partial || unmeasured.length === 0) ? 0 : 1;
}

/** Peers that this machine can run; the others are named. */
function presentPeers() {
  return options.peers.filter((peer) => {
    const missing = missingFor(peer);
    if (missing.length > 0)
      say(`${peer.title} is left out, not on this machine: ${missing.join(', ')}.`);
    return missing.length === 0;
  });
}

async function measureAll(peers) {
  const { openPress } = await import('./open-press.mjs');
  const { openDocuments } = await import('./prepare-documents.mjs');
  const { measureSize } = await import('./measure-size.mjs');
  const folder = mkdtempSync(join(tmpdir(), 'platen-bench-'));
  const press = openPress();
  const results = { sizes: {} };
  try {
    for (const size of options.sizes) {
      const documents = openDocuments(size, { folder, press });
      const asked = peers.filter((peer) => isAsked(peer, size));
      const rounds = options.rounds ?? size.rounds;
      const task = { peers: asked, documents, folder, rounds, say };
      results.sizes[size.name] = await measureSize(size, task);
      if (size.name === '12') await measureRest({ results, peers, documents, folder });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return results;
}

function isAsked({ name, leftOut = {} }, size) {
  return leftOut[size.name] === undefined && (size.peers ?? [name]).includes(name);
}

/** What is measured with documents of one page alone. */
async function measureRest({ results, peers, documents, folder }) {
  const { measureHelp, measureStart } = await import('./measure-start.mjs');
  const { measureThreads } = await import('./measure-threads.mjs');
  const rounds = options.rounds ?? 5;
  say('Start-up');
  const single = peers.filter(({ first = true }) => first);
  results.start = measureStart({ peers: single, documents, folder, rounds });
  results.help = measureHelp();
  say('Threads');
  if (cpus().length > 1) results.threads = await measureThreads({ documents, rounds });
}

/** Whether everything was measured, so that the table of the documentation may be replaced. */
function isWhole({ sizes }) {
  const rows = Object.values(sizes).flat();
  return !options.partial && allPeers.every(({ name }) => rows.some(({ peer }) => peer === name));
}

function writeReport(report) {
  const file = new URL('docs/performance.md', root);
  const text = readFileSync(file, 'utf8');
  const between = /(<!-- figures -->\n)[\s\S]*?(<!-- \/figures -->)/;
  writeFileSync(
    file,
    text.replace(between, (_, start, end) => `${start}\n${report}\n\n${end}`),
  );
}

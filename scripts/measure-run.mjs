/**
 * A billing run of many invoices against the make-believe Amberflo on this machine, measured: rate, memory, disk.
 * Every ten seconds a line of `samples.jsonl` in the folder says how far it is, so that a run without an end tells too.
 * Usage: npm run build && node scripts/measure-run.mjs [customers] [folder]
 */
import { spawn } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DEMO_ACCOUNT } from '../dist/account.js';
import { serveAmberflo } from '../dist/serve-amberflo.js';

const customers = Number(process.argv[2] ?? 2000);
const folder = process.argv[3] ?? mkdtempSync(join(tmpdir(), 'platen-measure-'));
mkdirSync(folder, { recursive: true });
const account = { ...DEMO_ACCOUNT, customers, hours: 'none', projects: 0 };
const fake = await serveAmberflo({ account });
const config = { seller: { email: 'billing@example.com' }, fetch: { baseUrl: fake.url } };
writeFileSync(join(folder, 'platen.config.json'), JSON.stringify(config));

const args = [resolve('dist/main.cjs'), 'run', '--period', '2026-10', '--quiet'];
const env = { ...process.env, AMBERFLO_API_KEY: fake.apiKey };
const start = performance.now();
const child = spawn(process.execPath, args, { cwd: folder, env, stdio: 'inherit' });
const samples = [];
const timer = setInterval(() => samples.push(memoryOf(child.pid)), 1000);
const teller = setInterval(() => tell(samples.at(-1)), 10_000);
const code = await new Promise((done) => child.once('exit', done));
clearInterval(timer);
clearInterval(teller);
await fake.close();

const seconds = (performance.now() - start) / 1000;
const count = countFiles(join(folder, 'output', 'archive'));
const report = {
  code,
  invoices: count,
  seconds: Math.ceil(seconds),
  invoicesPerSecond: Number((count / seconds).toPrecision(3)),
  mebibytesByQuarter: peaksByQuarter((sample) => sample.run),
  mebibytesOfRenderingByQuarter: peaksByQuarter((sample) => sample.rendering),
  ledgerMebibytes: mebibytesOf(join(folder, 'output', 'ledger')),
  archiveMebibytes: mebibytesOf(join(folder, 'output', 'archive')),
  outboxMebibytes: mebibytesOf(join(folder, 'output', 'outbox')),
};
process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
process.exitCode = code;

/** Seconds, customers with archived invoices, memory in MiB, processor seconds and the load of the machine. */
function tell(memory) {
  const seconds = Math.round((performance.now() - start) / 1000);
  const period = join(folder, 'output', 'archive', '2026-10');
  const archived = existsSync(period) ? readdirSync(period).length : 0;
  const load = Number(loadavg()[0].toFixed(1));
  const processor = [child.pid, ...childrenOf(child.pid)].map(processorSecondsOf);
  const line = { seconds, archived, ...memory, processor, load };
  appendFileSync(join(folder, 'samples.jsonl'), `${JSON.stringify(line)}\n`);
}

/** Seconds that a process has computed; 0 once it has ended. */
function processorSecondsOf(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    return Math.round((Number(fields[11]) + Number(fields[12])) / 100);
  } catch {
    return 0;
  }
}

/** The most in each quarter of the time: a run whose memory grows with the count has its most in the last. */
function peaksByQuarter(of) {
  const size = Math.max(1, Math.ceil(samples.length / 4));
  return [0, 1, 2, 3].map((index) =>
    Math.max(...samples.slice(index * size, (index + 1) * size).map(of), 0),
  );
}

/** Memory of the run, and of its largest rendering process, in MiB. */
function memoryOf(pid) {
  const rendering = childrenOf(pid).map(residentOf);
  return { run: residentOf(pid), rendering: Math.max(...rendering, 0) };
}

function childrenOf(pid) {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return all.filter((one) => parentOf(one) === pid);
}

function parentOf(pid) {
  try {
    return Number(/PPid:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  } catch {
    return 0;
  }
}

/** Memory of a process in MiB; 0 once it has ended. */
function residentOf(pid) {
  try {
    const kibibytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Math.ceil(Number(kibibytes ?? 0) / 1024);
  } catch {
    return 0;
  }
}

function files(root) {
  return readdirSync(root, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function countFiles(root) {
  return files(root).filter((file) => file.endsWith('.pdf')).length;
}

function mebibytesOf(root) {
  const bytes = files(root).reduce((sum, file) => sum + statSync(file).size, 0);
  return Math.ceil(bytes / 1024 / 1024);
}

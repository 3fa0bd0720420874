import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { FAKE_KEY } from '../../src/fake-amberflo/serve-amberflo.ts';
import type { InvoiceReport } from '../../src/run/report.ts';

const MAIN = resolve('dist/main.cjs');

/** A command that lives for seconds: compiling its database well takes more time than that saves. */
const HASTILY = ['--liftoff-only', '--no-wasm-tier-up'];

/** A folder in which the built command does its billing, as a user would have it. */
export interface Office {
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** What an office is configured with. */
export interface OfficeOptions {
  readonly amberflo: string;
  readonly smtpPort?: number;
  readonly config?: object;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Make an office: its configuration in a folder of its own. */
export function openOffice(options: OfficeOptions): Office {
  const folder = mkdtempSync(join(tmpdir(), 'platen-office-'));
  const smtp = { host: '127.0.0.1', port: options.smtpPort, security: 'none', connections: 1 };
  const config = {
    seller: { name: 'Halcyon', email: 'billing@example.com' },
    fetch: { baseUrl: options.amberflo },
    run: { processes: 2, mailRetrySeconds: 1 },
    mail: options.smtpPort === undefined ? {} : { transport: 'smtp', smtp },
    ...options.config,
  };
  writeFileSync(join(folder, 'platen.config.json'), JSON.stringify(config));
  return { folder, environment: { AMBERFLO_API_KEY: FAKE_KEY, ...options.environment } };
}

/** What a command said and how it ended. */
export interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  readonly out: string;
  readonly err: string;
}

/** A command that runs. */
export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
}

/** Start the built command in the office. */
export function start({ folder, environment }: Office, args: readonly string[]): Running {
  const child = spawn(process.execPath, [...HASTILY, MAIN, ...args], {
    cwd: folder,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.err += text));
  const ended = new Promise<Ended>((done) => {
    child.once('close', (code, signal) => done({ code, signal, ...said }));
  });
  return { child, ended };
}

/** SHA-256 of every archived file, by its place. */
export function archived({ folder }: Office): ReadonlyMap<string, string> {
  const root = join(folder, 'output', 'archive');
  const files = filesBelow(root).filter((file) => file.endsWith('.pdf'));
  return new Map(
    files
      .sort()
      .map((file) => [
        file.slice(root.length + 1),
        createHash('sha256').update(readFileSync(file)).digest('hex'),
      ]),
  );
}

/** How many files the archive has by now. */
export function countArchived({ folder }: Office): number {
  return filesBelow(join(folder, 'output', 'archive')).filter((file) => file.endsWith('.pdf'))
    .length;
}

function filesBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** What the ledger says of every invoice. */
export async function statusOf(office: Office): Promise<readonly InvoiceReport[]> {
  const { out } = await start(office, ['status', '--json', '--quiet']).ended;
  return out
    .trim()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as InvoiceReport);
}

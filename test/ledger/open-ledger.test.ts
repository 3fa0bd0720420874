import { spawn } from 'node:child_process';
import { fdatasyncSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { expect, test } from 'vitest';
import { lockDirectory } from '../../src/ledger/directory-lock.ts';
import { DurableNodeFS } from '../../src/ledger/durable-node-fs.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { openLedger } from '../../src/ledger/open-ledger.ts';
import { copyLedger } from './copy-ledger.ts';

const folder = () => mkdtempSync(join(tmpdir(), 'platen-ledger-'));

async function opened(directory: string): Promise<Ledger> {
  const ledger = await openLedger({ directory, url: null });
  if (!ledger.ok) throw new Error(JSON.stringify(ledger.failures));
  return ledger.value;
}

test('the embedded ledger keeps what was committed, refuses a second holder and a newer version', async () => {
  const directory = folder();
  await copyLedger(directory);
  const first = await opened(directory);
  await first.transaction(async (transaction) => {
    await transaction.query("INSERT INTO platen.run (run, period) VALUES ('a', '2026-10')");
    await first.boss.send('platen-render', { invoice: 'x' }, { db: transaction.db });
  });
  const undone = first.transaction(async (transaction) => {
    await transaction.query("INSERT INTO platen.run (run, period) VALUES ('b', '2026-10')");
    await first.boss.send('platen-render', { invoice: 'y' }, { db: transaction.db });
    throw new Error('undo');
  });
  await expect(undone).rejects.toThrow('undo');
  const second = await openLedger({ directory, url: null });
  expect(second).toMatchObject({
    ok: false,
    failures: [{ stage: 'ledger', found: `process ${process.pid} on ${hostname()}` }],
  });
  await first.close();

  const again = await opened(directory);
  expect(await again.query('SELECT run FROM platen.run')).toEqual([{ run: 'a' }]);
  const jobs = await again.boss.findJobs<{ invoice: string }>('platen-render');
  expect(jobs.map(({ data }) => data.invoice)).toEqual(['x']);
  await again.query('INSERT INTO platen.schema_version VALUES (999)');
  await again.close();
  expect(await openLedger({ directory, url: null })).toMatchObject({
    ok: false,
    failures: [{ message: 'A newer Platen made this ledger' }],
  });
});

test('every commit of the embedded ledger reaches the disk', async () => {
  let synced = 0;
  const count = (descriptor: number) => {
    synced += 1;
    fdatasyncSync(descriptor);
  };
  const directory = folder();
  await copyLedger(directory);
  const lite = await PGlite.create({
    fs: new DurableNodeFS(join(directory, 'data'), count),
    startParams: PGlite.defaultStartParams
      .filter((parameter) => parameter !== '-F')
      .concat('-c', 'wal_sync_method=fsync'),
  });
  await lite.exec('CREATE TABLE t (n integer)');
  const before = synced;
  for (let n = 0; n < 20; n += 1) await lite.query('INSERT INTO t VALUES ($1)', [n]);
  expect(synced - before).toBeGreaterThanOrEqual(20);
  await lite.close();
});

test('the lock of a dead process is taken over, that of a live one or another machine is not', async () => {
  const directory = folder();
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  const { pid } = child;
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const started = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  const put = (holder: object) => writeFileSync(join(directory, 'lock'), JSON.stringify(holder));

  put({ pid, started, host: hostname() });
  expect(lockDirectory(directory).ok).toBe(false);
  put({ pid, started: '1', host: hostname() });
  const reused = lockDirectory(directory);
  expect(reused.ok).toBe(true);
  if (reused.ok) reused.value.release();

  put({ pid, started, host: hostname() });
  const gone = new Promise((done) => child.once('exit', done));
  child.kill('SIGKILL');
  await gone;
  expect(lockDirectory(directory).ok).toBe(true);
  put({ pid, started, host: 'elsewhere' });
  expect(lockDirectory(directory).ok).toBe(false);
});

test('a wrong or dead server is named without its password', async () => {
  const url = 'postgres://user:s3cret@127.0.0.1:1/none';
  const dead = await openLedger({ directory: folder(), url });
  expect(dead).toMatchObject({ ok: false, failures: [{ place: 'postgres://127.0.0.1:1/none' }] });
  expect(JSON.stringify(dead)).not.toContain('s3cret');
  const wrong = await openLedger({ directory: folder(), url: 'mysql://user:s3cret@host/none' });
  expect(wrong.ok).toBe(false);
  expect(JSON.stringify(wrong)).not.toContain('s3cret');
});

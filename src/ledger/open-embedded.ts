import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { PGlite, type Transaction as LiteTransaction } from '@electric-sql/pglite';
import { PgBoss, fromPglite, type Db } from 'pg-boss';
import { failed, failure, success, type Failure, type Outcome } from '../failure.ts';
import { lockDirectory } from './directory-lock.ts';
import { DurableNodeFS } from './durable-node-fs.ts';
import type { Ledger, LedgerPlace, Transaction } from './ledger.ts';
import { migrate } from './migrate.ts';
import { createQueues, QUEUES } from './queues.ts';

/** Nobody else is there to be watched, and what the queue held is made anew from the ledger at each start. */
const ALONE = {
  backend: 'pglite',
  schema: 'platen_queue',
  schedule: false,
  supervise: false,
  reindex: false,
  monitorVacuum: false,
  registerInstance: false,
} as const;

/** Open the ledger in a folder: PostgreSQL inside this process, safe against kill and power cut, for one process. */
export async function openEmbedded(place: LedgerPlace): Promise<Outcome<Ledger>> {
  const directory = resolve(place.directory);
  const lock = lockDirectory(directory);
  if (!lock.ok) return lock;
  try {
    const lite = await openDatabase(directory);
    const boss = new PgBoss({ ...ALONE, db: fromPglite(lite) });
    boss.on('error', (error) => place.onError?.(error));
    const close = async () => {
      await boss.stop({ graceful: false, close: false }).catch(() => undefined);
      await lite.close();
      lock.value.release();
    };
    const migrated = await lite.transaction((transaction) => migrate(transactionOf(transaction)));
    if (!migrated.ok) {
      await close();
      return migrated;
    }
    await boss.start();
    await createQueues(boss, false);
    return success(ledgerOf(lite, boss, close));
  } catch (error) {
    lock.value.release();
    return failed([unusable(directory, error)]);
  }
}

/** A new database is made beside its place and moved there when it is whole: a kill leaves all or nothing. */
async function openDatabase(directory: string): Promise<PGlite> {
  const data = join(directory, 'data');
  const draft = join(directory, 'data.new');
  if (!existsSync(data)) {
    rmSync(draft, { recursive: true, force: true });
    mkdirSync(draft, { mode: 0o700 });
    const made = await openFiles(draft);
    await made.close();
    renameSync(draft, data);
  }
  return openFiles(data);
}

/**
 * `fdatasync` of this build does nothing, and its default parameters say not to sync at all. Everything is in memory or
 * in the system's cache, and is asked for by its key: the planner, who has no figures at first, is told so.
 */
const PARAMETERS = [
  'wal_sync_method=fsync',
  'random_page_cost=1',
  'enable_seqscan=off',
  'enable_hashjoin=off',
  'enable_mergejoin=off',
] as const;

function openFiles(data: string): Promise<PGlite> {
  const startParams = PGlite.defaultStartParams
    .filter((parameter) => parameter !== '-F')
    .concat(PARAMETERS.flatMap((parameter) => ['-c', parameter]));
  return PGlite.create({ fs: new DurableNodeFS(data), startParams });
}

function ledgerOf(lite: PGlite, boss: PgBoss, close: () => Promise<void>): Ledger {
  return {
    engine: 'embedded',
    boss,
    close,
    tidy: () => tidy(lite, boss),
    query: async <Row extends object>(sql: string, values: readonly unknown[] = []) =>
      (await lite.query<Row>(sql, [...values])).rows,
    transaction: (work) => lite.transaction((transaction) => work(transactionOf(transaction))),
  };
}

/** Tables whose rows change at every step. */
const CHANGING = ['platen.invoice', 'platen.mail', 'platen.customer', 'platen_queue.job_common'];

/** Nothing in here does so by itself: old versions of rows are given up for new ones, and the planner gets its figures. */
async function tidy(lite: PGlite, boss: PgBoss): Promise<void> {
  for (const queue of Object.values(QUEUES)) await boss.deleteStoredJobs(queue);
  for (const table of CHANGING) await lite.query(`VACUUM (ANALYZE) ${table}`);
}

function transactionOf(transaction: LiteTransaction): Transaction {
  return {
    db: dbOf(transaction),
    query: async <Row extends object>(sql: string, values: readonly unknown[] = []) =>
      (await transaction.query<Row>(sql, [...values])).rows,
  };
}

/** pg-boss sends several statements at once where there are no values. */
function dbOf(transaction: LiteTransaction): Db {
  return {
    executeSql: async (text, values) => {
      if (values !== undefined && values.length > 0) return transaction.query(text, values);
      const results = await transaction.exec(text);
      return { rows: results.flatMap(({ rows }) => rows) };
    },
  };
}

function unusable(directory: string, error: unknown): Failure {
  const found = error instanceof Error ? error.message : String(error);
  return failure('ledger', directory, 'The ledger cannot be opened', {
    expected: 'a ledger of this version, or an empty folder',
    found,
    hint: 'Check the space left and the permissions. Nothing was changed; the run goes on when the ledger opens.',
  });
}

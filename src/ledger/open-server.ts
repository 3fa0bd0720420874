import { Pool, type PoolClient } from 'pg';
import { PgBoss, type Db } from 'pg-boss';
import { failed, failure, success, type Failure, type Outcome } from '../failure.ts';
import type { Ledger, LedgerPlace, Transaction } from './ledger.ts';
import { migrate } from './migrate.ts';
import { createQueues } from './queues.ts';

const CONNECT_MILLISECONDS = 10_000;

/** Other workers' silence is noticed within seconds of their heartbeat's end. */
const SHARED = {
  schema: 'platen_queue',
  schedule: false,
  max: 4,
  monitorIntervalSeconds: 1,
  superviseIntervalSeconds: 1,
  connectionTimeoutMillis: CONNECT_MILLISECONDS,
} as const;

/** Open the ledger on a PostgreSQL server, which any number of workers share. */
export async function openServer(url: string, place: LedgerPlace): Promise<Outcome<Ledger>> {
  const pool = new Pool({
    connectionString: url,
    max: 8,
    connectionTimeoutMillis: CONNECT_MILLISECONDS,
    application_name: 'platen',
  });
  pool.on('error', (error) => place.onError?.(error));
  const boss = new PgBoss({ ...SHARED, connectionString: url });
  boss.on('error', (error) => place.onError?.(error));
  const close = async () => {
    await boss.stop({ graceful: false, close: true }).catch(() => undefined);
    await pool.end();
  };
  try {
    const migrated = await inTransaction(pool, migrate);
    if (!migrated.ok) {
      await pool.end();
      return migrated;
    }
    await boss.start();
    await createQueues(boss, true);
    return success(ledgerOf(pool, boss, close));
  } catch (error) {
    await close().catch(() => undefined);
    return failed([unreachable(url, error)]);
  }
}

function ledgerOf(pool: Pool, boss: PgBoss, close: () => Promise<void>): Ledger {
  return {
    engine: 'server',
    boss,
    close,
    tidy: async () => undefined,
    query: async <Row extends object>(sql: string, values: readonly unknown[] = []) =>
      (await pool.query<Row>(sql, [...values])).rows,
    transaction: (work) => inTransaction(pool, work),
  };
}

/** A connection that failed to end its transaction is thrown away, not put back. */
async function inTransaction<T>(
  pool: Pool,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  client.on('error', ignore);
  let broken: Error | undefined;
  try {
    await client.query('BEGIN');
    const value = await work(transactionOf(client));
    await client.query('COMMIT');
    return value;
  } catch (error) {
    await client.query('ROLLBACK').catch((failure: Error) => (broken = failure));
    throw error;
  } finally {
    client.off('error', ignore);
    client.release(broken);
  }
}

/** A lost connection also rejects the query in hand, which is where it is answered. */
function ignore(): void {}

function transactionOf(client: PoolClient): Transaction {
  return {
    db: dbOf(client),
    query: async <Row extends object>(sql: string, values: readonly unknown[] = []) =>
      (await client.query<Row>(sql, [...values])).rows,
  };
}

function dbOf(client: PoolClient): Db {
  return { executeSql: async (text, values) => client.query(text, values) };
}

/** The address of a database URL without user and password. */
export function addressOf(url: string): string {
  try {
    const { host, pathname } = new URL(url);
    return `postgres://${host}${pathname}`;
  } catch {
    return 'postgres://…';
  }
}

function unreachable(url: string, error: unknown): Failure {
  const found = error instanceof Error ? error.message || error.name : String(error);
  return failure('ledger', addressOf(url), 'The ledger’s database cannot be used', {
    expected: 'a PostgreSQL server that lets Platen create tables',
    found: found.replaceAll(url, addressOf(url)),
    hint: 'Check that it runs, its address, and the user’s rights. Nothing was changed; the run goes on when it is back.',
  });
}

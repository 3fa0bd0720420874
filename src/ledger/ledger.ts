import type { Db, PgBoss } from 'pg-boss';

/** Something that answers SQL. Rows come as plain objects, times as `Date`, `jsonb` parsed, `bytea` as bytes. */
export interface Queryable {
  query<Row extends object>(sql: string, values?: readonly unknown[]): Promise<readonly Row[]>;
}

/** One transaction; pass `db` to pg-boss and its jobs are part of the transaction. */
export interface Transaction extends Queryable {
  readonly db: Db;
}

/** The record of every run, and the queue that moves it: one engine, so that both change together or not at all. */
export interface Ledger extends Queryable {
  /** Embedded: this process is the only one. Server: any number of workers share it. */
  readonly engine: 'embedded' | 'server';
  readonly boss: PgBoss;
  transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
  /** Now and then during a long run: remove what is done with, where no server does so by itself. */
  tidy(): Promise<void>;
  close(): Promise<void>;
}

/** Where the ledger lies: a folder, or a PostgreSQL server. */
export interface LedgerPlace {
  readonly directory: string;
  /** `postgres://…`; null for the folder. It may hold a password: never print it. */
  readonly url: string | null;
  /** Told of errors in the background, such as a lost connection. */
  readonly onError?: (error: Error) => void;
}

import { failed, failure, success, type Outcome } from '../failure.ts';
import type { Transaction } from './ledger.ts';
import { migrations } from './migrations.ts';

/** Any number: it only has to be the same in every Platen. */
const LOCK = 7_528_136;

/** Bring the ledger's tables to this version; processes that start together wait for each other. */
export async function migrate(transaction: Transaction): Promise<Outcome<number>> {
  await transaction.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
  await transaction.query('CREATE SCHEMA IF NOT EXISTS platen');
  await transaction.query(
    'CREATE TABLE IF NOT EXISTS platen.schema_version (version integer PRIMARY KEY)',
  );
  const [row] = await transaction.query<{ version: number }>(
    'SELECT coalesce(max(version), 0)::integer AS version FROM platen.schema_version',
  );
  const have = row?.version ?? 0;
  if (have > migrations.length) return failed([newer(have)]);
  for (const [offset, sql] of migrations.slice(have).entries()) {
    await transaction.db.executeSql(sql);
    await transaction.query('INSERT INTO platen.schema_version VALUES ($1)', [have + offset + 1]);
  }
  return success(migrations.length);
}

function newer(found: number) {
  return failure('ledger', 'platen.schema_version', 'A newer Platen made this ledger', {
    expected: `version ${migrations.length} or older`,
    found: `version ${found}`,
    hint: 'Use the newer Platen.',
  });
}

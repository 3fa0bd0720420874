import type { Queryable } from './ledger.ts';

/** Turns that may be taken ahead: a clock that jumps back makes nobody wait for longer. */
const AHEAD = 1000;

/**
 * Take the next turn of something that may be done so often a second by all workers together. Answers the milliseconds
 * until then, by the clock of the database, which all of them share.
 */
export async function takeTurn(
  ledger: Queryable,
  name: string,
  perSecond: number,
): Promise<number> {
  const [turn] = await ledger.query<{ wait: number }>(
    `INSERT INTO platen.turn AS t VALUES ($1, clock_timestamp())
     ON CONFLICT (name) DO UPDATE SET next = greatest(clock_timestamp(),
       least(t.next + $2::float8 * interval '1 second', clock_timestamp() + $2::float8 * ${AHEAD} * interval '1 second'))
     RETURNING (extract(epoch FROM next - clock_timestamp()) * 1000)::float8 AS wait`,
    [name, 1 / perSecond],
  );
  return Math.max(0, turn?.wait ?? 0);
}

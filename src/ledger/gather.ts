import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises';

/** Most calls that are made as one. */
const MOST = 100;

interface Waiting<Item, Result> {
  readonly item: Item;
  readonly done: (result: Result) => void;
  readonly fail: (error: unknown) => void;
}

/** Does something for many at once: one result for each, in their order. All of it or nothing has happened. */
export type ForMany<Item, Result> = (items: readonly Item[]) => Promise<readonly Result[]>;

/**
 * Calls that come while one is under way, or within the wanted milliseconds of the first, are made as one: one statement and one
 * `fsync` serve all of them, and each is answered when its own is durable. Where many fail together each is tried alone, so
 * that no call fails for another.
 */
export function gather<Item, Result>(
  work: ForMany<Item, Result>,
  wanted = () => 0,
): (item: Item) => Promise<Result> {
  const waiting: Waiting<Item, Result>[] = [];
  let busy = false;
  const pause = () => {
    const milliseconds = wanted();
    return milliseconds === 0 ? nextTurn() : wait(milliseconds);
  };
  const goOn = async () => {
    for (; waiting.length > 0; await pause()) await answer(waiting.splice(0, MOST), work);
    busy = false;
  };
  return (item) =>
    new Promise((done, fail) => {
      waiting.push({ item, done, fail });
      if (busy) return;
      busy = true;
      void pause().then(goOn);
    });
}

async function answer<Item, Result>(
  calls: readonly Waiting<Item, Result>[],
  work: ForMany<Item, Result>,
): Promise<void> {
  try {
    const results = await work(calls.map(({ item }) => item));
    for (const [index, { done }] of calls.entries()) done(results[index] as Result);
  } catch (error) {
    if (calls.length > 1) await Promise.all(calls.map((call) => answer([call], work)));
    else calls[0]?.fail(error);
  }
}

/** What each item has among the rows of its statement, which come in any order: a row is given to one item only. */
export function eachOwn<Item, Row>(
  items: readonly Item[],
  rows: readonly Row[],
  key: (one: Item | Row) => string,
): readonly (Row | null)[] {
  const left = new Map(rows.map((row) => [key(row), row]));
  return items.map((item) => {
    const own = left.get(key(item)) ?? null;
    left.delete(key(item));
    return own;
  });
}

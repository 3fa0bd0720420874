import { expect, test } from 'vitest';
import { eachOwn, gather } from '../../src/ledger/gather.ts';

/** Work that ends when it is told to, and remembers what it was given. */
function work() {
  const given: (readonly string[])[] = [];
  const ends: (() => void)[] = [];
  const call = gather(async (items: readonly string[]) => {
    given.push(items);
    await new Promise<void>((done) => ends.push(done));
    if (items.includes('bad')) throw new Error('bad');
    return items.map((item) => item.toUpperCase());
  });
  const end = async () => {
    while (ends.length === 0) await new Promise((done) => setImmediate(done));
    for (const one of ends.splice(0)) one();
  };
  return { given, call, end };
}

test('calls that come while one is under way are made as one; each gets its own answer', async () => {
  const { given, call, end } = work();
  const first = call('a');
  while (given.length === 0) await new Promise((done) => setImmediate(done));
  const others = [call('b'), call('c')];
  await end();
  expect(await first).toBe('A');
  await end();
  expect(await Promise.all(others)).toEqual(['B', 'C']);
  expect(given).toEqual([['a'], ['b', 'c']]);
});

test('calls of the same moment are made as one', async () => {
  const { given, call, end } = work();
  const both = [call('a'), call('b')];
  await end();
  expect(await Promise.all(both)).toEqual(['A', 'B']);
  expect(given).toEqual([['a', 'b']]);
});

test('others are waited for where that is wanted', async () => {
  const sizesWith = async (milliseconds: number) => {
    const sizes: number[] = [];
    const count = async (items: readonly string[]) => (sizes.push(items.length), items);
    const call = gather(count, () => milliseconds);
    const first = call('a');
    while (milliseconds === 0 && sizes.length === 0)
      await new Promise((done) => setImmediate(done));
    await Promise.all([first, call('b')]);
    return sizes;
  };
  expect(await sizesWith(300)).toEqual([2]);
  expect(await sizesWith(0)).toEqual([1, 1]);
});

test('a call that fails makes no other one fail', async () => {
  const { given, call, end } = work();
  const all = Promise.allSettled([call('a'), call('bad'), call('c')]);
  await end();
  await end();
  expect((await all).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(given).toEqual([['a', 'bad', 'c'], ['a'], ['bad'], ['c']]);
});

test('more calls than are made as one follow in another', async () => {
  const sizes: number[] = [];
  const call = gather(async (items: readonly number[]) => {
    sizes.push(items.length);
    return items;
  });
  const numbers = Array.from({ length: 250 }, (_, index) => index);
  expect(await Promise.all(numbers.map(call))).toEqual(numbers);
  expect(sizes).toEqual([100, 100, 50]);
});

test('a row belongs to one item, wherever it stands; the same item again has none', () => {
  const rows = [{ key: 'b' }, { key: 'a' }];
  const items = [{ key: 'a' }, { key: 'a' }, { key: 'c' }, { key: 'b' }];
  const own = eachOwn(items, rows, ({ key }) => key);
  expect(own).toEqual([{ key: 'a' }, null, null, { key: 'b' }]);
});

import { expect, test } from 'vitest';
import { openHands } from '../../src/run/hands.ts';

const settle = () => new Promise((done) => setImmediate(done));

test('as many are in hand as there are hands; the next one waits', async () => {
  const hands = openHands(2);
  const letGo = await hands.take(1);
  const letGoToo = await hands.take(1);
  expect(hands.holders()).toBe(2);
  const taken: string[] = [];
  void hands.take(1).then(() => taken.push('third'));
  await settle();
  expect(taken).toEqual([]);
  letGo();
  await settle();
  expect(taken).toEqual(['third']);
  letGoToo();
  expect(hands.holders()).toBe(1);
});

test('who needs all hands is alone, and nobody overtakes him', async () => {
  const hands = openHands(3);
  const [one, two] = [await hands.take(1), await hands.take(1)];
  const taken: string[] = [];
  const all = hands.take(Infinity).then((letGo) => {
    taken.push('all');
    return letGo;
  });
  void hands.take(1).then(() => taken.push('after'));
  one();
  await settle();
  expect(taken).toEqual([]);
  two();
  await settle();
  expect(taken).toEqual(['all']);
  expect(hands.holders()).toBe(1);
  (await all)();
  await settle();
  expect(taken).toEqual(['all', 'after']);
});

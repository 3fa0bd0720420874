import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { takeTurn } from '../../src/ledger/take-turn.ts';
import { testLedger } from '../run/room.ts';

let ledger: Ledger;
beforeAll(async () => {
  ledger = await testLedger();
});
afterAll(() => ledger.close());

const SLOW = 0.001;
const inTurns = (waits: readonly number[]) => waits.map((wait) => Math.round(wait * SLOW * 0.001));

test('whoever comes at once gets turns one after the other, each name its own', async () => {
  const waits = await Promise.all([1, 2, 3, 4].map(() => takeTurn(ledger, 'smtp.a', SLOW)));
  expect(inTurns(waits).sort()).toEqual([0, 1, 2, 3]);
  expect(inTurns([await takeTurn(ledger, 'smtp.b', SLOW)])).toEqual([0]);
});

test('turns that were not taken are gone; a clock that jumped back lets nobody wait for long', async () => {
  await ledger.query("INSERT INTO platen.turn VALUES ('past', now() - interval '1 year')");
  expect(inTurns([await takeTurn(ledger, 'past', SLOW)])).toEqual([0]);
  expect(inTurns([await takeTurn(ledger, 'past', SLOW)])).toEqual([1]);
  await ledger.query("INSERT INTO platen.turn VALUES ('jump', now() + interval '9 years')");
  expect(inTurns([await takeTurn(ledger, 'jump', SLOW)])).toEqual([1000]);
});

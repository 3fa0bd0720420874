import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readRetryAfter, waitBefore } from '../../src/fetch/back-off.ts';
import { isInPeriod, parsePeriod } from '../../src/fetch/period.ts';

const clock = (random: number) => ({
  now: () => 0,
  random: () => random,
  sleep: () => Promise.resolve(),
});

test('waits stay under a bound that doubles to half a minute, and cover all of it', () =>
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 50 }),
      fc.double({ min: 0, max: 0.999999, noNaN: true }),
      (attempt, random) => {
        const bound = Math.min(30_000, 500 * 2 ** attempt);
        expect(waitBefore(attempt, null, clock(random))).toBeCloseTo(random * bound, 6);
      },
    ),
  ));

test('the server’s wait is never undercut', () => {
  expect(waitBefore(1, 4000, clock(0))).toBe(4000);
  expect(waitBefore(9, 4000, clock(0.999))).toBeCloseTo(4499.5);
});

test('Retry-After: seconds, a date, one that is past, and what says nothing', () => {
  const noon = Date.UTC(2026, 10, 22, 12);
  const cases = [
    ['120', 120_000],
    [' 0 ', 0],
    ['Sun, 22 Nov 2026 12:01:00 GMT', 60_000],
    ['Sun, 22 Nov 2026 11:00:00 GMT', 0],
    ['-5', null],
    ['1.5', null],
    ['soon', null],
    ['Someday', null],
    ['', null],
    ['9999999999', null],
    [null, null],
  ] as const;
  for (const [header, wait] of cases)
    expect([header, readRetryAfter(header, noon)]).toEqual([header, wait]);
});

test('periods are years, months and days in UTC; the end is not in them', () => {
  const read = (name: string) => {
    const period = parsePeriod(name);
    return period.ok ? [period.value.start, period.value.end] : null;
  };
  const seconds = (...date: [number, number, number]) => Date.UTC(...date) / 1000;
  expect(read('2026-10')).toEqual([seconds(2026, 9, 1), seconds(2026, 10, 1)]);
  expect(read('2026-12')).toEqual([seconds(2026, 11, 1), seconds(2027, 0, 1)]);
  expect(read('2026')).toEqual([seconds(2026, 0, 1), seconds(2027, 0, 1)]);
  expect(read('2028-02-29')).toEqual([seconds(2028, 1, 29), seconds(2028, 2, 1)]);
  for (const name of ['2026-13', '2026-00', '2026-02-29', '26-10', '2026-1', '', '2026-10-', 'x'])
    expect([name, read(name)]).toEqual([name, null]);
});

test('every end lies in exactly one month', () =>
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 4_000_000_000 }), (end) => {
      const last = new Date((end - 1) * 1000);
      const name = last.toISOString().slice(0, 7);
      const next = new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth() + 1, 1));
      const holds = (month: string) => {
        const period = parsePeriod(month);
        return period.ok && isInPeriod({ invoiceEndTimeInSeconds: end }, period.value);
      };
      expect([holds(name), holds(next.toISOString().slice(0, 7))]).toEqual([true, false]);
    }),
  ));

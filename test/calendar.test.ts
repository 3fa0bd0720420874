import fc from 'fast-check';
import { expect, test } from 'vitest';
import { daysFrom, isoDay, later, startOf, startOfDay } from '../src/calendar.ts';

const moments = fc.integer({ min: -2_000_000_000, max: 20_000_000_000 });

test.each([
  ['2025', '2025-01-01'],
  ['2025-09', '2025-09-01'],
  ['2024-02-29', '2024-02-29'],
])('%s begins on %s', (text, day) => {
  expect(isoDay(startOf(text) ?? 0)).toBe(day);
});

test.each(['2025-02-29', '2025-13', '2025-9', '25-09-01', '2025-09-01T00:00', 'constructor', ''])(
  '%s is no day',
  (text) => {
    expect(startOf(text)).toBeNull();
  },
);

test('a month after the last of January is the last of February', () => {
  expect(isoDay(later(startOf('2024-01-31') ?? 0, 1, 'month'))).toBe('2024-02-29');
  expect(isoDay(later(startOf('2025-12') ?? 0, 1, 'month'))).toBe('2026-01-01');
});

test('days later and days between are each other’s reverse', () => {
  fc.assert(
    fc.property(moments, fc.integer({ min: -4000, max: 4000 }), (moment, days) => {
      expect(daysFrom(moment, later(moment, days, 'day'))).toBe(days);
      expect(later(moment, days, 'day')).toBe(moment + days * 86_400);
    }),
  );
});

test('a day begins at most a day before any of its moments', () => {
  fc.assert(
    fc.property(moments, (moment) => {
      expect(isoDay(startOfDay(moment))).toBe(isoDay(moment));
      expect(startOf(isoDay(moment))).toBe(startOfDay(moment));
    }),
  );
});

import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { decimalsIn, unitsIn } from '../../src/paginate/amount-digits.ts';

const AMOUNT = /^[+-]?\d{1,60}(?:\.(\d{1,20}))?$/;

const written = fc.string({
  unit: fc.constantFrom('0', '1', '9', '.', '-', '+', ' ', 'e', '\u0663'),
  maxLength: 12,
});

it('finds the decimals of what is an exact decimal, and of nothing else', () => {
  fc.assert(
    fc.property(written, (value) => {
      const match = AMOUNT.exec(value);
      expect(decimalsIn(value)).toBe(match === null ? null : (match[1]?.length ?? 0));
    }),
    { numRuns: 5000 },
  );
});

test('what is longer than any amount is none', () => {
  expect(decimalsIn('1'.repeat(60))).toBe(0);
  expect(decimalsIn('1'.repeat(61))).toBeNull();
  expect(decimalsIn(`1.${'2'.repeat(20)}`)).toBe(20);
  expect(decimalsIn(`1.${'2'.repeat(21)}`)).toBeNull();
});

test('counts in units of the last decimal', () => {
  expect(unitsIn('12.50')).toBe(1250);
  expect(unitsIn('-0.07')).toBe(-7);
  expect(unitsIn('+3')).toBe(3);
  expect(unitsIn('99999999999999.9')).toBe(999_999_999_999_999);
});

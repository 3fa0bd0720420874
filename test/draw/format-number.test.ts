import fc from 'fast-check';
import { expect, test } from 'vitest';
import { coordinate, factor, matrix } from '../../src/draw/format-number.ts';

test.each([
  [0, '0'],
  [-0, '0'],
  [1.5, '1.5'],
  [0.0004, '0'],
  [-0.0004, '0'],
  [100.12345, '100.123'],
  [Number.NaN, '0'],
  [Number.POSITIVE_INFINITY, '10000000'],
  [Number.NEGATIVE_INFINITY, '-10000000'],
])('%d is written as %s', (value, text) => {
  expect(coordinate(value)).toBe(text);
});

test('every number is written in a form that PDF knows, within half a thousandth', () => {
  fc.assert(
    fc.property(fc.double({ min: -9e6, max: 9e6, noNaN: true }), (value) => {
      const text = coordinate(value);
      expect(text).toMatch(/^-?\d+(\.\d{1,3})?$/);
      expect(Math.abs(Number(text) - value)).toBeLessThanOrEqual(0.000501);
      expect(factor(value)).toMatch(/^-?\d+(\.\d{1,6})?$/);
    }),
  );
});

test('a matrix keeps six decimals of its factors and three of its move', () => {
  expect(matrix([Math.SQRT1_2, 0.0000001, 0, 1, 1.23456, -2])).toBe('0.707107 0 0 1 1.235 -2');
});

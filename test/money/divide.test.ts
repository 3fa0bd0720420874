import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decimal } from '../../src/money/decimal.ts';
import { divide } from '../../src/money/divide.ts';

const digits = fc
  .integer({ min: 1, max: 17 })
  .chain((length) => fc.bigInt({ min: 1n, max: 10n ** BigInt(length) - 1n }));
const written = fc
  .tuple(fc.constantFrom('', '-'), digits, fc.integer({ min: -12, max: 6 }))
  .map(([sign, whole, exponent]) => ({ sign, whole, exponent }));

/** The quotient by whole numbers of any length, half-up on its size. */
function exactly(
  value: { readonly sign: string; readonly whole: bigint; readonly exponent: number },
  by: { readonly sign: string; readonly whole: bigint; readonly exponent: number },
  decimals: number,
): string {
  const shift = decimals + value.exponent - by.exponent;
  const over = value.whole * 10n ** BigInt(Math.max(0, shift));
  const under = by.whole * 10n ** BigInt(Math.max(0, -shift));
  const units = (2n * over + under) / (2n * under);
  const sign = value.sign === by.sign || units === 0n ? '' : '-';
  return decimal(`${sign}${units}e-${decimals}`).toString();
}

test('quotients are exact before they are rounded, however many digits they have', () => {
  const decimals = fc.integer({ min: 0, max: 24 });
  fc.assert(
    fc.property(written, written, decimals, (value, by, places) => {
      const [over, under] = [value, by].map(({ sign, whole, exponent }) =>
        decimal(`${sign}${whole}e${exponent}`),
      );
      if (over === undefined || under === undefined) throw new Error('there are two');
      expect(divide(over, under, places).toString()).toBe(exactly(value, by, places));
    }),
    { numRuns: 20_000 },
  );
});

test.each([
  ['8.753983999999999', '12', 8, '0.72949867'],
  ['8.753983999999999', '3', 2, '2.92'],
  ['0.25', '1', 1, '0.3'],
  ['-0.25', '1', 1, '-0.3'],
  ['0.249999999999999', '1', 1, '0.2'],
  ['0.9007199254740991', '9007199254740991', 15, '0'],
  ['9007.199254740991', '9007199254740', 0, '0'],
])(
  '%s by %s with %i decimals is %s, as whole numbers and as large ones',
  (over, under, decimals, quotient) => {
    expect(divide(decimal(over), decimal(under), decimals).toString()).toBe(quotient);
  },
);

test('quotients of what doubles are written as are rounded as they should be', () => {
  const double = fc.double({ min: 1e-6, max: 1e9, noNaN: true });
  const units = fc.integer({ min: 1, max: 1_000_000_000 });
  fc.assert(
    fc.property(double, units, fc.integer({ min: 0, max: 12 }), (price, count, places) => {
      const value = decimal(price);
      const whole = BigInt(value.toString().replace('.', ''));
      const written = { sign: '', whole, exponent: -Math.max(0, value.places) };
      const by = { sign: '', whole: BigInt(count), exponent: 0 };
      expect(divide(value, decimal(count), places).toString()).toBe(exactly(written, by, places));
    }),
    { numRuns: 20_000 },
  );
});

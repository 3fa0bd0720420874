import { Big } from 'big.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimal } from '../../src/money/decimal.ts';
import type { Decimal, Rounding } from '../../src/money/decimal.ts';

const Exact = Big();
Exact.DP = 60;
Exact.NE = -1e6;
Exact.PE = 1e6;

/** As many digits as safe integers have, one more and one less, and many more than that. */
const digits = fc
  .constantFrom(1, 2, 8, 14, 15, 16, 17, 30)
  .chain((length) => fc.bigInt({ min: -(10n ** BigInt(length)), max: 10n ** BigInt(length) }));
const written = fc.oneof(
  fc.tuple(digits, fc.integer({ min: -20, max: 20 })).map(([units, power]) => `${units}e${power}`),
  fc.constantFrom('9007199254740991', '-9007199254740991', '9007199254740992', '0', '5e-324'),
);

/** What the library makes of it, as the one form that decimals have. */
const same = (value: Big): Decimal => decimal(value.toString());

describe('decimals are those of the library, whether they are held as safe integers or not', () => {
  test('read and written', () => {
    fc.assert(
      fc.property(written, (text) => {
        expect(decimal(text).toString()).toBe(new Exact(text).toString().replace(/^-0$/, '0'));
        expect(decimal(decimal(text).toString())).toEqual(decimal(text));
      }),
    );
  });

  test('added, subtracted, multiplied and divided', () => {
    fc.assert(
      fc.property(written, written, (one, other) => {
        const [a, b] = [decimal(one), decimal(other)];
        const [x, y] = [new Exact(one), new Exact(other)];
        expect(a.plus(b)).toEqual(same(x.plus(y)));
        expect(a.minus(b)).toEqual(same(x.minus(y)));
        expect(a.times(b)).toEqual(same(x.times(y)));
        if (!y.eq(0)) expect(a.div(b)).toEqual(same(x.div(y)));
      }),
      { numRuns: 5000 },
    );
  });

  test('compared, with signs changed and taken away', () => {
    fc.assert(
      fc.property(written, written, (one, other) => {
        const [a, b] = [decimal(one), decimal(other)];
        const [x, y] = [new Exact(one), new Exact(other)];
        expect(a.cmp(b)).toBe(x.cmp(y));
        expect([a.lt(b), a.lte(b), a.eq(b), a.gte(b), a.gt(b)]).toEqual([
          x.lt(y),
          x.lte(y),
          x.eq(y),
          x.gte(y),
          x.gt(y),
        ]);
        expect(a.neg()).toEqual(same(x.neg()));
        expect(a.abs()).toEqual(same(x.abs()));
        expect(a.sign()).toBe(x.cmp(0));
      }),
    );
  });

  test('rounded in every way', () => {
    const modes: readonly (readonly [Rounding, 1 | 2 | 3])[] = [
      ['half-up', 1],
      ['half-even', 2],
      ['up', 3],
    ];
    const halves = digits.map((whole) => `${whole}5e-3`);
    const places = fc.integer({ min: 0, max: 22 });
    fc.assert(
      fc.property(fc.oneof(written, halves), places, (text, decimals) => {
        for (const [rounding, mode] of modes) {
          const expected = same(new Exact(text).round(decimals, mode));
          expect(decimal(text).round(decimals, rounding)).toEqual(expected);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

test('a number is the decimal that it is written as', () => {
  const scaled = (most: number) =>
    fc
      .tuple(fc.integer({ min: -most, max: most }), fc.integer({ min: 0, max: 9 }))
      .map(([units, places]) => units / 10 ** places);
  const beside = scaled(Number.MAX_SAFE_INTEGER).map((value) => value * (1 + Number.EPSILON));
  const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
  const numbers = fc.oneof(scaled(1_000_000), scaled(Number.MAX_SAFE_INTEGER), beside, finite);
  fc.assert(
    fc.property(numbers, (value) => {
      expect(decimal(value)).toEqual(decimal(String(value)));
    }),
    { numRuns: 20_000 },
  );
});

test.each([NaN, Infinity, -Infinity])('%s is no decimal', (value) => {
  expect(() => decimal(value)).toThrow();
});

test('what is no number is refused, and so is a quotient by nothing', () => {
  expect(() => decimal('1,5')).toThrow();
  expect(() => decimal('1').div('0')).toThrow();
});

test('JSON has all of the digits', () => {
  expect(JSON.stringify({ units: decimal('123456789012345678.9') })).toBe(
    '{"units":"123456789012345678.9"}',
  );
});

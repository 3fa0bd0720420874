import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { creditCurrency, isoCurrency, sameCurrency } from '../../src/money/currency.ts';
import { decimal } from '../../src/money/decimal.ts';
import {
  add,
  compare,
  isNegative,
  isZero,
  money,
  negate,
  noMoney,
  subtract,
  sum,
} from '../../src/money/money.ts';
import type { Currency } from '../../src/money/money.ts';

const EUR: Currency = { kind: 'iso', code: 'EUR', digits: 2 };
const USD: Currency = { kind: 'iso', code: 'USD', digits: 2 };

const doubles = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e21, max: 1e21 });

describe('currencies', () => {
  test.each([
    ['EUR', 2],
    ['JPY', 0],
    ['KWD', 3],
    ['CLF', 4],
    ['HUF', 2],
    ['IDR', 2],
    ['RSD', 2],
  ])('%s has %i digits', (code, digits) => {
    expect(isoCurrency(code)).toEqual({ kind: 'iso', code, digits });
  });

  test('a code in small letters is the same currency', () => {
    expect(isoCurrency('usd')).toEqual(USD);
  });

  test.each(['', 'EURO', 'E', 'ZZZ', 'U$D', '__proto__', 'constructor', 'eur '])(
    '%j is no currency',
    (code) => {
      expect(isoCurrency(code)).toBeNull();
    },
  );

  test('every currency that Intl knows is known', () => {
    const funds = new Set(['XDR', 'XSU']);
    const missing = Intl.supportedValuesOf('currency').filter(
      (code) => isoCurrency(code) === null && !funds.has(code) && !/^X[ABPT]/.test(code),
    );
    expect(missing).toEqual([]);
  });

  test('a credit unit named USD is not the dollar', () => {
    expect(sameCurrency(creditCurrency('USD', 2), USD)).toBe(false);
    expect(() => add(money(1, creditCurrency('USD', 2)), money(1, USD))).toThrow(TypeError);
  });
});

describe('arithmetic', () => {
  test('0.1 + 0.2 is 0.3', () => {
    expect(add(money(0.1, EUR), money(0.2, EUR)).amount.toString()).toBe('0.3');
  });

  test('the sample: 183.08 + 138 + 19.32 = 340.4', () => {
    const fees = [183.08, 138, 19.32].map((cost) => money(cost, EUR));
    expect(sum(fees, EUR).amount.toString()).toBe('340.4');
  });

  test('the sum of nothing is zero', () => {
    expect(sum([], EUR)).toEqual(noMoney(EUR));
  });

  test('mixed currencies are a programming error', () => {
    expect(() => add(money(1, EUR), money(1, USD))).toThrow('EUR and USD');
    expect(() => compare(money(1, EUR), money(1, USD))).toThrow('EUR and USD');
    expect(() => sum([money(1, USD)], EUR)).toThrow('USD and EUR');
  });

  test('zero has no sign', () => {
    expect(money(-0, EUR)).toEqual(noMoney(EUR));
    expect(money('-0.00', EUR).amount.toString()).toBe('0');
    expect(negate(noMoney(EUR))).toEqual(noMoney(EUR));
    expect(isNegative(negate(noMoney(EUR)))).toBe(false);
  });

  test('sign and order', () => {
    expect(isNegative(money(-0.01, EUR))).toBe(true);
    expect(isZero(subtract(money(1.1, EUR), money('1.10', EUR)))).toBe(true);
    expect(compare(money(2, EUR), money(10, EUR))).toBe(-1);
    expect(compare(money(-2, EUR), money(-10, EUR))).toBe(1);
  });

  test('a decimal has no exponent in print and no floating point in its arithmetic', () => {
    expect(decimal(1.25e-5).toString()).toBe('0.0000125');
    expect(decimal(1e21).toString()).toBe('1000000000000000000000');
    // @ts-expect-error A number is no operand.
    expect(() => decimal('1').plus(1)).toThrow();
  });
});

describe('laws', () => {
  test('a double keeps its shortest decimal form', () => {
    fc.assert(
      fc.property(doubles, (value) => Number(money(value, EUR).amount.toString()) === value + 0),
    );
  });

  test('the parts of a whole add up to it, whatever their order', () => {
    fc.assert(
      fc.property(fc.array(doubles, { maxLength: 30 }), (values) => {
        const parts = values.map((value) => money(value, EUR));
        const whole = sum(parts, EUR);
        expect(sum([...parts].reverse(), EUR)).toEqual(whole);
        expect(isZero(parts.reduce(subtract, whole))).toBe(true);
      }),
    );
  });

  test('a sum is what its parts come to one after the other, whatever their sizes', () => {
    const sizes = fc
      .tuple(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), fc.integer({ min: -6, max: 18 }))
      .map(([units, exponent]) => money(`${units}e-${exponent}`.replace('--', ''), EUR));
    fc.assert(
      fc.property(fc.array(sizes, { maxLength: 30 }), (parts) => {
        expect(sum(parts, EUR)).toEqual(parts.reduce(add, noMoney(EUR)));
      }),
    );
  });

  test('a number is the decimal that it is written as', () => {
    fc.assert(
      fc.property(
        fc.oneof(doubles, fc.integer(), fc.double({ noNaN: true, max: 1, min: -1 })),
        (value) => {
          expect(decimal(value)).toEqual(decimal(String(value)));
        },
      ),
    );
  });

  test('the sign only mirrors', () => {
    fc.assert(
      fc.property(doubles, doubles, (x, y) => {
        const [a, b] = [money(x, EUR), money(y, EUR)];
        expect(add(negate(a), negate(b))).toEqual(negate(add(a, b)));
        expect(compare(negate(a), negate(b)) + compare(a, b)).toBe(0);
      }),
    );
  });
});

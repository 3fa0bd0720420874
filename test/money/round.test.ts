import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimal } from '../../src/money/decimal.ts';
import { exponentOf } from '../../src/money/digits.ts';
import { compare, money, negate } from '../../src/money/money.ts';
import type { Currency } from '../../src/money/money.ts';
import { effectiveUnitPrice, roundMoney } from '../../src/money/round.ts';
import type { RoundingMode } from '../../src/money/round.ts';

const EUR: Currency = { kind: 'iso', code: 'EUR', digits: 2 };
const JPY: Currency = { kind: 'iso', code: 'JPY', digits: 0 };
const KWD: Currency = { kind: 'iso', code: 'KWD', digits: 3 };

const modes: readonly RoundingMode[] = ['half-up', 'half-even'];

function rounded(amount: number | string, currency: Currency, mode: RoundingMode): string {
  return roundMoney(money(amount, currency), mode).amount.toString();
}

describe('both sides of each half', () => {
  test.each([
    ['0.124999999999999999', '0.12', '0.12'],
    ['0.125', '0.13', '0.12'],
    ['0.125000000000000001', '0.13', '0.13'],
    ['0.135', '0.14', '0.14'],
    ['0.145', '0.15', '0.14'],
    ['0.995', '1', '1'],
    ['0.985', '0.99', '0.98'],
    ['-0.125', '-0.13', '-0.12'],
    ['-0.135', '-0.14', '-0.14'],
    ['0.005', '0.01', '0'],
    ['-0.004', '0', '0'],
    ['70.035', '70.04', '70.04'],
    ['1.005', '1.01', '1'],
    ['999999999999999.995', '1000000000000000', '1000000000000000'],
  ])('%s is %s half-up and %s half-even', (amount, up, even) => {
    expect(rounded(amount, EUR, 'half-up')).toBe(up);
    expect(rounded(amount, EUR, 'half-even')).toBe(even);
  });

  test('the digits are those of the currency', () => {
    expect(rounded(2.5, JPY, 'half-up')).toBe('3');
    expect(rounded(2.5, JPY, 'half-even')).toBe('2');
    expect(rounded(1.0005, KWD, 'half-up')).toBe('1.001');
    expect(roundMoney(money(1.23456, EUR), 'half-up', 4).amount.toString()).toBe('1.2346');
  });
});

describe('laws', () => {
  const amounts = fc
    .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: 0, max: 8 }))
    .map(([units, exponent]) => money(`${units}e-${exponent}`, EUR));
  const mode = fc.constantFrom(...modes);

  test('rounding mirrors the sign', () => {
    fc.assert(
      fc.property(amounts, mode, (amount, by) => {
        expect(roundMoney(negate(amount), by)).toEqual(negate(roundMoney(amount, by)));
      }),
    );
  });

  test('rounding moves an amount by half a cent at most, and a rounded one not at all', () => {
    fc.assert(
      fc.property(amounts, mode, (amount, by) => {
        const result = roundMoney(amount, by);
        expect(result.amount.minus(amount.amount).abs().lte('0.005')).toBe(true);
        expect(roundMoney(result, by)).toEqual(result);
      }),
    );
  });

  test('rounding keeps the order', () => {
    fc.assert(
      fc.property(amounts, amounts, mode, (a, b, by) => {
        const [low, high] = compare(a, b) <= 0 ? [a, b] : [b, a];
        expect(compare(roundMoney(low, by), roundMoney(high, by))).toBeLessThanOrEqual(0);
      }),
    );
  });

  test('the modes differ only where a tie has an even neighbour below', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), (cents) => {
        const tie = money(`${cents}5e-3`, EUR);
        const even = roundMoney(tie, 'half-even').amount.times('100');
        expect(BigInt(even.toString()) % 2n).toBe(0n);
        const up = roundMoney(tie, 'half-up').amount.abs();
        expect(up.gt(tie.amount.abs())).toBe(true);
      }),
    );
  });
});

describe('effective unit price', () => {
  const price = (amount: number, units: number): string | undefined =>
    effectiveUnitPrice(money(amount, EUR), decimal(units))?.amount.toString();

  test('has six significant digits', () => {
    expect(price(1, 3)).toBe('0.333333');
    expect(price(2, 3e9)).toBe('0.000000000666667');
    expect(price(-2, 3)).toBe('-0.666667');
  });

  test('is exact where it ends early', () => {
    expect(price(425.5, 1250000)).toBe('0.0003404');
    expect(price(12.5, 1000000)).toBe('0.0000125');
  });

  test('never has fewer decimals than the currency', () => {
    expect(price(37037037.03, 3)).toBe('12345679.01');
  });

  test('is the quotient, rounded once', () => {
    const numbers = fc.double({ noNaN: true, min: -1e12, max: 1e12 });
    fc.assert(
      fc.property(numbers, numbers, (amount, units) => {
        fc.pre(Math.abs(units) > 1e-9);
        const exact = money(amount, EUR).amount.div(decimal(units));
        const decimals = Math.max(2, 5 - exponentOf(exact));
        const rounded = effectiveUnitPrice(money(amount, EUR), decimal(units));
        expect(rounded).toEqual(money(exact.round(decimals), EUR));
      }),
    );
  });

  test('of nothing is not there', () => {
    expect(effectiveUnitPrice(money(5, EUR), decimal(0))).toBeNull();
    expect(price(0, 7)).toBe('0');
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unitPricing, wholePrice } from '../../src/e-invoice/price.ts';
import { decimal } from '../../src/money/decimal.ts';

const pricing = (units: string, exact: string) =>
  unitPricing(decimal(units), decimal(exact), decimal(exact).round(2));

test('a price of whole cents is the price of one', () => {
  expect(pricing('36.25', '70.035')).toEqual({
    quantity: '36.25',
    price: '1.932',
    baseQuantity: null,
  });
});

test('a price below six decimals is the price of a thousand: 1,250,000 at 0.0003404', () => {
  expect(pricing('1250000', '425.5')).toEqual({
    quantity: '1250000',
    price: '0.3404',
    baseQuantity: '1000',
  });
});

test('where no price with six decimals gives the amount, it is the price of all', () => {
  expect(pricing('987654321987654321', '12345678.91')).toEqual({
    quantity: '987654321987654321',
    price: '12345678.91',
    baseQuantity: '987654321987654321',
  });
});

test('a credit is a negative quantity at a positive price', () => {
  expect(pricing('10', '-5')).toMatchObject({ quantity: '-10', price: '0.5' });
  expect(pricing('-10', '-5')).toMatchObject({ quantity: '-10', price: '0.5' });
  expect(wholePrice(decimal('-20'))).toMatchObject({ quantity: '-1', price: '20' });
});

test('what costs money without units is one at its whole price; nothing at all costs nothing', () => {
  expect(pricing('0', '12.5')).toMatchObject({ quantity: '1', price: '12.5' });
  expect(pricing('0.00001', '12.5')).toMatchObject({ quantity: '1', price: '12.5' });
  expect(pricing('0', '0')).toMatchObject({ quantity: '0', price: '0' });
});

test('law: quantity times price over base is the amount to half a cent, within the French limits', () => {
  const amount = fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n });
  const units = fc.bigInt({ min: 0n, max: 10n ** 18n });
  fc.assert(
    fc.property(amount, units, (cents, tenThousandths) => {
      const exact = decimal(String(cents)).times('0.000001');
      const net = exact.round(2);
      const { quantity, price, baseQuantity } = unitPricing(
        decimal(String(tenThousandths)).times('0.00001'),
        exact,
        net,
      );
      const product = decimal(quantity)
        .times(price)
        .div(baseQuantity ?? '1');
      expect(product.minus(net).abs().lte('0.005')).toBe(true);
      expect(price).toMatch(/^\d+(\.\d{1,6})?$/);
      expect(quantity).toMatch(/^-?\d+(\.\d{1,4})?$/);
    }),
  );
});

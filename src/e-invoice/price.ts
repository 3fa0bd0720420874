import { decimal, isZeroDecimal, ZERO } from '../money/decimal.ts';
import type { Decimal } from '../money/decimal.ts';
import { plain } from './decimals.ts';
import type { Line } from './e-invoice.ts';

/** French platforms take no more decimals than these (CTC rules on BT-146 and BT-129). */
const PRICE_DECIMALS = 6;
const QUANTITY_DECIMALS = 4;

/** Units that a price may be for (BT-149), the smallest first. */
const BASES = ['1', '1000', '1000000', '1000000000'].map((base) => decimal(base));

/** What rounding a line moves it by at most. */
const HALF_UNIT = decimal('0.005');

const ONE = decimal('1');

/** How much of what a line bills, and at which price. */
export type Pricing = Pick<Line, 'quantity' | 'price' | 'baseQuantity'>;

/** Something that is not counted: one at its whole price. A price is never negative (BR-27), so a credit is minus one. */
export function wholePrice(net: Decimal): Pricing {
  return {
    quantity: net.lt(ZERO) ? '-1' : '1',
    price: plain(net.abs()),
    baseQuantity: null,
  };
}

/**
 * Quantity, price and base quantity that give the line's amount when they are multiplied and rounded: the price of one,
 * of a thousand or of a million units; where no price with few decimals does, the price of all of them.
 */
export function unitPricing(units: Decimal, exact: Decimal, net: Decimal): Pricing {
  const counted = units.round(QUANTITY_DECIMALS).abs();
  if (isZeroDecimal(counted)) return isZeroDecimal(net) ? nothing() : wholePrice(net);
  const quantity = net.lt(ZERO) ? counted.neg() : counted;
  const amount = net.abs();
  for (const base of BASES) {
    const price = exact.abs().times(base).div(counted).round(PRICE_DECIMALS);
    const product = price.times(counted).div(base);
    if (product.minus(amount).abs().lte(HALF_UNIT)) return pricing(quantity, price, base);
  }
  return pricing(quantity, amount, counted);
}

function pricing(quantity: Decimal, price: Decimal, base: Decimal): Pricing {
  return {
    quantity: plain(quantity),
    price: plain(price),
    baseQuantity: base.eq(ONE) ? null : plain(base),
  };
}

function nothing(): Pricing {
  return { quantity: '0', price: '0', baseQuantity: null };
}

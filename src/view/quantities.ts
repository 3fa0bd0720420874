import type { Usage } from '../invoice/invoice.ts';
import type { Decimal } from '../money/decimal.ts';
import { formatQuantity, formatUnitPrice } from '../money/format-money.ts';
import { effectiveUnitPrice } from '../money/round.ts';
import type { ViewContext } from './context.ts';

/** Significant digits of a unit price that is a quotient. */
export const UNIT_PRICE_PRECISION = 8;

/** Units in the customer's locale, with every significant digit. */
export function sayUnits(units: Decimal, { messages }: ViewContext): string {
  return formatQuantity(units, messages.numbers);
}

/** What one unit cost on average, in the payment currency; empty where nothing was used. */
export function sayUnitPrice({ price, units }: Usage, { messages }: ViewContext): string {
  const unitPrice = effectiveUnitPrice(price.payment, units, UNIT_PRICE_PRECISION);
  return unitPrice === null ? '' : formatUnitPrice(unitPrice, messages.numbers);
}

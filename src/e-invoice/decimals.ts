import type { Big } from 'big.js';
import type { Settings } from '../config/settings.ts';
import { plainAmount } from '../money/format-money.ts';
import type { Money } from '../money/money.ts';
import { roundMoney } from '../money/round.ts';
import type { Decimal } from './e-invoice.ts';

/** Whether a written decimal is zero. */
export function isNothing(value: Decimal): boolean {
  return /^-?[0.]*$/.test(value);
}

/** An amount as the page prints it: rounded once, to the digits of its currency. */
export function rounded(amount: Money, { rounding }: Settings): Money {
  return roundMoney(amount, rounding);
}

/** An amount that is rounded already, as XML writes it. */
export function written(amount: Money): Decimal {
  return plainAmount(amount);
}

/** A quantity, price or rate with its significant digits: `0.42`. */
export function plain(value: Big): Decimal {
  return value.toString();
}

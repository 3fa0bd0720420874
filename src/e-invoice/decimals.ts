import type { Settings } from '../config/settings.ts';
import type { Decimal } from '../money/decimal.ts';
import { plainAmount } from '../money/format-money.ts';
import type { Money } from '../money/money.ts';
import { roundMoney } from '../money/round.ts';
import type { WrittenDecimal } from './e-invoice.ts';

/** Whether a written decimal is zero. */
export function isNothing(value: WrittenDecimal): boolean {
  return /^-?[0.]*$/.test(value);
}

/** An amount as the page prints it: rounded once, to the digits of its currency. */
export function rounded(amount: Money, { rounding }: Settings): Money {
  return roundMoney(amount, rounding);
}

/** An amount that is rounded already, as XML writes it. */
export function written(amount: Money): WrittenDecimal {
  return plainAmount(amount);
}

/** A quantity, price or rate with its significant digits: `0.42`. */
export function plain(value: Decimal): WrittenDecimal {
  return value.toString();
}

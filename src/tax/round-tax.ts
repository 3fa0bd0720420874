import type { Money } from '../money/money.ts';
import { roundMoney, type RoundingMode } from '../money/round.ts';

/** Rounded to the currency; credits stay exact, because how many decimals they are printed with is for the view. */
export function roundTax(amount: Money, mode: RoundingMode): Money {
  return amount.currency.kind === 'credit' ? amount : roundMoney(amount, mode);
}

import { money } from '../money/money.ts';
import type { Currency, Money } from '../money/money.ts';
import type { Amounts, Columns, OptionalAmounts } from './invoice.ts';

type WireAmount = number | null | undefined;

/** One amount in the columns of the invoice; a column that is not shown, or has no amount here, is null. */
export function amountsOf(
  columns: Columns,
  payment: number,
  base: WireAmount,
  credits: WireAmount,
): Amounts {
  return {
    payment: money(payment, columns.payment),
    base: moneyOrNull(base, columns.base),
    credits: moneyOrNull(credits, columns.credits),
  };
}

/** As `amountsOf`, for a value that may be missing in the payment currency too. */
export function optionalAmountsOf(
  columns: Columns,
  payment: WireAmount,
  base: WireAmount,
  credits: WireAmount,
): OptionalAmounts {
  return {
    payment: moneyOrNull(payment, columns.payment),
    base: moneyOrNull(base, columns.base),
    credits: moneyOrNull(credits, columns.credits),
  };
}

function moneyOrNull(amount: WireAmount, currency: Currency | null): Money | null {
  if (amount === null || amount === undefined || currency === null) return null;
  return money(amount, currency);
}

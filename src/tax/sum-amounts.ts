import type { Amounts, Columns, OptionalAmounts } from '../invoice/invoice.ts';
import { add, money, negate, noMoney } from '../money/money.ts';
import type { Currency, Money } from '../money/money.ts';

/** Nothing in every column that an invoice has. */
export function noAmounts({ payment, base, credits }: Columns): Amounts {
  return { payment: noMoney(payment), base: nothing(base), credits: nothing(credits) };
}

/** The sum of amounts, column by column; a column where one of them has none has no sum. */
export function sumAmounts(all: readonly Amounts[], columns: Columns): Amounts {
  return all.reduce(addAmounts, noAmounts(columns));
}

/** a − b, column by column. */
export function subtractAmounts(a: Amounts, b: Amounts): Amounts {
  return addAmounts(a, negateAmounts(b));
}

/** The amounts with the other sign. */
export function negateAmounts(amounts: Amounts): Amounts {
  return mapAmounts(amounts, negate);
}

/** Something done to every amount that is there. */
export function mapAmounts(amounts: Amounts, change: (amount: Money) => Money): Amounts {
  const { payment, base, credits } = amounts;
  return {
    payment: change(payment),
    base: base && change(base),
    credits: credits && change(credits),
  };
}

/** Amounts that the source may lack in the payment currency; what it does not say, the invoice does not charge. */
export function demandPayment(amounts: OptionalAmounts, { payment }: Columns): Amounts {
  return { ...amounts, payment: amounts.payment ?? money(0, payment) };
}

function addAmounts(a: Amounts, b: Amounts): Amounts {
  return {
    payment: add(a.payment, b.payment),
    base: a.base && b.base && add(a.base, b.base),
    credits: a.credits && b.credits && add(a.credits, b.credits),
  };
}

function nothing(currency: Currency | null): Money | null {
  return currency === null ? null : noMoney(currency);
}

import type { TaxRule } from '../config/settings-tax.ts';
import type { Amounts, Columns } from '../invoice/invoice.ts';
import { ZERO } from '../money/decimal.ts';
import { money } from '../money/money.ts';
import type { Money } from '../money/money.ts';
import type { Assigned, Charge } from './charge.ts';
import { mapAmounts, subtractAmounts, sumAmounts } from './sum-amounts.ts';
import { groupByTax } from './tax-key.ts';

/** A tax, and what it weighs when something is spread; without a weight it takes all. */
export interface Share {
  readonly rule: TaxRule;
  readonly weight: Money | null;
}

/** Decimals that a share keeps; the last share takes what is left, so that nothing is lost. */
const SHARE_DECIMALS = 10;

/** The taxes of these charges with their sums in the payment currency, the heaviest first. */
export function weigh(assigned: readonly Assigned[], columns: Columns): readonly Share[] {
  return groupByTax(assigned)
    .map(({ rule, members }) => {
      const amounts = members.map(({ charge }) => charge.amount);
      return { rule, weight: sumAmounts(amounts, columns).payment };
    })
    .sort((a, b) => b.weight.amount.cmp(a.weight.amount));
}

/** A charge over several taxes in proportion to their weights; those below zero get nothing of it. */
export function spread(charge: Charge, shares: readonly Share[]): readonly Assigned[] {
  const [heaviest] = shares;
  if (heaviest === undefined) return [];
  const bearing = shares.filter(({ weight }) => weight?.amount.gt(ZERO));
  if (charge.key.kind === 'adjustment' || bearing.length < 2) {
    return [{ charge, rule: heaviest.rule }];
  }
  const whole = bearing.reduce((sum, { weight }) => sum.plus(weight?.amount ?? ZERO), ZERO);
  const lighter = bearing.slice(1).map(({ rule, weight }) => {
    const part = (weight?.amount ?? ZERO).div(whole);
    const amount = mapAmounts(charge.amount, ({ amount, currency }) =>
      money(amount.times(part).round(SHARE_DECIMALS), currency),
    );
    return { rule, charge: { ...charge, amount } };
  });
  const rest = lighter.reduce<Amounts>(
    (left, { charge: { amount } }) => subtractAmounts(left, amount),
    charge.amount,
  );
  return [{ rule: heaviest.rule, charge: { ...charge, amount: rest } }, ...lighter];
}

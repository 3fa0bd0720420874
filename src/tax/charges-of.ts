import type { Amounts, Invoice, MeteredItem } from '../invoice/invoice.ts';
import { isZero } from '../money/money.ts';
import type { Charge } from './charge.ts';
import { demandPayment, negateAmounts, subtractAmounts, sumAmounts } from './sum-amounts.ts';

/**
 * Every charge of an invoice; together they are, exactly, what the invoice comes to before prepaid credit. What its
 * total has and its lines do not is the last one, the adjustment.
 */
export function chargesOf(invoice: Invoice): readonly Charge[] {
  const charges = [
    ...invoice.items.flatMap(usageCharges),
    ...invoice.planFees.map(({ id, cost }, index) => charge('planFee', id, index, cost)),
    ...invoice.invoiceFees.map(({ id, fee }, index) =>
      charge('invoiceFee', id, index, demandPayment(fee, invoice.columns)),
    ),
    ...invoice.commitments.map(({ id, fee }, index) => charge('commitment', id, index, fee)),
    ...invoice.promotions.map(({ id, discount }, index) =>
      charge('promotion', id, index, negateAmounts(discount)),
    ),
  ];
  return [...charges, ...adjustment(charges, invoice)];
}

/** What the invoice comes to before prepaid credit. */
export function billed({ totals, columns }: Invoice): Amounts {
  return sumAmounts([totals.due, totals.prepaid], columns);
}

function usageCharges({ id, meter, variants, total }: MeteredItem, index: number): Charge[] {
  const key = { kind: 'usage', item: id, meter } as const;
  if (variants.length === 0) {
    return [{ key: { ...key, variant: null }, index, variantIndex: null, amount: total.price }];
  }
  return variants.map((variant, variantIndex) => ({
    key: { ...key, variant: variant.key },
    index,
    variantIndex,
    amount: variant.total.price,
  }));
}

function charge(
  kind: 'planFee' | 'invoiceFee' | 'commitment' | 'promotion',
  id: string,
  index: number,
  amount: Amounts,
): Charge {
  return { key: { kind, id }, index, variantIndex: null, amount };
}

function adjustment(charges: readonly Charge[], invoice: Invoice): readonly Charge[] {
  const sum = sumAmounts(
    charges.map(({ amount }) => amount),
    invoice.columns,
  );
  const amount = subtractAmounts(billed(invoice), sum);
  const isNothing = [amount.payment, amount.base, amount.credits].every(
    (one) => one === null || isZero(one),
  );
  return isNothing ? [] : [{ key: { kind: 'adjustment' }, index: 0, variantIndex: null, amount }];
}

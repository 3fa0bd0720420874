import type { Amounts, Invoice, OptionalAmounts, Totals, Usage } from '../invoice/invoice.ts';
import { ZERO } from '../money/decimal.ts';
import { negate } from '../money/money.ts';

/** The invoice with the other sign on every amount, and on units below zero: what it credits. */
export function mirrorInvoice(invoice: Invoice): Invoice {
  return {
    ...invoice,
    items: invoice.items.map((item) => ({
      ...item,
      total: mirrorUsage(item.total),
      variants: item.variants.map((variant) => ({
        ...variant,
        total: mirrorUsage(variant.total),
        hours: variant.hours.map((hour) => ({ ...hour, ...mirrorUsage(hour) })),
      })),
    })),
    planFees: invoice.planFees.map((fee) => ({ ...fee, cost: mirror(fee.cost) })),
    invoiceFees: invoice.invoiceFees.map((one) => ({ ...one, fee: mirror(one.fee) })),
    commitments: invoice.commitments.map((one) => ({ ...one, fee: mirror(one.fee) })),
    promotions: invoice.promotions.map((one) => ({ ...one, discount: mirror(one.discount) })),
    totals: mirrorTotals(invoice.totals),
  };
}

function mirrorUsage({ units, tiers, price }: Usage): Usage {
  const isBelow = units.lt(ZERO);
  return {
    units: isBelow ? units.neg() : units,
    tiers: isBelow ? tiers.map((tier) => ({ ...tier, units: tier.units.neg() })) : tiers,
    price: mirror(price),
  };
}

function mirrorTotals(totals: Totals): Totals {
  const entries = Object.entries(totals) as [keyof Totals, Amounts][];
  return Object.fromEntries(entries.map(([key, amounts]) => [key, mirror(amounts)])) as Record<
    keyof Totals,
    Amounts
  >;
}

function mirror<T extends Amounts | OptionalAmounts>({ payment, base, credits }: T): T {
  return {
    payment: payment && negate(payment),
    base: base && negate(base),
    credits: credits && negate(credits),
  } as T;
}

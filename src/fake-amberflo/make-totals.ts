import type { Columns } from './columns.ts';
import type { Month } from './account.ts';
import type { Sums } from './make-charges.ts';

/** The totals of an invoice, and those in the other columns; every step follows from the one before it. */
export function makeTotals(sums: Sums, columns: Columns, span: Pick<Month, 'start' | 'end'>) {
  const amounts = stepsOf(sums);
  const within = (convert: (amount: number) => number) => ({
    startTimeInSeconds: span.start,
    endTimeInSeconds: span.end,
    ...eachOf(amounts, convert),
  });
  return {
    totalBill: within(columns.inPayment),
    invoiceBillInBaseCurrency: within(columns.inBase),
    invoiceBillInCredits: columns.hasCredits
      ? within((amount) => columns.inCredits(amount) ?? 0)
      : null,
  };
}

/** The amount that is left to pay, in ten thousandths. */
export function dueOf(sums: Sums): number {
  return stepsOf(sums).totalPrice;
}

function eachOf<T extends object>(amounts: T, convert: (amount: number) => number): T {
  return Object.fromEntries(
    Object.entries(amounts).map(([name, amount]) => [name, convert(amount as number)]),
  ) as T;
}

function stepsOf({ items, fees, invoiceFees, commitments, discount, prepaid }: Sums) {
  const beforeDiscount = items + fees + invoiceFees;
  const beforeCommitments = beforeDiscount - discount;
  const beforePrepaid = beforeCommitments + commitments;
  return {
    itemPrice: items,
    fixPrice: fees,
    invoiceBasedFees: invoiceFees,
    commitmentsFees: commitments,
    discountableBasePrice: items,
    discountableFixPrice: fees,
    prepayableFixPrice: fees,
    prepayableNotDiscountableFees: 0,
    prepayableCommitmentsFees: commitments,
    totalPriceBeforeDiscount: beforeDiscount,
    totalDiscount: discount,
    totalPriceBeforeCommitments: beforeCommitments,
    totalPriceBeforePrepaid: beforePrepaid,
    totalPrepayablePrice: beforePrepaid - invoiceFees,
    prepaid,
    totalPrice: beforePrepaid - prepaid,
  };
}

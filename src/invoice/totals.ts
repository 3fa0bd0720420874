import { amountsOf, optionalAmountsOf } from './amounts.ts';
import type { Amounts, Columns, OptionalAmounts, Totals } from './invoice.ts';
import type { WireInvoice, WirePlanBill } from './schema.ts';

/** The field of Amberflo's bill that each total is given in. */
export const TOTAL_FIELDS = {
  items: 'itemPrice',
  planFees: 'fixPrice',
  invoiceFees: 'invoiceBasedFees',
  commitments: 'commitmentsFees',
  discount: 'totalDiscount',
  beforeDiscount: 'totalPriceBeforeDiscount',
  beforeCommitments: 'totalPriceBeforeCommitments',
  beforePrepaid: 'totalPriceBeforePrepaid',
  prepaid: 'prepaid',
  due: 'totalPrice',
} as const satisfies Readonly<Record<keyof Totals, keyof WirePlanBill>>;

/** The names of the totals, in Amberflo's order. */
export const TOTAL_NAMES = Object.keys(TOTAL_FIELDS) as readonly (keyof Totals)[];

/** The totals as given; kinds of fees that a bill does not mention are 0. */
export function totalsOf(wire: WireInvoice, columns: Columns): Totals {
  const total = (name: keyof Totals): Amounts => {
    const field = TOTAL_FIELDS[name];
    const of = (bill: WirePlanBill) => bill[field] ?? 0;
    const { totalBill, invoiceBillInBaseCurrency: base, invoiceBillInCredits: credits } = wire;
    return amountsOf(columns, of(totalBill), base && of(base), credits && of(credits));
  };
  return {
    items: total('items'),
    planFees: total('planFees'),
    invoiceFees: total('invoiceFees'),
    commitments: total('commitments'),
    discount: total('discount'),
    beforeDiscount: total('beforeDiscount'),
    beforeCommitments: total('beforeCommitments'),
    beforePrepaid: total('beforePrepaid'),
    prepaid: total('prepaid'),
    due: total('due'),
  };
}

/** Prepaid money left in the wallet. */
export function prepaidLeftOf(wire: WireInvoice, columns: Columns): OptionalAmounts {
  return optionalAmountsOf(
    columns,
    wire.availablePrepaidLeft,
    wire.availablePrepaidLeftBaseCurrency,
    wire.availablePrepaidLeftInCredits,
  );
}

/** Money left to pay as you go. */
export function payAsYouGoLeftOf(wire: WireInvoice, columns: Columns): OptionalAmounts {
  return optionalAmountsOf(
    columns,
    wire.availablePayAsYouGoMoney,
    wire.availablePayAsYouGoMoneyInBaseCurrency,
    wire.availablePayAsYouGoMoneyInCredits,
  );
}

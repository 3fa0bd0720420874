import { negate } from '../money/money.ts';
import type { Amounts, Invoice, MeteredItem, OptionalAmounts, Totals } from './invoice.ts';
import { TOTAL_FIELDS } from './totals.ts';

/** A money column of an invoice. */
export type Column = keyof Amounts;

/** A total and the parts that should add up to it, in every column. */
export interface Sum {
  /** The total in words: `The sum of all items`. */
  readonly whole: string;
  /** Its parts in words: `the items`. */
  readonly of: string;
  readonly total: OptionalAmounts;
  readonly parts: readonly OptionalAmounts[];
  /** The field that holds the total, below the invoice. */
  place(column: Column): readonly PropertyKey[];
}

const BILLS: Readonly<Record<Column, string>> = {
  payment: 'totalBill',
  base: 'invoiceBillInBaseCurrency',
  credits: 'invoiceBillInCredits',
};

const PRICES: Readonly<Record<Column, string>> = {
  payment: 'price',
  base: 'priceInBaseCurrency',
  credits: 'priceInCredits',
};

/** The sums of an invoice: those that must hold, and one that rests on an undocumented reading of the totals. */
interface Sums {
  readonly certain: readonly Sum[];
  readonly doubtful: readonly Sum[];
}

/** Every total of an invoice with its parts. */
export function sumsOf(invoice: Invoice): Sums {
  return {
    certain: [dueOf(invoice.totals), ...sectionsOf(invoice), ...itemsOf(invoice)],
    doubtful: [beforePrepaidOf(invoice.totals)],
  };
}

function dueOf(totals: Totals): Sum {
  const { items, planFees, invoiceFees, commitments, discount, prepaid } = totals;
  const parts = [items, planFees, invoiceFees, commitments, negative(discount), negative(prepaid)];
  const of = 'items and fees less discount and prepaid credit';
  return totalOf(totals, 'due', parts, { whole: 'The amount due', of });
}

function beforePrepaidOf(totals: Totals): Sum {
  const parts = [totals.due, totals.prepaid];
  const words = {
    whole: 'The total before prepaid credit',
    of: 'the amount due and prepaid credit',
  };
  return totalOf(totals, 'beforePrepaid', parts, words);
}

function sectionsOf(invoice: Invoice): readonly Sum[] {
  const { totals } = invoice;
  return [
    totalOf(
      totals,
      'items',
      invoice.items.map(({ total }) => total.price),
      {
        whole: 'The total of the items',
        of: 'the items',
      },
    ),
    totalOf(
      totals,
      'planFees',
      invoice.planFees.map(({ cost }) => cost),
      {
        whole: 'The total of the plan fees',
        of: 'the plan fees',
      },
    ),
    totalOf(
      totals,
      'invoiceFees',
      invoice.invoiceFees.map(({ fee }) => fee),
      {
        whole: 'The total of the invoice fees',
        of: 'the invoice fees',
      },
    ),
    totalOf(
      totals,
      'commitments',
      invoice.commitments.map(({ fee }) => fee),
      {
        whole: 'The total of the commitments',
        of: 'the commitments',
      },
    ),
    totalOf(
      totals,
      'discount',
      invoice.promotions.map(({ discount }) => discount),
      {
        whole: 'The total discount',
        of: 'the promotions',
      },
    ),
  ];
}

function totalOf(
  totals: Totals,
  name: keyof Totals,
  parts: readonly OptionalAmounts[],
  { whole, of }: Pick<Sum, 'whole' | 'of'>,
): Sum {
  const place = (column: Column) => [BILLS[column], TOTAL_FIELDS[name]];
  return { whole, of, total: totals[name], parts, place };
}

/** An item without variants is its own line; there is nothing to add up. */
function itemsOf({ items }: Invoice): readonly Sum[] {
  return items.flatMap((item, index) => (item.variants.length === 0 ? [] : [itemOf(item, index)]));
}

function itemOf({ name, total, variants }: MeteredItem, index: number): Sum {
  return {
    whole: `The total of ${name}`,
    of: 'its variants',
    total: total.price,
    parts: variants.map((variant) => variant.total.price),
    place: (column) => ['productItemInvoices', index, 'totalBill', PRICES[column]],
  };
}

function negative({ payment, base, credits }: Amounts): OptionalAmounts {
  return {
    payment: negate(payment),
    base: base === null ? null : negate(base),
    credits: credits === null ? null : negate(credits),
  };
}

import type { Amounts } from '../invoice/invoice.ts';
import type { Decimal } from '../money/decimal.ts';
import type { Currency, Money } from '../money/money.ts';

/** EN 16931 BT-118 (UNTDID 5305): standard, zero, exempt, reverse charge, intra-community, export, not subject. */
export type TaxCategory = 'S' | 'Z' | 'E' | 'AE' | 'K' | 'G' | 'O';

/** What is charged for: the invoice's own words for it, so that every line of the invoice finds its tax. */
export type ChargeKey =
  | {
      readonly kind: 'usage';
      /** Product item id, and the meter that counted it. */
      readonly item: string;
      readonly meter: string;
      /** Key of the variant; null where an item has none. */
      readonly variant: string | null;
    }
  | { readonly kind: 'planFee'; readonly id: string }
  | { readonly kind: 'invoiceFee'; readonly id: string }
  | { readonly kind: 'commitment'; readonly id: string }
  | { readonly kind: 'promotion'; readonly id: string }
  /** What the invoice's total has and its lines do not. */
  | { readonly kind: 'adjustment' };

/** Why no tax is charged. */
export interface TaxReason {
  /** EN 16931 BT-121 (`VATEX-EU-AE`); empty without one. */
  readonly code: string;
  /** Key of the words below `tax.note.`; empty without one. */
  readonly wording: string;
  /** The words themselves by language or locale; they win over the key. */
  readonly texts: Readonly<Record<string, string>>;
}

/** One charge of the invoice with its tax. A promotion over several rates has one entry for each of them. */
export interface TaxedCharge {
  readonly key: ChargeKey;
  /** Position in the invoice's list of its kind: `invoice.items[index]`, `invoice.planFees[index]` … 0 for the adjustment. */
  readonly index: number;
  /** Position of the variant in its item; null where there is none. */
  readonly variantIndex: number | null;
  /** As the invoice has it, exact; promotions are negative. Holds the tax where prices do. */
  readonly amount: Amounts;
  /** Without tax, payment currency, exact (a quotient to 60 decimals where prices hold the tax). */
  readonly net: Money;
  readonly category: TaxCategory;
  /** Percent: 19 for 19 %. 0 in all categories but S. */
  readonly rate: Decimal;
}

/** One row for each category and rate; every amount is rounded to its currency. */
export interface TaxRow {
  readonly category: TaxCategory;
  readonly rate: Decimal;
  /** Different ones where several exemptions share the category; EN 16931 has room for the first. */
  readonly reasons: readonly TaxReason[];
  /** EN 16931 BT-116. */
  readonly base: Amounts;
  /** EN 16931 BT-117. */
  readonly tax: Amounts;
  /** `base` less the sum of this row's net amounts rounded one by one: what makes rounded lines add up. Payment currency. */
  readonly rounding: Money;
}

/** The tax once more in the seller's own currency: EN 16931 BT-6 and BT-111. */
export interface AccountingTax {
  readonly currency: Currency;
  /** 1 unit of the payment currency in this currency. */
  readonly rate: Decimal;
  /** `2025-09-30`. */
  readonly date: string;
  /** `European Central Bank`. */
  readonly source: string;
  readonly tax: Money;
}

/**
 * What the invoice comes to with tax. `net`, `tax` and `gross` in a column are null where one of its charges has no
 * amount there; credits hold no tax, so their `gross` and `due` are null as soon as there is some.
 * Without rules: no charges, no rows, no tax, and the amounts are the source's own, not rounded.
 */
export interface TaxBreakdown {
  readonly prices: 'exclusive' | 'inclusive';
  readonly charges: readonly TaxedCharge[];
  /** S by falling rate first, then the other categories in the order of the code list. */
  readonly rows: readonly TaxRow[];
  /** Sum of the bases: EN 16931 BT-109. */
  readonly net: Amounts;
  /** Sum of the taxes: BT-110. */
  readonly tax: Amounts;
  /** BT-112. */
  readonly gross: Amounts;
  /** Prepaid credit used, positive: BT-113. */
  readonly prepaid: Amounts;
  /** `gross` less `prepaid`: BT-115. */
  readonly due: Amounts;
  /** Null where the payment currency is the seller's own, or none is configured. */
  readonly accounting: AccountingTax | null;
}

/** EN 16931 BT-118 (UNTDID 5305), as a configuration may name them. */
export const TAX_CATEGORIES = ['S', 'Z', 'E', 'AE', 'K', 'G', 'O'] as const;

/** What a rule may be limited to: the kinds of charges that an invoice has. */
export const CHARGE_KINDS = [
  'usage',
  'planFee',
  'invoiceFee',
  'commitment',
  'promotion',
  'adjustment',
] as const;

/** A rule of the configuration: where all of its conditions hold, its result does. Empty lists are no condition. */
export interface TaxRule {
  /** Keys of `entities`; `seller` for the seller of the file itself. */
  readonly entities: readonly string[];
  /** `DE`, `EU`, `!DE`, `!EU`. */
  readonly countries: readonly string[];
  readonly customer: 'business' | 'consumer' | null;
  readonly charges: readonly (typeof CHARGE_KINDS)[number][];
  /** Ids of product items, meters, fees, commitments and promotions. */
  readonly ids: readonly string[];
  readonly category: (typeof TAX_CATEGORIES)[number];
  /** Percent as a decimal string; `0` in all categories but S. */
  readonly rate: string;
  /** VATEX code; empty without one. */
  readonly reason: string;
  /** Key below `tax.note.` of the messages; empty without one. */
  readonly wording: string;
  /** Words of this rule, by language or locale. */
  readonly texts: Readonly<Record<string, string>>;
}

/** A rate of exchange with where it comes from: 1 unit of the payment currency in the accounting currency. */
export interface AccountingRate {
  readonly rate: string;
  readonly date: string;
  readonly source: string;
}

/** How tax is charged; without rules it is not. */
export interface TaxSettings {
  readonly prices: 'exclusive' | 'inclusive';
  readonly rules: readonly TaxRule[];
  /** The title that the seller's law wants, or the plain one. */
  readonly title: 'auto' | 'plain';
  /** The seller's own currency and its rates by payment currency. */
  readonly accounting: {
    readonly currency: string;
    readonly rates: Readonly<Record<string, AccountingRate>>;
  } | null;
}

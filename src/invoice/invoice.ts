import type { Decimal } from '../money/decimal.ts';
import type { Currency, Money } from '../money/money.ts';

/** One amount in every money column; null where the source has none. Payment currency is never null. */
export interface Amounts {
  readonly payment: Money;
  readonly base: Money | null;
  readonly credits: Money | null;
}

/** A value that may be missing in the payment currency too. */
export interface OptionalAmounts {
  readonly payment: Money | null;
  readonly base: Money | null;
  readonly credits: Money | null;
}

/** The three columns of an invoice. `base` is null where it equals the payment currency; `credits` where no unit is active. */
export interface Columns {
  readonly payment: Currency;
  readonly base: Currency | null;
  readonly credits: Currency | null;
}

/** A moment in whole seconds since 1970-01-01T00:00:00Z. */
export type UnixSeconds = number;

/** Amberflo's word, lower case; unknown words are kept as they came. */
export type PriceStatus =
  | 'open'
  | 'grace_period'
  | 'pre_commitment_price_locked'
  | 'price_locked'
  | 'not_needed'
  | (string & {});

export type PaymentStatus =
  | 'pre_payment'
  | 'requires_action'
  | 'pending'
  | 'failed'
  | 'settled'
  | 'not_needed'
  | 'unknown'
  | (string & {});

/** An invoice in the domain's words, checked, not formatted. */
export interface Invoice {
  /** Amberflo's idempotence key; not a link. */
  readonly uri: string;
  readonly uuid: string | null;
  readonly key: InvoiceKey;
  readonly planName: string;
  readonly billingPeriod: { readonly interval: string; readonly count: number };
  readonly start: UnixSeconds;
  /** Exclusive. */
  readonly end: UnixSeconds;
  readonly gracePeriodHours: number | null;
  readonly priceStatus: PriceStatus;
  readonly paymentStatus: PaymentStatus;
  readonly externalStatus: string | null;
  readonly paymentCreated: UnixSeconds | null;
  readonly columns: Columns;
  readonly exchange: ExchangeRate | null;
  readonly creditUnit: CreditUnit | null;
  readonly items: readonly MeteredItem[];
  readonly planFees: readonly PlanFee[];
  readonly invoiceFees: readonly InvoiceFee[];
  readonly commitments: readonly Commitment[];
  readonly promotions: readonly Promotion[];
  readonly totals: Totals;
  /** Prepaid money left in the wallet; null on settled periods. */
  readonly prepaidLeft: OptionalAmounts;
  /** Money left to pay as you go: prepaid and free tier. */
  readonly payAsYouGoLeft: OptionalAmounts;
}

export interface InvoiceKey {
  readonly accountId: string;
  readonly customerId: string;
  readonly productId: string;
  readonly productPlanId: string;
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

/** 1 `from` = `rate` `to`, in the direction that the totals prove. */
export interface ExchangeRate {
  readonly from: Currency;
  readonly to: Currency;
  readonly rate: Decimal;
}

/** A custom currency; `ratio` is the value of one credit in the base currency. */
export interface CreditUnit {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly description: string | null;
  readonly ratio: Decimal;
  /** What credits are counted in, named by the short name. */
  readonly currency: Currency;
  readonly active: boolean;
  readonly updated: UnixSeconds | null;
}

/** A metered product item with its variants. */
export interface MeteredItem {
  readonly id: string;
  readonly name: string;
  readonly meter: string;
  readonly planName: string;
  readonly variants: readonly Variant[];
  readonly total: Usage;
}

/** One combination of dimension values. */
export interface Variant {
  readonly key: string;
  /** In the source's order; `customerId` and empty values left out. */
  readonly dimensions: readonly Dimension[];
  /** Amberflo's own label, where it has one. */
  readonly label: string | null;
  readonly hours: readonly HourlyUsage[];
  /** Usage that came after the period was locked and is not billed; 0 where there is none. */
  readonly lateArrivals: Decimal;
  readonly total: Usage;
}

export interface Dimension {
  readonly name: string;
  readonly value: string;
}

/** Units consumed and what they cost. */
export interface Usage {
  readonly units: Decimal;
  /** Sorted by start where every key is a number, else in the source's order. */
  readonly tiers: readonly Tier[];
  readonly price: Amounts;
}

/** Usage of one hour, or of the slice that the source chose; it may leave out the times. */
export interface HourlyUsage extends Usage {
  readonly start: UnixSeconds | null;
  readonly end: UnixSeconds | null;
}

/** Units that fell into one tier. `from` is the tier's first unit where the key is a number. */
export interface Tier {
  readonly key: string;
  readonly from: Decimal | null;
  readonly units: Decimal;
}

export interface PlanFee {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly cost: Amounts;
  readonly oneTime: boolean;
  readonly prorated: boolean;
  readonly proratedToDay: boolean;
}

export interface InvoiceFee {
  readonly id: string;
  readonly name: string | null;
  readonly fee: OptionalAmounts;
}

export interface Commitment {
  readonly id: string;
  readonly obligationId: string;
  /** Empty where the source has no name for it. */
  readonly name: string;
  readonly fee: Amounts;
}

export interface Promotion {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly applied: UnixSeconds | null;
  /** Positive: what the customer is spared. */
  readonly discount: Amounts;
  readonly maximum: OptionalAmounts;
  readonly payAsYouGo: boolean;
  readonly granularity: string | null;
  readonly dimensions: readonly Dimension[];
}

/** Amberflo's totals as given, in its order. `discount` and `prepaid` are positive and reduce the bill. */
export interface Totals {
  readonly items: Amounts;
  readonly planFees: Amounts;
  readonly invoiceFees: Amounts;
  readonly commitments: Amounts;
  readonly discount: Amounts;
  readonly beforeDiscount: Amounts;
  readonly beforeCommitments: Amounts;
  readonly beforePrepaid: Amounts;
  readonly prepaid: Amounts;
  readonly due: Amounts;
}

import type { z } from 'zod';
import { amount, dimensions, flag, record, seconds, text } from './schema-values.ts';

/** A fee of the plan: recurring, one-time or prorated. */
export const planFee = record({
  id: text,
  name: text,
  description: text.nullish(),
  cost: amount,
  costInBaseCurrency: amount.nullish(),
  costInCredits: amount.nullish(),
  isOneTimeFee: flag.nullish(),
  isProrated: flag.nullish(),
  prorateToDay: flag.nullish(),
  discountable: flag.nullish(),
  prepayable: flag.nullish(),
});

/** A fee that is a share of the invoice, such as support. */
export const invoiceFee = record({
  feeId: text,
  feeName: text.nullish(),
  feeAmount: amount.nullish(),
  feeInBaseCurrency: amount.nullish(),
  feeInCredits: amount.nullish(),
});

/** A charge that follows from a promise to spend. */
export const appliedCommitment = record({
  commitmentId: text,
  obligationId: text,
  obligationName: text.nullish(),
  feeAmount: amount,
  feeInBaseCurrency: amount.nullish(),
  feeInCredits: amount.nullish(),
});

/** A discount. The documentation spells its scope `entityTd`; both spellings are known. */
export const appliedPromotion = record({
  promotionId: text,
  promotionName: text,
  promotionType: text,
  promotionAppliedTimeInSeconds: seconds.nullish(),
  discount: amount,
  discountInBaseCurrency: amount.nullish(),
  discountInCredits: amount.nullish(),
  maxDiscountPossible: amount.nullish(),
  maxDiscountInBaseCurrency: amount.nullish(),
  canBeUsedForPayAsYouGo: flag.nullish(),
  granularity: text.nullish(),
  dimensions,
  entityId: text.nullish(),
  entityTd: text.nullish(),
});

export type WirePlanFee = z.infer<typeof planFee>;
export type WireInvoiceFee = z.infer<typeof invoiceFee>;
export type WireCommitment = z.infer<typeof appliedCommitment>;
export type WirePromotion = z.infer<typeof appliedPromotion>;

import { amountsOf, optionalAmountsOf } from './amounts.ts';
import type { Columns, Commitment, InvoiceFee, PlanFee, Promotion } from './invoice.ts';
import type {
  WireCommitment,
  WireInvoiceFee,
  WirePlanFee,
  WirePromotion,
} from './schema-charges.ts';
import { dimensionsOf } from './usage.ts';

/** A fee of the plan. */
export function planFeeOf(wire: WirePlanFee, columns: Columns): PlanFee {
  return {
    id: wire.id,
    name: wire.name,
    description: wire.description ?? '',
    cost: amountsOf(columns, wire.cost, wire.costInBaseCurrency, wire.costInCredits),
    oneTime: wire.isOneTimeFee ?? false,
    prorated: wire.isProrated ?? false,
    proratedToDay: wire.prorateToDay ?? false,
  };
}

/** A fee that is a share of the invoice. */
export function invoiceFeeOf(wire: WireInvoiceFee, columns: Columns): InvoiceFee {
  return {
    id: wire.feeId,
    name: nameOrNull(wire.feeName),
    fee: optionalAmountsOf(columns, wire.feeAmount, wire.feeInBaseCurrency, wire.feeInCredits),
  };
}

/** A charge of a commitment. */
export function commitmentOf(wire: WireCommitment, columns: Columns): Commitment {
  return {
    id: wire.commitmentId,
    obligationId: wire.obligationId,
    name: wire.obligationName ?? '',
    fee: amountsOf(columns, wire.feeAmount, wire.feeInBaseCurrency, wire.feeInCredits),
  };
}

/** A discount; Amberflo sends no maximum in credits. */
export function promotionOf(wire: WirePromotion, columns: Columns): Promotion {
  const { discount, discountInBaseCurrency, discountInCredits } = wire;
  return {
    id: wire.promotionId,
    name: wire.promotionName,
    type: wire.promotionType.toLowerCase(),
    applied: wire.promotionAppliedTimeInSeconds ?? null,
    discount: amountsOf(columns, discount, discountInBaseCurrency, discountInCredits),
    maximum: optionalAmountsOf(
      columns,
      wire.maxDiscountPossible,
      wire.maxDiscountInBaseCurrency,
      null,
    ),
    payAsYouGo: wire.canBeUsedForPayAsYouGo ?? false,
    granularity: nameOrNull(wire.granularity),
    dimensions: dimensionsOf(wire.dimensions),
  };
}

function nameOrNull(name: string | null | undefined): string | null {
  return name === null || name === undefined || name.trim() === '' ? null : name;
}

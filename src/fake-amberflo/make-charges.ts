import { uuidOf } from './chance.ts';
import type { Columns } from './columns.ts';
import type { Month } from './account.ts';
import type { Fee, Plan } from './plans.ts';

/** Charges that are not usage, as the API gives them, and their sums in ten thousandths. */
export interface MadeCharges {
  readonly fees: readonly object[];
  readonly promotions: readonly object[];
  readonly invoiceFees: readonly object[];
  readonly commitments: readonly object[];
  readonly sums: Sums;
}

/** The parts of a bill, in ten thousandths of the plan’s currency. */
export interface Sums {
  readonly items: number;
  readonly fees: number;
  readonly invoiceFees: number;
  readonly commitments: number;
  readonly discount: number;
  readonly prepaid: number;
}

/** What the charges of one invoice follow from. */
export interface Charged {
  readonly plan: Plan;
  readonly planId: string;
  readonly columns: Columns;
  readonly items: number;
  readonly span: Pick<Month, 'start' | 'end'>;
  /** Part of the month that is billed. */
  readonly share: number;
  readonly isFirst: boolean;
}

/** Every charge beside usage; each sum is exactly that of its parts. */
export function makeCharges(charged: Charged): MadeCharges {
  const { plan, columns, items } = charged;
  const costs = plan.fees
    .filter(({ kind }) => charged.isFirst || kind !== 'one-time')
    .map((fee) => ({ fee, cost: costOf(fee, charged.share) }));
  const fees = sum(costs.map(({ cost }) => cost));
  const given = discountsOf(charged, fees);
  const support = percent(items + fees, plan.support);
  const discount = sum(given.map(({ amount }) => amount));
  const spent = items + fees - discount;
  const short = Math.max(0, plan.commitment - spent);
  const left = spent + support + short;
  const prepaid = Math.max(0, Math.min(plan.wallet, left - support));
  return {
    fees: costs.map(({ fee, cost }) => feeOf(fee, cost, columns)),
    promotions: given.map((one) => promotionOf(one, charged)),
    invoiceFees: support === 0 ? [] : [supportOf(plan.support, support, columns)],
    commitments: short === 0 ? [] : [commitmentOf(short, columns)],
    sums: { items, fees, invoiceFees: support, commitments: short, discount, prepaid },
  };
}

function costOf({ cost, kind }: Fee, share: number): number {
  return kind === 'prorated' || share < 1 ? Math.floor(cost * share) : cost;
}

interface Discount {
  readonly name: string;
  readonly type: 'plan_free_tier' | 'discount' | 'automatic_promotion';
  readonly amount: number;
  readonly most: number;
}

function discountsOf({ plan, items }: Charged, fees: number): readonly Discount[] {
  const free = Math.min(plan.freeTier, items);
  const percentOff = percent(items - free + fees, plan.discount);
  const freeTier: Discount = {
    name: `${plan.name} free tier`,
    type: 'plan_free_tier',
    amount: free,
    most: plan.freeTier,
  };
  const partner: Discount = {
    name: `Launch partner ${plan.discount}%`,
    type: 'discount',
    amount: percentOff,
    most: Math.max(percentOff, 50_000_000),
  };
  return [...(free > 0 ? [freeTier] : []), ...(percentOff > 0 ? [partner] : [])];
}

function promotionOf({ name, type, amount, most }: Discount, { columns, planId, span }: Charged) {
  return {
    promotionId: uuidOf('promotion', name),
    promotionName: name,
    promotionType: type,
    promotionAppliedTimeInSeconds: span.start,
    discount: columns.inPayment(amount),
    discountInBaseCurrency: columns.inBase(amount),
    discountInCredits: columns.inCredits(amount),
    maxDiscountPossible: columns.inPayment(most),
    maxDiscountInBaseCurrency: columns.inBase(most),
    canBeUsedForPayAsYouGo: type === 'plan_free_tier',
    granularity: 'plan',
    dimensions: {},
    entityTd: planId,
  };
}

function feeOf({ name, description, kind }: Fee, cost: number, columns: Columns) {
  return {
    id: uuidOf('fee', name),
    name,
    description,
    cost: columns.inPayment(cost),
    costInBaseCurrency: columns.inBase(cost),
    costInCredits: columns.inCredits(cost),
    isOneTimeFee: kind === 'one-time',
    isProrated: kind === 'prorated',
    prorateToDay: kind === 'prorated',
    discountable: true,
    prepayable: true,
  };
}

function supportOf(share: number, amount: number, columns: Columns) {
  return {
    feeId: uuidOf('support', share),
    feeName: `Premium support (${share}%)`,
    ...amountsOf(amount, columns),
  };
}

function commitmentOf(amount: number, columns: Columns) {
  return {
    commitmentId: uuidOf('commitment', 'minimum'),
    obligationId: uuidOf('obligation', 'minimum'),
    obligationName: 'Monthly minimum spend',
    ...amountsOf(amount, columns),
  };
}

function amountsOf(amount: number, columns: Columns) {
  return {
    feeAmount: columns.inPayment(amount),
    feeInBaseCurrency: columns.inBase(amount),
    feeInCredits: columns.inCredits(amount),
  };
}

function percent(amount: number, share: number): number {
  return Math.floor((amount * share) / 100);
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}

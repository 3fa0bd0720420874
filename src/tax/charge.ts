import type { TaxRule } from '../config/settings-tax.ts';
import type { Amounts } from '../invoice/invoice.ts';
import type { ChargeKey } from './tax-breakdown.ts';

/** A charge of the invoice before it is known how it is taxed; promotions are negative. */
export interface Charge {
  readonly key: ChargeKey;
  readonly index: number;
  readonly variantIndex: number | null;
  readonly amount: Amounts;
}

/** A charge, or a part of one, and the rule that taxes it. */
export interface Assigned {
  readonly charge: Charge;
  readonly rule: TaxRule;
}

import { TAX_CATEGORIES, type TaxRule } from '../config/settings-tax.ts';
import { decimal } from '../money/decimal.ts';
import type { Assigned } from './charge.ts';

/** Charges under one category and rate; `rule` is the first one's. */
export interface TaxGroup {
  readonly rule: TaxRule;
  readonly members: readonly Assigned[];
}

/** Charges by category and rate, in the order of their first one. `19` and `19.0` are one rate. */
export function groupByTax(assigned: readonly Assigned[]): readonly TaxGroup[] {
  const groups = new Map<string, { readonly rule: TaxRule; readonly members: Assigned[] }>();
  for (const one of assigned) {
    const key = `${one.rule.category} ${decimal(one.rule.rate).toString()}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { rule: one.rule, members: [one] });
    else group.members.push(one);
  }
  return [...groups.values()];
}

/** The printed order of taxes: the categories as listed, the higher rate first. */
export function compareTaxes({ rule: a }: TaxGroup, { rule: b }: TaxGroup): number {
  const byCategory = TAX_CATEGORIES.indexOf(a.category) - TAX_CATEGORIES.indexOf(b.category);
  return byCategory || decimal(b.rate).cmp(decimal(a.rate));
}

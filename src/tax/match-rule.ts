import type { Settings } from '../config/settings.ts';
import type { TaxRule } from '../config/settings-tax.ts';
import { MEMBER_STATES } from './member-states.ts';
import type { ChargeKey } from './tax-breakdown.ts';

/** The rules whose conditions on seller and customer hold, in their order. */
export function rulesFor({ tax, seller, customer }: Settings): readonly TaxRule[] {
  return tax.rules.filter(
    (rule) =>
      (rule.entities.length === 0 || rule.entities.includes(seller.entity)) &&
      matchesCountry(rule.countries, customer.address.country) &&
      (rule.customer === null || rule.customer === customer.kind),
  );
}

/** The first rule for a charge; null where none fits. */
export function ruleFor(key: ChargeKey, rules: readonly TaxRule[]): TaxRule | null {
  return rules.find((rule) => matchesCharge(rule, key)) ?? null;
}

/** The first rule that speaks of this charge by its kind or its id, and not merely of all. */
export function ruleNaming(key: ChargeKey, rules: readonly TaxRule[]): TaxRule | null {
  const rule = ruleFor(key, rules);
  return rule !== null && (rule.charges.length > 0 || rule.ids.length > 0) ? rule : null;
}

/** Without a country nothing is known of the customer, so no condition on it holds. */
function matchesCountry(conditions: readonly string[], country: string): boolean {
  if (conditions.length === 0) return true;
  if (country === '') return false;
  const named = conditions.filter((condition) => !condition.startsWith('!'));
  const barred = conditions.filter((condition) => condition.startsWith('!'));
  const holds = (condition: string) => isIn(country, condition);
  return (
    (named.length === 0 || named.some(holds)) &&
    !barred.some((condition) => holds(condition.slice(1)))
  );
}

function isIn(country: string, condition: string): boolean {
  return condition === 'EU' ? MEMBER_STATES.has(country) : condition === country;
}

function matchesCharge({ charges, ids }: TaxRule, key: ChargeKey): boolean {
  if (charges.length > 0 && !charges.includes(key.kind)) return false;
  return ids.length === 0 || idsOf(key).some((id) => ids.includes(id));
}

function idsOf(key: ChargeKey): readonly string[] {
  switch (key.kind) {
    case 'usage':
      return [key.item, key.meter];
    case 'adjustment':
      return [];
    default:
      return [key.id];
  }
}

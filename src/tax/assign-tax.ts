import type { Settings } from '../config/settings.ts';
import { failed, failure, success, type Failure, type Outcome } from '../failure.ts';
import type { Columns } from '../invoice/invoice.ts';
import type { Assigned, Charge } from './charge.ts';
import { ruleFor, ruleNaming, rulesFor } from './match-rule.ts';
import { spread, weigh } from './spread.ts';

/** Kinds that follow the other charges unless a rule names them. */
const FOLLOWERS: ReadonlySet<string> = new Set(['promotion', 'adjustment']);

/**
 * Every charge with the first rule that fits it. A promotion that no rule names is spread over the taxes of the other
 * charges in proportion to them, because it makes all of them cheaper.
 */
export function assignTax(
  charges: readonly Charge[],
  settings: Settings,
  columns: Columns,
): Outcome<readonly Assigned[]> {
  const rules = rulesFor(settings);
  const assigned: Assigned[] = [];
  const following: Charge[] = [];
  const failures: Failure[] = [];
  for (const charge of charges) {
    const follows = FOLLOWERS.has(charge.key.kind);
    const rule = follows ? ruleNaming(charge.key, rules) : ruleFor(charge.key, rules);
    if (rule !== null) assigned.push({ charge, rule });
    else if (follows) following.push(charge);
    else failures.push(noRule(charge, settings));
  }
  if (failures.length > 0) return failed(unique(failures));
  const shares = weigh(assigned, columns);
  const alone = shares.length > 0 ? null : (following[0] ?? null);
  const fallback = alone === null ? null : ruleFor(alone.key, rules);
  if (alone !== null && fallback === null) return failed([noRule(alone, settings)]);
  const over = fallback === null ? shares : [{ rule: fallback, weight: null }];
  return success([...assigned, ...following.flatMap((charge) => spread(charge, over))]);
}

function noRule({ key }: Charge, { seller, customer }: Settings): Failure {
  const { country } = customer.address;
  const who = `a ${customer.kind} in ${country || 'an unknown country'}`;
  return failure('tax', 'tax.rules', `No tax rule fits the charge ${nameOf(key)}`, {
    expected: 'a rule for every charge',
    found: `${who}, billed by ${seller.entity}`,
    hint: 'Add a rule, such as a last one without conditions; check the customer’s country.',
  });
}

function nameOf(key: Charge['key']): string {
  if (key.kind === 'adjustment') return 'adjustment';
  return `${key.kind} ${(key.kind === 'usage' ? key.item : key.id).slice(0, 60)}`;
}

function unique(failures: readonly Failure[]): readonly Failure[] {
  return [...new Map(failures.map((one) => [one.message, one])).values()];
}

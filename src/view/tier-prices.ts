import { ZERO, decimal, isZeroDecimal } from '../money/decimal.ts';
import type { Decimal } from '../money/decimal.ts';
import { money, type Money } from '../money/money.ts';
import { effectiveUnitPrice } from '../money/round.ts';
import type { HourlyUsage, Usage, Variant } from '../invoice/invoice.ts';
import { UNIT_PRICE_PRECISION } from './quantities.ts';

/** How far prices of one tier may be apart, as doubles have it. */
const TOLERANCE = decimal('1e-6');

/** What of a variant tells prices of tiers. */
export type TieredUsage = Pick<Variant, 'total' | 'hours'>;

/** Units and money of the hours whose units all fell into one tier. */
interface Proof {
  readonly units: Decimal;
  readonly price: Decimal;
}

/**
 * Unit prices by tier, in the payment currency, as far as the data gives them: the source has no prices of tiers, but an
 * hour whose units all fell into one tier proves that tier's price. Hours that contradict each other, or prices that do
 * not lead to the amount of the line, prove nothing.
 */
export function tierPrices({ total, hours }: TieredUsage): ReadonlyMap<string, Money> {
  const proofs = proofsOf(hours);
  const prices = new Map<string, Money>();
  for (const [tier, { units, price }] of proofs) {
    const each = effectiveUnitPrice(
      money(price, total.price.payment.currency),
      units,
      UNIT_PRICE_PRECISION,
    );
    if (each !== null) prices.set(tier, each);
  }
  return leadsTo(total, proofs) ? prices : new Map();
}

function proofsOf(hours: readonly HourlyUsage[]): ReadonlyMap<string, Proof> {
  const proofs = new Map<string, Proof>();
  const contradicted = new Set<string>();
  for (const hour of hours) {
    const tier = onlyTier(hour);
    if (tier === null) continue;
    const known = proofs.get(tier) ?? { units: ZERO, price: ZERO };
    const amount = hour.price.payment.amount;
    if (!agrees(known, hour.units, amount)) contradicted.add(tier);
    proofs.set(tier, { units: known.units.plus(hour.units), price: known.price.plus(amount) });
  }
  for (const tier of contradicted) proofs.delete(tier);
  return proofs;
}

/** The tier that all units of an hour fell into; null where there are several, or no units. */
function onlyTier({ units, tiers }: Usage): string | null {
  const used = tiers.filter((tier) => !isZeroDecimal(tier.units));
  const [first] = used;
  return used.length === 1 && first?.units.eq(units) === true ? first.key : null;
}

/** Whether p₁/u₁ = p₂/u₂, multiplied out. */
function agrees({ units, price }: Proof, moreUnits: Decimal, morePrice: Decimal): boolean {
  if (isZeroDecimal(units)) return true;
  const [one, other] = [price.times(moreUnits), morePrice.times(units)];
  return one.minus(other).abs().lte(one.abs().times(TOLERANCE));
}

/** Where every tier has a price, they must lead to the amount; where one has none, nothing speaks against them. */
function leadsTo({ tiers, price }: Usage, proofs: ReadonlyMap<string, Proof>): boolean {
  let sum = ZERO;
  for (const tier of tiers) {
    const proof = proofs.get(tier.key);
    if (proof === undefined && !isZeroDecimal(tier.units)) return true;
    if (proof !== undefined) sum = sum.plus(proof.price.times(tier.units).div(proof.units));
  }
  const amount = price.payment.amount;
  return sum.minus(amount).abs().lte(amount.abs().times(TOLERANCE));
}

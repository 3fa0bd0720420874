import { isZeroDecimal } from '../money/decimal.ts';
import { formatUnitPrice } from '../money/format-money.ts';
import { isZero, type Money } from '../money/money.ts';
import type { Tier } from '../invoice/invoice.ts';
import type { ViewContext } from './context.ts';
import { sayUnits } from './quantities.ts';
import { say } from './say.ts';
import { lineWithoutAmounts, type PrintedLine } from './sections.ts';
import { tierPrices, type TieredUsage } from './tier-prices.ts';

/** The tiers that units fell into, a line each, with their prices where the data proves them; a first tier that is alone says nothing and is left out. */
export function tierLines(usage: TieredUsage, context: ViewContext): readonly PrintedLine[] {
  const { tiers } = usage.total;
  if (saysNothing(tiers)) return [];
  const prices = tierPrices(usage);
  return tiers.map((tier, index) => {
    const price = prices.get(tier.key) ?? null;
    return lineWithoutAmounts(context, {
      kind: 'tier',
      label: tierName(tier, tiers[index + 1], { context, price }),
      quantity: sayUnits(tier.units, context),
      unitPrice: price === null ? '' : formatUnitPrice(price, context.messages.numbers),
    });
  });
}

/** The units of each tier in one sentence, for the total of several variants: `By tier: 1,480,000 · 250,000`. */
export function tierSentence(tiers: readonly Tier[], context: ViewContext): string {
  if (saysNothing(tiers)) return '';
  const units = tiers.map((tier) => sayUnits(tier.units, context)).join(' · ');
  return say(context.messages, 'tier.sum', { units });
}

function saysNothing(tiers: readonly Tier[]): boolean {
  const [first] = tiers;
  return first === undefined || (tiers.length === 1 && startsAtNothing(first));
}

interface Named {
  readonly context: ViewContext;
  readonly price: Money | null;
}

/** `First 1,000`, `1,000 to 5,000`, `From 5,000`; a first tier at no price is an allowance. */
function tierName(tier: Tier, next: Tier | undefined, { context, price }: Named): string {
  const { messages } = context;
  if (tier.from === null) return say(messages, 'tier.named', { tier: tier.key });
  const to = next?.from ? sayUnits(next.from, context) : null;
  const isFree = price !== null && isZero(price);
  if (startsAtNothing(tier) && to !== null) {
    return say(messages, isFree ? 'tier.free' : 'tier.first', { units: to });
  }
  const from = sayUnits(tier.from, context);
  return to === null
    ? say(messages, 'tier.from', { units: from })
    : say(messages, 'tier.range', { from, to });
}

function startsAtNothing({ from }: Tier): boolean {
  return from !== null && isZeroDecimal(from);
}
